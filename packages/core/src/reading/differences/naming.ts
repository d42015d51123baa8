/**
 * One name in two spellings (Zelensky, Zelenskyy; Erdoğan, Erdogan) and names that the accounts or the table know to mean
 * one (Karafuto, Sakhalin). Words of the forms of one entity are compared, once for each pair of spellings. Who is who was
 * settled before; here it is only shown. Explained by what it is.
 */
import type { NameRow } from '../rows.ts';
import { wordsAt, type Aspect, type Background, type Draft, type Group } from './aspect.ts';
import { oneEach, sourcesOf } from './sides.ts';
import { folded } from './terms.ts';

interface Told {
  readonly entity: string;
  readonly word: string;
  readonly form: string;
  readonly type: NameRow['type'];
  /** A person's, of several words: where only the surname stands, it is empty. */
  readonly given: string;
}

const WORD = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu;

export const naming: Aspect<Told> = {
  facts: ({ account: { text }, names }) =>
    names.flatMap((row) => {
      if (row.type === 'office' || row.isMetonym) return [];
      const words = [...row.exact.matchAll(WORD)];
      return words.flatMap(({ 0: word, index }) =>
        word.length < 4 || (word === word.toUpperCase() && words.length === 1 && row.type !== 'person')
          ? []
          : [
              {
                key: row.entity,
                value: plain(word),
                told: {
                  entity: row.entity,
                  word,
                  form: row.exact,
                  type: row.type,
                  given: words.length > 1 && index > 0 ? words[0]![0] : '',
                },
                words: wordsOf(text, row),
              },
            ],
      );
    }),
  compare: (a, b, { entity }) => {
    if (!isVariant(a.value, b.value)) return otherName(a, b, entity);
    const sides = oneEach(a.tellings, b.tellings) ?? [a.tellings[0]!, b.tellings[0]!];
    const [one, other] = [a.tellings[0]!.told, b.tellings[0]!.told];
    const name = entity(one.entity)?.name ?? one.word;
    const isOneText = sourcesOf(sides).length === 1;
    const about = `spelling of ${name}: ${one.word} or ${other.word}${isOneText ? ', in one account' : ''}`;
    const why = folded(one.word) === folded(other.word) ? 'with and without marks' : 'two ways to write one name';
    return [{ kind: 'naming', rule: 'naming-spelling', about, status: 'explained', why, sides }];
  },
};

/** Sakhalin and Karafuto: two names of one place or person that share no word, alone or together. */
function otherName(a: Group<Told>, b: Group<Told>, entity: Background['entity']): readonly Draft[] {
  const [one, other] = [a.tellings[0]!.told, b.tellings[0]!.told];
  const known = entity(one.entity);
  if (known === undefined || (one.type !== 'place' && one.type !== 'person') || one.type !== other.type) return [];
  const [x, y] = [wordsOfForm(one.form), wordsOfForm(other.form)];
  // once for the pair, by the first word of each
  if (
    plain(one.word) !== x[0] ||
    plain(other.word) !== y[0] ||
    x.some((word) => y.some((next) => word === next || isVariant(word, next)))
  )
    return [];
  const isTogether = known.forms.some((form) => {
    const words = wordsOfForm(form);
    return x.some((word) => words.includes(word)) && y.some((word) => words.includes(word));
  });
  if (isTogether || (x.length > 1 && y.length > 1)) return [];
  const sides = oneEach(a.tellings, b.tellings) ?? [a.tellings[0]!, b.tellings[0]!];
  const about = `name of ${known.name}: ${one.form} or ${other.form}`;
  return [{ kind: 'naming', rule: 'naming-other-name', about, status: 'explained', why: 'two names of one', sides }];
}

const wordsOfForm = (form: string): string[] => [...form.matchAll(WORD)].map(([word]) => plain(word));

/** The surname alone, in accounts that never give the whole name, and the whole name in one account only. */
export const shortName: Aspect<{ readonly entity: string; readonly form: string; readonly isWhole: boolean }> = {
  facts: ({ names }) => {
    const longest = new Map<string, NameRow>();
    for (const row of names)
      if (
        row.type === 'person' &&
        row.exact.split(/\s+/).length > (longest.get(row.entity)?.exact.split(/\s+/).length ?? 0)
      )
        longest.set(row.entity, row);
    return [...longest.values()].map(({ entity, exact, start, end }) => {
      const isWhole = /\s/.test(exact);
      return {
        key: entity,
        value: isWhole ? 'whole' : 'short',
        told: { entity, form: exact, isWhole },
        words: { start, end, exact },
      };
    });
  },
  compare: (a, b) => {
    const [one, other] = [a.tellings[0]!.told, b.tellings[0]!.told];
    const sides = oneEach(a.tellings, b.tellings);
    const [short, whole] = one.isWhole ? [other, one] : [one, other];
    if (sourcesOf((one.isWhole ? a : b).tellings).length > 1) return [];
    // another name altogether is told above
    if (
      sides === undefined ||
      !wordsOfForm(whole.form).some((word) =>
        wordsOfForm(short.form).some((next) => word === next || isVariant(word, next)),
      )
    )
      return [];
    const about = `name of ${whole.form}: in one account ${short.form} alone`;
    return [
      { kind: 'naming', rule: 'naming-surname', about, status: 'explained', why: 'surname and full name', sides },
    ];
  },
};

const wordsOf = (text: string, { start, end }: NameRow) => wordsAt(text, start, end);

/** SANKT ORLA in a dateline is Sankt Orla. */
const plain = (word: string): string => word.normalize('NFC').toLowerCase().replace(/’/g, "'");

/** Equal but for marks, or so near that one is the other transliterated. Both are words of one entity's names already. */
export function isVariant(a: string, b: string): boolean {
  if (a === b) return false;
  const [x, y] = [folded(a), folded(b)];
  if (x === y) return true;
  const length = Math.max(x.length, y.length);
  if (Math.min(x.length, y.length) < 4 || x.replace(/s$/, '') === y.replace(/s$/, '')) return false;
  return distance(skeleton(x), skeleton(y)) <= (length >= 8 ? 2 : 1) && distance(x, y) <= Math.ceil(length / 3);
}

/** Letters that romanisations exchange, as one. */
const skeleton = (word: string): string =>
  word
    .replace(/(iy|yi|ii|yy|ij|y|j)/g, 'i')
    .replace(/(kh|h|ch)/g, 'h')
    .replace(/(w|v|ff|f)/g, 'v')
    .replace(/(ou|oo|u)/g, 'u')
    .replace(/[ck]/g, 'k')
    .replace(/(ts|tz|z)/g, 'z')
    .replace(/(.)\1/g, '$1');

/** Levenshtein, two rows. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let k = 1; k <= b.length; k++)
      row.push(Math.min(above[k]! + 1, row[k - 1]! + 1, above[k - 1]! + Number(a[i - 1] !== b[k - 1])));
    above = row;
  }
  return above[b.length]!;
}
