/**
 * One name in two spellings (Zelensky, Zelenskyy; Erdoğan, Erdogan) and names that the accounts or the table know to mean
 * one (Karafuto, Sakhalin). Words of the forms of one entity are compared, once for each pair of spellings. Who is who was
 * settled before; here it is only shown. Explained by what it is.
 */
import type { NameRow } from '../rows.ts';
import { wordsAt, type Aspect } from './aspect.ts';
import { oneEach, sourcesOf } from './sides.ts';
import { folded } from './terms.ts';

interface Told {
  readonly entity: string;
  readonly word: string;
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
                told: { entity: row.entity, word, given: words.length > 1 && index > 0 ? words[0]![0] : '' },
                words: wordsOf(text, row),
              },
            ],
      );
    }),
  compare: (a, b, { entity }) => {
    if (!isVariant(a.value, b.value)) return [];
    const sides = oneEach(a.tellings, b.tellings) ?? [a.tellings[0]!, b.tellings[0]!];
    const [one, other] = [a.tellings[0]!.told, b.tellings[0]!.told];
    const name = entity(one.entity)?.name ?? one.word;
    const isOneText = sourcesOf(sides).length === 1;
    const about = `spelling of ${name}: ${one.word} or ${other.word}${isOneText ? ', in one account' : ''}`;
    const why = folded(one.word) === folded(other.word) ? 'with and without marks' : 'two ways to write one name';
    return [{ kind: 'naming', rule: 'naming-spelling', about, status: 'explained', why, sides }];
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
