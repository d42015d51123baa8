/**
 * One utterance in two English versions: what one speaker said, in other words but of the same things. Explained where it is
 * that; two utterances on one matter may look alike, which is why it is shown.
 */
import type { Aspect } from './aspect.ts';
import { firstActor, scenes, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { inCommon, terms } from './terms.ts';

interface Told {
  readonly exact: string;
  readonly speaker: string;
  readonly own: ReadonlySet<string>;
  readonly around: ReadonlySet<string>;
}

const FEWEST_WORDS = 4;
const SHARED = 0.5; // of the carrying words of the shorter one

export const translation: Aspect<Told> = {
  facts: (read) => {
    const quoted = read.rows.filter((row) => row.kind === 'quotation' || row.kind === 'quoted-term');
    let next = 0;
    return scenes(read).flatMap((scene) => {
      while (next < quoted.length && quoted[next]!.start < scene.start) next++;
      const found = [];
      for (; next < quoted.length && quoted[next]!.start < scene.end; next++) {
        const { start, end, exact, ...row } = quoted[next]!;
        const speaker = row.kind === 'quotation' ? row.speaker.entity : firstActor(scene, start - scene.start)?.entity;
        if (speaker === undefined || exact.split(/\s+/).length < FEWEST_WORDS || scene.isTitle) continue;
        const told: Told = { exact, speaker, own: terms(exact), around: around(scene, exact) };
        found.push({ key: speaker, value: bare(exact), told, words: { start, end, exact } });
      }
      return found;
    });
  },
  compare: (a, b, { entity }) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (a.value.includes(b.value) || b.value.includes(a.value)) return [];
    const least = Math.min(x.own.size, y.own.size);
    const common = inCommon(x.own, y.own);
    if (common === 0 || common < least * SHARED || inCommon(x.around, y.around) <= common) return [];
    const sides = bothTell(a, b, () => true);
    const about = `words of ${entity(x.speaker)?.name ?? x.speaker}: “${short(x.exact)}” or “${short(y.exact)}”`;
    const why = 'one utterance in two versions, as far as the words tell';
    return sides
      ? [{ kind: 'translation', rule: 'translation-one-speaker', about, status: 'explained', why, sides }]
      : [];
  },
};

/** The words and their sentence, without names: who speaks is the same anyway. */
function around({ text, names }: Scene, exact: string): ReadonlySet<string> {
  const named = terms(names.map((row) => row.exact).join(' '));
  return new Set([...terms(`${text} ${exact}`)].filter((term) => !named.has(term)));
}

const bare = (words: string): string => (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);
