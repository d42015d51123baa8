/** Who did it: two heads of one side's delegation, two speakers of one sentence. */
import type { NameRow } from '../rows.ts';
import type { Aspect } from './aspect.ts';
import { partyOf, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { areClose } from './when-written.ts';

interface Told {
  readonly person: string;
  readonly what: string;
}

const HEADED_BY = /\b(?:delegation|team|negotiators)\b[^.;]{0,50}?\b(?:led|headed|chaired) by /giu;
const HEADS =
  /^,?(?: who)? (?:is )?(?:leading|leads|led|heads|heading|at the head of) (?:the|a|its|his|her|their) (?:\p{L}+ ){0,2}(?:delegation|team)\b/iu;
const ONE_TIME_DAYS = 14; // heads change from round to round

export const head: Aspect<Told> = {
  facts: (read, background) =>
    scenes(read).flatMap((scene) =>
      heads(scene).map((row) => ({
        key: partyOf(row.entity, background),
        value: row.entity,
        told: { person: row.entity, what: partyOf(row.entity, background) },
        words: wholeOf(scene),
      })),
    ),
  compare: (a, b, { entity }) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (x.what === x.person || y.what === y.person) return []; // nobody knows whose side they are on
    const sides = bothTell(a, b, (one, other) => areClose(one.written, other.written, ONE_TIME_DAYS));
    const name = (id: string): string => entity(id)?.name ?? id;
    const about = `who leads the delegation of ${name(x.what)}: ${name(x.person)} or ${name(y.person)}`;
    return sides ? [{ kind: 'who', rule: 'who-leads', about, status: 'open', sides }] : [];
  },
};

function heads({ text, names, start }: Scene): NameRow[] {
  const people = names.filter(({ type }) => type === 'person');
  const led = [...text.matchAll(HEADED_BY)].flatMap(({ index, 0: words }) => {
    const at = index + words.length;
    return people.find((row) => row.start - start >= at && row.start - start < at + 60) ?? [];
  });
  return [...led, ...people.filter((row) => HEADS.test(text.slice(row.end - start, row.end - start + 80)))];
}

const FEWEST_WORDS = 5;

export const speaker: Aspect<Told> = {
  facts: ({ rows }) =>
    rows.flatMap((row) => {
      if (row.kind !== 'quotation' || row.speaker.entity === undefined) return [];
      const words = row.exact.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length < FEWEST_WORDS) return [];
      const { start, end, exact, speaker: by } = row;
      return [
        {
          key: words.join(' '),
          value: by.entity!,
          told: { person: by.entity!, what: exact },
          words: { start, end, exact },
        },
      ];
    }),
  compare: (a, b, background) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    // a government and its head speak as one
    if (partyOf(x.person, background) === y.person || partyOf(y.person, background) === x.person) return [];
    const sides = bothTell(a, b, () => true);
    const name = (id: string): string => background.entity(id)?.name ?? id;
    const about = `who said “${x.what.slice(0, 60)}”: ${name(x.person)} or ${name(y.person)}`;
    return sides ? [{ kind: 'who', rule: 'who-said', about, status: 'open', sides }] : [];
  },
};
