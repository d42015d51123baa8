/**
 * Which of two steps comes first: `the army leaves after the last hostage is free` and `the withdrawal begins at the same time as
 * the release`. Steps are told by their nouns; two parties may each demand another order, which is no difference, so both must
 * be one party's or one of them nobody's.
 */
import type { Aspect, Telling } from './aspect.ts';
import { firstActor, isQuoted, partyOf, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { terms } from './terms.ts';
import { areClose } from './when-written.ts';

type Order = 'first' | 'second' | 'together';

interface Told {
  readonly order: Order;
  readonly pair: string;
  readonly holder: string | undefined;
}

const CUE = /\b(at the same time as|simultaneously with|together with|not before|only after|after|before)\b/gi;
const FAR = 90;
const MOST_TERMS = 6;
const ONE_TIME_DAYS = 45;
const STEP = /\b(would|will|is to|are to|was to|were to|must|shall|should|begins?|leaves?|starts?)\b/i;

export const sequence: Aspect<Told> = {
  facts: (read, background) =>
    scenes(read).flatMap((scene) =>
      scene.isTitle
        ? []
        : [...scene.text.matchAll(CUE)].flatMap(({ index, 0: cue }) => {
            const steps = stepsAround(scene, index, cue.length);
            if (steps === undefined || isQuoted(scene, index)) return [];
            const actor = firstActor(scene, index)?.entity;
            const holder = actor === undefined ? undefined : partyOf(actor, background);
            return steps.before.flatMap((x) =>
              steps.after.flatMap((y) => {
                if (x === y) return [];
                const pair = [x, y].toSorted().join(' ');
                const order = orderOf(cue.toLowerCase(), x < y);
                return [{ key: pair, value: order, told: { order, pair, holder }, words: wholeOf(scene) }];
              }),
            );
          }),
    ),
  compare: (a, b) => {
    const sides = bothTell(a, b, isOneOrder);
    const about = `order of the steps: ${a.tellings[0]!.told.pair.split(' ').join(', ')}`;
    return sides ? [{ kind: 'order', rule: 'order-of-steps', about, status: 'open', sides }] : [];
  },
};

function isOneOrder(a: Telling<Told>, b: Telling<Told>): boolean {
  const [x, y] = [a.told.holder, b.told.holder];
  return areClose(a.written, b.written, ONE_TIME_DAYS) && (x === undefined || y === undefined || x === y);
}

/** Of the two, in the order of the alphabet. */
function orderOf(cue: string, isSorted: boolean): Order {
  if (/same time|simul|together/.test(cue)) return 'together';
  const isAfter = cue !== 'before'; // `not before` is after
  return isAfter === isSorted ? 'second' : 'first';
}

function stepsAround({ text }: Scene, at: number, length: number): { before: string[]; after: string[] } | undefined {
  const before = text
    .slice(Math.max(0, at - FAR), at)
    .split(/[.;:,—]|\bthat\b/)
    .at(-1)!;
  const after = text.slice(at + length, at + length + FAR).split(/[.;:,—]/)[0]!;
  if (!STEP.test(before)) return undefined;
  const [x, y] = [[...terms(before)].slice(-MOST_TERMS), [...terms(after)].slice(0, MOST_TERMS)];
  return x.length > 0 && y.length > 0 ? { before: x, after: y } : undefined;
}
