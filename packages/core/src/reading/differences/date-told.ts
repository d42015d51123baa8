/**
 * One fact on two days or in two years, told by whatever words the accounts share: `the bells were taken in 1891`, `the bells left
 * the town in 1897`; and deadlines: `to reply not later than 24 September`, `his answer is due by Tuesday`. Looked up by pairs of
 * the words nearest to the date, of a deadline by one of the four nearest. What an account tells on both days are two facts.
 * Meetings, of which there are many, are left to ./date.ts.
 */
import { readWhen, sayDay, type When } from '../../case/index.ts';
import type { DateRow } from '../rows.ts';
import type { Aspect, Draft, Fact, Telling } from './aspect.ts';
import { happeningAt, happenings, isOneOfMany } from './happenings.ts';
import { isQuoted, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { inCommon, terms } from './terms.ts';
import { areClose } from './when-written.ts';

type Grain = 'day' | 'year';

interface Told {
  readonly when: When;
  readonly grain: Grain;
  readonly isPlan: boolean;
  readonly isDeadline: boolean;
  readonly near: ReadonlySet<string>;
  /** Without names and offices. */
  readonly things: ReadonlySet<string>;
}

const DAY_MS = 86_400_000;
const NEAREST = 7;
const NEAREST_OF_DEADLINE = 4;
const FAR = 90;
const FEWEST: Readonly<Record<Grain, number>> = { day: 4, year: 3 };
const FEWEST_THINGS: Readonly<Record<Grain, number>> = { day: 2, year: 1 };
const APART_DAYS: Readonly<Record<Grain, number>> = { day: 10, year: 10 * 366 };
const DEADLINE_APART_DAYS = 21;
const WRITTEN_APART_DAYS: Readonly<Record<Grain, number>> = { day: 45, year: 400 };
const DEADLINE_WRITTEN_DAYS = 14;
const BEFORE_DEADLINE =
  /\b(?:by|until|till|no later than|not later than|deadline of|expires? (?:on|at)|before)(?: the| late| early| noon on| midnight on)? $/i;
const AT_DEADLINE = /^(?:by|until|till|no later than|not later than|before)\b/i;
const NOT_ITS_DAY =
  /\b(?:since|from|after|than|earlier|statement of|law of|agreement of|treaty of|letter of|of)(?: the| late| early)? $/i;
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|year|month|week|day|noon|midnight|morning|evening|night|afternoon|\d.*)$/;

export const dateTold: Aspect<Told> = {
  facts: (read) => {
    const { written } = read.account;
    return scenes(read).flatMap((scene): Fact<Told>[] => {
      if (scene.isTitle || scene.dates.length === 0) return [];
      const among = happenings(scene);
      const named = terms(scene.names.map(({ exact }) => exact).join(' '));
      return scene.dates.flatMap((row): Fact<Told>[] => {
        const when = row.edtf === '' ? '' : readWhen(row.edtf);
        if (typeof when === 'string' || isQuoted(scene, row.start - scene.start)) return [];
        const grain = grainOf(when);
        const [from, to] = [row.start - scene.start, row.end - scene.start];
        const before = scene.text.slice(Math.max(0, from - 30), from);
        const isDeadline = BEFORE_DEADLINE.test(before) || AT_DEADLINE.test(row.exact);
        if (grain === undefined || (!isDeadline && isNotItsDay(scene, row, before, from))) return [];
        const told = happeningAt(scene, { start: from, end: to }, among);
        if (told !== undefined && (told.is === 'meeting' || isOneOfMany(scene, told)) && !isDeadline) return [];
        const near = nearest(scene, from, to);
        const things = near.filter((term) => !named.has(term));
        const fact = {
          value: when.text,
          told: {
            when,
            grain,
            isPlan: written !== undefined && when.max >= written.min,
            isDeadline,
            near: new Set(near),
            things: new Set(things),
          },
          words: wholeOf(scene),
        };
        return isDeadline
          ? things.slice(0, NEAREST_OF_DEADLINE).map((term) => ({ ...fact, key: `by ${term}` }))
          : pairs(near.slice(0, NEAREST)).map((pair) => ({ ...fact, key: `${grain} ${pair}` }));
      });
    });
  },
  compare: (a, b) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (x.grain !== y.grain) return [];
    const gap = gapDays(x.when, y.when);
    if (gap === 0 || gap > (x.isDeadline ? DEADLINE_APART_DAYS : APART_DAYS[x.grain])) return [];
    const isOwn = (one: Telling<Told>, other: Telling<Told>): boolean =>
      a.tellings.some(({ source }) => source === other.source) ||
      b.tellings.some(({ source }) => source === one.source);
    const sides = bothTell(a, b, (one, other) => !isOwn(one, other) && isOneFact(one, other));
    if (sides === undefined) return [];
    const what = x.isDeadline ? 'deadline' : x.grain === 'day' ? 'day' : 'year';
    const about = `${what}: ${say(x.when)} or ${say(y.when)}`;
    const draft: Draft = { kind: 'date', rule: `date-told-${what}`, about, status: 'open', sides, once: about };
    return [draft];
  },
};

function isOneFact(a: Telling<Told>, b: Telling<Told>): boolean {
  const [x, y] = [a.told, b.told];
  if (x.isDeadline) return areClose(a.written, b.written, DEADLINE_WRITTEN_DAYS);
  if (x.isPlan !== y.isPlan && x.grain === 'day') return false;
  if (!areClose(a.written, b.written, WRITTEN_APART_DAYS[x.grain])) return false;
  return inCommon(x.near, y.near) >= FEWEST[x.grain] && inCommon(x.things, y.things) >= FEWEST_THINGS[x.grain];
}

function grainOf({ min, max, vague, text }: When): Grain | undefined {
  const days = (max - min) / DAY_MS;
  if (days <= 1.01 && !vague) return 'day';
  return /^\d{4}$/.test(text) ? 'year' : undefined;
}

/** A dateline, or the day from which is counted. */
const isNotItsDay = ({ text }: Scene, row: DateRow, before: string, from: number): boolean =>
  NOT_ITS_DAY.test(before) ||
  /^(?:since|after|from|earlier)\b/i.test(row.exact) ||
  /^[\p{Lu}\s,.]*$/u.test(text.slice(0, from)) ||
  /^,? ?[-–—] /.test(text.slice(row.end - row.start + from, row.end - row.start + from + 4));

/** Carrying words by their distance from the date, once each. */
function nearest({ text }: Scene, from: number, to: number): string[] {
  const left = text
    .slice(Math.max(0, from - FAR), from)
    .split(/[;:]/)
    .at(-1)!;
  const right = text.slice(to, to + FAR).split(/[;:]/)[0]!;
  const [before, after] = [[...terms(left)].toReversed(), [...terms(right)]];
  const found = new Set<string>();
  for (let k = 0; k < Math.max(before.length, after.length); k++)
    for (const term of [before[k], after[k]]) if (term !== undefined && !CALENDAR.test(term)) found.add(term);
  return [...found];
}

const pairs = (list: readonly string[]): string[] => {
  const sorted = list.toSorted();
  return sorted.flatMap((a, k) => sorted.slice(k + 1).map((b) => `${a} ${b}`));
};

const gapDays = (a: When, b: When): number =>
  Math.max(0, Math.ceil((Math.max(a.min, b.min) - Math.min(a.max, b.max)) / DAY_MS));
const say = ({ first, last, text }: When): string => (first !== undefined && first === last ? sayDay(first) : text);
