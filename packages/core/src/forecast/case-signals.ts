/**
 * Signals of a case (rule P7): which events are signals of what, in the order of the events, with their likelihood ratios as
 * inputs. Repeats — further signals on one thing in one direction — count half, a quarter, … in the exponent.
 */
import { middle, pastEvents, type Case } from '../case/index.ts';
import type { InputTable } from './input-table.ts';
import type { Process } from './model.ts';

/** What a signal is of. */
export type Sign =
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'happening'; readonly happening: number }
  | { readonly kind: 'meeting'; readonly meeting: number }
  /** A quantity, by the input whose quantile counts. */
  | { readonly kind: 'input'; readonly input: number };

export interface CaseSignal {
  readonly event: string;
  readonly of: Sign;
  readonly ratio: number;
  /** 1, ½, ¼ … */
  readonly power: number;
}

export interface Signal extends CaseSignal {
  /** The state, of the history, just before the event. */
  readonly state: number;
}

type Targets = Pick<Process, 'options' | 'happenings' | 'meetings' | 'demands' | 'parties'>;

export function caseSignals(given: Case, inputs: InputTable, targets: Targets): CaseSignal[] {
  const seen = new Map<string, number>();
  return pastEvents(given).flatMap((event) =>
    [...event.signals].flatMap(([name, quantity]): CaseSignal[] => {
      const of = signOf(name, targets);
      if (of === undefined || quantity.kind === 'not-reported') return [];
      const key = `${name} ${middle(quantity) < 1 ? 'down' : 'up'}`;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      const ratio = inputs.add(`${event.id}.${name}`, 'amount', quantity, { kind: 'number', value: 1 });
      return [{ event: event.id, of, ratio, power: 0.5 ** before }];
    }),
  );
}

function signOf(name: string, { options, happenings, meetings, demands, parties }: Targets): Sign | undefined {
  const option = options.findIndex((o) => o.name === name);
  if (option >= 0) return { kind: 'option', option };
  const happening = happenings.findIndex((h) => h.name === name);
  if (happening >= 0) return { kind: 'happening', happening };
  const meeting = meetings.findIndex((m) => m.name === name);
  if (meeting >= 0) return { kind: 'meeting', meeting };
  const [row, quantity] = name.split('.');
  const input =
    quantity === 'firmness'
      ? demands.find((d) => d.rows.includes(row!))?.firmness
      : parties.find((p) => p.name === row)?.reserved;
  return input === undefined ? undefined : { kind: 'input', input };
}

export const placeSignals = (signals: readonly CaseSignal[], state: (event: string) => number): Signal[] =>
  signals.map((signal) => ({ ...signal, state: state(signal.event) }));
