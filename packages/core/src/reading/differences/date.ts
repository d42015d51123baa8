/**
 * One happening on two days. Both days must be near (a fortnight; of meetings, which are many, three days), and both still to
 * come or told with words in common. Where one time lies within the other it is part of it, and explained.
 */
import { readWhen, sayDay, type When } from '../../case/index.ts';
import type { Aspect, Telling } from './aspect.ts';
import { happeningAt, happenings, isOneOfMany, type Happening } from './happenings.ts';
import type { DateRow } from '../rows.ts';
import { partiesIn, sceneTerms, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { inCommon } from './terms.ts';
import { areClose } from './when-written.ts';

interface Told {
  readonly is: Happening;
  readonly when: When;
  readonly isPlan: boolean;
  readonly isMoved: boolean;
  readonly parties: ReadonlySet<string>;
  readonly context: ReadonlySet<string>;
}

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 62; // a stretch of more says too little of one happening
const APART_DAYS = 14;
const MEETINGS_APART_DAYS = 3;
const WRITTEN_APART_DAYS = 45;
const MOVED = /\b(late|later than|delayed|postponed|put off|brought forward|moved|rescheduled)\b/i;

export const date: Aspect<Told> = {
  facts: (read, background) =>
    scenes(read).flatMap((scene) => {
      if (scene.dates.length === 0 || scene.isTitle) return [];
      const among = happenings(scene);
      return scene.dates
        .filter((row) => isItsDay(scene, row))
        .flatMap((row) => {
          const when = row.edtf === '' ? '' : readWhen(row.edtf);
          if (typeof when === 'string' || lengthOf(when) > LONGEST_DAYS) return [];
          const span = { start: row.start - scene.start, end: row.end - scene.start };
          const told = happeningAt(scene, span, among);
          if (told === undefined || isOneOfMany(scene, told)) return [];
          const { written } = read.account;
          const value: Told = {
            is: told.is,
            when,
            isPlan: written !== undefined && when.max >= written.min,
            isMoved: MOVED.test(scene.text),
            parties: partiesIn(scene, background),
            context: sceneTerms(scene),
          };
          return [{ key: told.is, value: when.text, told: value, words: wholeOf(scene) }];
        });
    }),
  compare: (a, b) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    const about = `day of the ${x.is}: ${say(x.when)} or ${say(y.when)}`;
    if (isWithin(x.when, y.when) || isWithin(y.when, x.when)) {
      const sides = bothTell(a, b, (one, other) => isOne(one, other, x.is === 'meeting' ? 2 : 0));
      const why = 'one lies within the other';
      return sides ? [{ kind: 'part-of', rule: 'part-of-date', about, status: 'explained', why, sides }] : [];
    }
    if (gapDays(x.when, y.when) === 0) return [];
    if (x.when.vague || y.when.vague) return [];
    const sides = bothTell(a, b, (one, other) => {
      if (a.tellings.some(isToldBy(other.source)) || b.tellings.some(isToldBy(one.source))) return false;
      const gap = gapDays(one.told.when, other.told.when);
      if (gap > (x.is === 'meeting' ? MEETINGS_APART_DAYS : APART_DAYS)) return false;
      return isOne(one, other, one.told.isPlan && other.told.isPlan ? (x.is === 'meeting' ? 1 : 2) : 3);
    });
    return sides ? [{ kind: 'date', rule: `date-${x.is}`, about, status: 'open', sides }] : [];
  },
};

function isOne(a: Telling<Told>, b: Telling<Told>, fewest: number): boolean {
  const [x, y] = [a.told, b.told];
  if (!areClose(a.written, b.written, WRITTEN_APART_DAYS)) return false;
  // of whom no party is known, nothing says that it is another meeting
  const areOthers = x.parties.size > 0 && y.parties.size > 0 && inCommon(x.parties, y.parties) === 0;
  if (x.is === 'meeting' && areOthers) return false;
  return inCommon(x.context, y.context) >= (x.isMoved || y.isMoved ? Math.min(fewest, 2) : fewest);
}

/** Not the day of a dateline, a deadline or a beginning from which is counted. */
function isItsDay({ text, start }: Scene, row: DateRow): boolean {
  const [from, to] = [row.start - start, row.end - start];
  if (/^,? ?(?:\([^)]*\) ?)?[-–—] /.test(text.slice(to, to + 24)) && /^[\p{Lu}\s,.]*$/u.test(text.slice(0, from)))
    return false;
  return (
    !/\b(by|until|till|before|since|from|after|than|earlier)(?: the| late| early)? $/i.test(
      text.slice(Math.max(0, from - 20), from),
    ) && !/^(since|by|until|before|after|from|earlier)\b/i.test(row.exact)
  );
}

const isToldBy =
  (source: string) =>
  (side: { readonly source: string }): boolean =>
    side.source === source;

const lengthOf = ({ min, max }: When): number => (max - min) / DAY_MS;
const isWithin = (a: When, b: When): boolean => b.min <= a.min && a.max <= b.max;
const gapDays = (a: When, b: When): number =>
  Math.max(0, Math.ceil((Math.max(a.min, b.min) - Math.min(a.max, b.max)) / DAY_MS));
const say = ({ first, last, text }: When): string => (first !== undefined && first === last ? sayDay(first) : text);
