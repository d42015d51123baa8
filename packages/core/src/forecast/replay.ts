/**
 * Replaying a case day by day: the steps from one day to the next, each a case of its own. First the day passes with nothing
 * new told — which may itself say something, since what was not done weighs too — then the rows that became known, then the
 * events, one at a time in their order. Every step is a forecast from the outset of the history, so that any of them can be
 * undone by keeping the one before; nothing is carried over that could drift.
 */
import { asKnownOn, pastEvents, type Case, type CaseEvent, type Day } from '../case/index.ts';
import { dayOf, roundOf } from './rounds.ts';

export interface ReplayStep {
  readonly asOf: Day;
  readonly why:
    | { readonly kind: 'start' }
    /** The day passed, and rows other than events became known. */
    | { readonly kind: 'day' }
    | { readonly kind: 'event'; readonly event: string };
  /** What the forecast of this step is made from. */
  readonly given: Case;
  /** The last step of its day: the forecast of that day. */
  readonly isLast: boolean;
}

/** `given` is the whole case; `later` are events from outside, each known from its `known` day (rule P11). */
export function replaySteps(given: Case, from: Day, to: Day, later: readonly CaseEvent[] = []): ReplayStep[] {
  const whole: Case = { ...given, events: new Map([...given.events, ...later.map((e) => [e.id, e] as const)]) };
  const steps: ReplayStep[] = [];
  let seen: ReadonlySet<string> | undefined;
  for (let day = 0; day <= roundOf(to, from); day++) {
    const asOf = dayOf(day, from);
    const known = asKnownOn(whole, asOf);
    const past = pastEvents(known);
    if (seen === undefined) steps.push({ asOf, why: { kind: 'start' }, given: known, isLast: true });
    else {
      const fresh = past.filter((event) => !seen!.has(event.id) && isNews(event));
      const without = (count: number): Case => {
        const hidden = new Set(fresh.slice(count).map((event) => event.id));
        return { ...known, events: new Map([...known.events].filter(([id]) => !hidden.has(id))) };
      };
      steps.push({ asOf, why: { kind: 'day' }, given: without(0), isLast: fresh.length === 0 });
      for (const [k, event] of fresh.entries())
        steps.push({
          asOf,
          why: { kind: 'event', event: event.id },
          given: without(k + 1),
          isLast: k === fresh.length - 1,
        });
    }
    seen = new Set(past.map((event) => event.id));
  }
  return steps;
}

/** Whether the event says anything to the model. */
const isNews = (event: CaseEvent): boolean => event.sets.size > 0 || event.signals.size > 0;
