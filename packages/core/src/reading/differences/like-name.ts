/**
 * Two people of one account each whose names are one name in two spellings (Yara Sennet, Jara Sennet; Menachem Begin, Menahem
 * Begin), where nothing else told that they are one. Looked up by the consonants of the surname, so that no pairs of people
 * are tried. And what an account itself calls a second name: `known as`, `formerly`.
 */
import type { NameRow } from '../rows.ts';
import { wordsAt, type Alone, type Aspect } from './aspect.ts';
import { isVariant } from './naming.ts';
import { oneEach } from './sides.ts';
import { folded } from './terms.ts';

interface Told {
  readonly entity: string;
  readonly form: string;
  readonly given: string;
  readonly surname: string;
}

const plain = (word: string): string => folded(word).replace(/[’']/g, '');

/** Consonants as romanisations share them. */
const consonants = (surname: string): string =>
  plain(surname)
    .replace(/^([aeiou])/, 'a')
    .replace(/(?!^)[aeiouyj]/g, '')
    .replace(/w/g, 'v')
    .replace(/(?:kh|ch)/g, 'h')
    .replace(/ts|tz/g, 'z')
    .replace(/[ck]/g, 'k')
    .replace(/ff|ph/g, 'f')
    .replace(/(.)\1/g, '$1');

export const likeName: Aspect<Told> = {
  facts: ({ account: { text }, names }) =>
    names.flatMap((row) => {
      const words = row.exact.split(/\s+/);
      if (row.type !== 'person' || words.length < 2) return [];
      const [given, surname] = [words[0]!, words.at(-1)!];
      return [
        {
          key: consonants(surname),
          value: `${row.entity} ${plain(row.exact)}`,
          told: { entity: row.entity, form: row.exact, given, surname },
          words: wordsAt(text, row.start, row.end),
        },
      ];
    }),
  compare: (a, b) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (x.entity === y.entity || plain(x.form) === plain(y.form)) return [];
    if (!isLike(x.surname, y.surname) || !isLike(x.given, y.given, true)) return [];
    const sides = oneEach(a.tellings, b.tellings);
    if (sides === undefined) return [];
    const about = `one name or two: ${x.form} or ${y.form}`;
    const why = 'two ways to write one name, as far as the letters tell';
    return [{ kind: 'naming', rule: 'naming-like', about, status: 'explained', why, sides }];
  },
};

function isLike(a: string, b: string, isGiven = false): boolean {
  const [x, y] = [plain(a), plain(b)];
  if (x === y) return true;
  const initial = /^\p{L}\.?$/u;
  if (isGiven && (initial.test(x) || initial.test(y))) return x[0] === y[0];
  return isVariant(x, y);
}

const SECOND =
  /^,?(?: (?:better|also|formerly|previously|once|otherwise|widely))?(?: known as| called| named|, alias| alias|, nom de guerre) (?:the )?[“"‘']?$/;
const FAR = 40;

export const toldName: Alone = ({ account: { id, text }, names }) =>
  names.flatMap((row, k) => {
    const next: NameRow | undefined = names[k + 1];
    if (next === undefined || next.start - row.end > FAR || next.start <= row.end) return [];
    if (!SECOND.test(text.slice(row.end, next.start)) || plain(row.exact) === plain(next.exact)) return [];
    const sides = [row, next].map(({ start, end, exact }) => ({ source: id, start, end, exact }));
    const about = `name of ${row.exact}: also ${next.exact}`;
    return [{ kind: 'naming', rule: 'naming-told', about, status: 'explained', why: 'as the account says', sides }];
  });
