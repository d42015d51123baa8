/**
 * Two figures for one thing in one account: `an earlier entry said that 2,400 people were trapped; it now speaks of 1,900`, `the
 * army counts 300 dead, the rebels put the figure at 1,200`. The second one has no noun of its own; it stands at most one
 * sentence after the first, with words that say that it is another figure.
 */
import type { Alone, Draft } from './aspect.ts';
import { NUMBER, quantities, valueOf } from './quantities.ts';
import { scenes, wordsIn, type Scene } from './scenes.ts';

const AGAIN = new RegExp(
  String.raw`\b(?:now (?:speaks?|talks?|says?|counts?)(?: of)?|(?:puts?|gave|gives?|set) (?:the (?:figure|number|total|toll|count|cost)|it|them) at|speaks? of|spoke of|(?:counts?|counted|claims?|claimed)|(?:was|is|were) (?:in fact|really|actually)|(?:revised|corrected) (?:it |the figure )?to|rather than|there (?:are|were|have (?:always |only |never )?been))(?: (?:only|just|about|some|no more than|at least|nearly|almost|more than|in fact))? (${NUMBER})(?! ?(?:%|per ?cent|[ap]\.?m\b))(?=[.;,:)]|\s(?:and|but|or|instead)\b|$)`,
  'giu',
);
const FEWEST = 5;
const FARTHEST = 2;

export const toldNumber: Alone = (read) => {
  const list = scenes(read);
  return list.flatMap((scene, k): Draft[] =>
    scene.isTitle
      ? []
      : [...scene.text.matchAll(AGAIN)].flatMap(({ index, 0: words, 1: figure }) => {
          const value = valueOf(figure!);
          const first = value < FEWEST ? undefined : countedBefore(list, k, index, value);
          if (first === undefined) return [];
          const sides = [first.words, wordsIn(scene, index, index + words.length)];
          const about = `${first.words.exact} or ${figure}`;
          return [
            {
              kind: 'number',
              rule: 'number-told',
              about,
              status: 'open',
              sides: sides.map((side) => ({ ...side, source: read.account.id })),
            },
          ];
        }),
  );
};

/** The last number with a noun before it, of the same size. */
function countedBefore(list: readonly Scene[], k: number, at: number, value: number) {
  for (let far = 0; far <= FARTHEST && far <= k; far++) {
    const scene = list[k - far]!;
    const counted = quantities(scene.text).findLast(
      (quantity) => (far > 0 || quantity.end <= at) && !quantity.isPart && quantity.value >= FEWEST,
    );
    if (counted === undefined || scene.isTitle) continue;
    const ratio = Math.min(counted.value, value) / Math.max(counted.value, value);
    return ratio === 1 || ratio < 0.1 ? undefined : { words: wordsIn(scene, counted.start, counted.end) };
  }
  return undefined;
}
