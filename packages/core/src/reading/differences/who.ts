/** Who did it: two heads of one side's delegation, two speakers of one sentence. */
import type { NameRow } from '../rows.ts';
import type { Aspect, Background } from './aspect.ts';
import { actorBefore, partyOf, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { folded, terms } from './terms.ts';
import { areClose } from './when-written.ts';

interface Told {
  readonly person: string;
  readonly what: string;
}

const HEADED_BY =
  /\b(?:delegation|team|negotiators|mission|side|party|commission|group)\b[^.;]{0,50}?(?:\b(?:led|headed|chaired|guided|represented) by |\bunder )/giu;
const HEADS =
  /^,?(?: who)? (?:is |was |will |is to |would )?(?:leading|leads|lead|led|heads|head|headed|heading|at the head of) (?:the|a|an|its|his|her|their|\p{Lu}\p{L}+['’]s?) (?:[\p{L}-]+ ){0,2}(?:delegation|team|negotiators|negotiating|mission)\b/iu;
const ONE_TIME_DAYS = 14; // heads change from round to round

export const head: Aspect<Told> = {
  facts: (read, background) =>
    scenes(read).flatMap((scene) =>
      heads(scene).flatMap((row) => {
        const what = partyOf(row.entity, background);
        const side = what === row.entity ? sideIn(scene, row, background) : (background.entity(what)?.name ?? what);
        if (side === undefined) return [];
        const told: Told = { person: row.entity, what: side };
        return [{ key: folded(side).slice(0, SIDE_LETTERS), value: row.entity, told, words: wholeOf(scene) }];
      }),
    ),
  compare: (a, b, { entity }) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    const sides = bothTell(a, b, (one, other) => areClose(one.written, other.written, ONE_TIME_DAYS));
    const name = (id: string): string => entity(id)?.name ?? id;
    const about = `who leads the delegation of ${x.what}: ${name(x.person)} or ${name(y.person)}`;
    return sides ? [{ kind: 'who', rule: 'who-leads', about, status: 'open', sides }] : [];
  },
};

const SIDE_LETTERS = 5; // Vantia, Vantian
const SIDE =
  /(?:\b(\p{Lu}\p{L}{3,})(?:['’]s)? (?:[\p{Ll}-]+ ){0,2}(?:delegation|team|negotiators|negotiating|mission|side)\b)/u;

/** Whose delegation it is, where it is not known to whom its head belongs. */
function sideIn(scene: Scene, row: NameRow, background: Background): string | undefined {
  const told = SIDE.exec(scene.text)?.[1];
  if (told !== undefined) return told;
  const actor = actorBefore(scene, row.start - scene.start);
  const party = actor === undefined || actor.entity === row.entity ? undefined : partyOf(actor.entity, background);
  return party === undefined ? undefined : (background.entity(party)?.name ?? party);
}

function heads({ text, names, start }: Scene): NameRow[] {
  const people = names.filter(({ type }) => type === 'person');
  const led = [...text.matchAll(HEADED_BY)].flatMap(({ index, 0: words }) => {
    const at = index + words.length;
    return people.find((row) => row.start - start >= at && row.start - start < at + 60) ?? [];
  });
  return [...led, ...people.filter((row) => HEADS.test(text.slice(row.end - start, row.end - start + 80)))];
}

const FEWEST_WORDS = 6;
const FEWEST_TERMS = 3; // “in the United States that it is” says nothing
const FEWEST_OF_ALL = 4; // of a short quotation all words
const MOST_GRAMS = 24;

/** Six words running are looked up, since one quotes more of a sentence than another. */
export const speaker: Aspect<Told> = {
  facts: ({ rows }) =>
    rows.flatMap((row) => {
      if (row.kind !== 'quotation' || row.speaker.entity === undefined) return [];
      const words = row.exact.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const { start, end, exact, speaker: by } = row;
      const grams = words
        .slice(FEWEST_WORDS - 1, FEWEST_WORDS - 1 + MOST_GRAMS)
        .map((_, k) => words.slice(k, k + FEWEST_WORDS).join(' '));
      const isShort = words.length >= FEWEST_OF_ALL && words.length <= FEWEST_WORDS;
      const keys = grams.filter((gram) => terms(gram).size >= FEWEST_TERMS);
      return (isShort ? [words.join(' ')] : keys).map((key) => ({
        key,
        value: by.entity!,
        told: { person: by.entity!, what: exact },
        words: { start, end, exact },
      }));
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
