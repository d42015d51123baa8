/**
 * A text against itself, by arithmetic: `now entering its third year` of what began, by the same text, more than three years
 * before; `the twelfth day` of what began a fortnight ago. A count that is far from the elapsed time counts something else.
 */
import { readWhen, type When } from '../../case/index.ts';
import type { Alone, Draft } from './aspect.ts';
import { ORDINAL, ordinalValue } from './quantities.ts';
import { scenes, wordsIn, type Scene } from './scenes.ts';

const COUNTED = new RegExp(
  String.raw`\b(?:(entering|entered|enters|enter)|in|into|on|begins|began) (?:its|their|the|his|her) (${ORDINAL}) (day|week|month|year)\b(?! of the (?:month|year|week))`,
  'gi',
);
const BEGAN =
  /\b(since|began|begun|broke out|started|invasion|invaded|rose|seized|occupied|took office|walked out|erupted|founded|launched)\b/i;
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.44, year: 365.25 };
const DAY_MS = 86_400_000;
const NEARLY = 0.17; // of a unit: two months before the anniversary one is entering the next year
const FARTHEST = 1.5;

export const self: Alone = (read) => {
  const { written, id } = read.account;
  if (written === undefined) return [];
  const list = scenes(read);
  const starts = list.flatMap((scene) => beginnings(scene).map((began) => ({ ...began, scene })));
  const found: Draft[] = [];
  for (const scene of list) {
    if (scene.isTitle) continue;
    for (const match of scene.text.matchAll(COUNTED)) {
      const [count, unit] = [ordinalValue(match[2]!), match[3]!.toLowerCase()];
      const [counted] = starts
        .filter(({ when }) => fits(when, written, count, unit) !== undefined)
        .toSorted((a, b) => Math.abs(a.scene.start - scene.start) - Math.abs(b.scene.start - scene.start));
      if (counted === undefined || fits(counted.when, written, count, unit) === true) continue;
      const about = `the ${match[2]} ${unit}, of what began ${counted.words.exact}`;
      const sides = [wordsIn(scene, match.index, match.index + match[0].length), counted.words];
      found.push({
        kind: 'self',
        rule: `self-count-of-${unit}s`,
        about,
        status: 'open',
        sides: sides.map((words) => ({ ...words, source: id })),
      });
    }
  }
  return found;
};

interface Began {
  readonly when: When;
  readonly words: ReturnType<typeof wordsIn>;
}

function beginnings(scene: Scene): Began[] {
  return scene.dates.flatMap((row) => {
    const at = row.start - scene.start;
    const before = scene.text.slice(Math.max(0, at - 70), at);
    const when = row.edtf === '' ? '' : readWhen(row.edtf);
    if (typeof when === 'string' || !BEGAN.test(`${before}${row.exact}`)) return [];
    return [{ when, words: wordsIn(scene, at, row.end - scene.start) }];
  });
}

/** Whether the count is right; undefined where it can be of no such beginning. */
function fits(began: When, written: When, count: number, unit: string): boolean | undefined {
  const length = DAYS[unit]!;
  if (began.max - began.min > length * 1.1 * DAY_MS || !(began.max < written.min)) return undefined;
  const least = (written.min - began.max) / DAY_MS / length;
  const most = (written.max - began.min) / DAY_MS / length;
  const ratio = Math.max(most / count, count / Math.max(least + 1, 0.01));
  if (ratio > FARTHEST) return undefined;
  const slack = unit === 'day' ? 1 : NEARLY;
  // the n-th unit runs from n - 1 to n
  return count - 1 - slack <= most && least <= count + (unit === 'day' ? 0 : slack);
}
