/**
 * Disputes that an account itself tells: `it was she, she claims, who first suggested it; he says that the idea was his`,
 * `reports of a meeting were denied`, `some credit A, some B`. The claim and what stands against it are the sides; they are in
 * one sentence or at most two apart.
 */
import type { DifferenceKind, Words } from '../rows.ts';
import type { Alone, Draft } from './aspect.ts';
import { scenes, wordsIn, type Scene } from './scenes.ts';

const CLAIM =
  /\b(?:it was [^.;]{2,60}? who (?:had )?(?:first )?(?:asked|proposed|suggested|invited|called|wrote|came up)|who (?:had )?first (?:thought|suggested|proposed|asked|moved|called)|which was (?:posted|sent|written) first|the story runs that|posted first)\b/i;
const AGAINST =
  /\b(?:the other way round|(?:that|this|it) is (?:flatly |firmly )?denied|denies (?:it|that|this)|no such (?:note|letter|call|proposal|offer)|(?:the )?(?:idea|proposal|suggestion|initiative) (?:had been|was) (?:his|hers|theirs)|tells? it differently|says? otherwise)\b/i;
const DENIED =
  /\b((?:reports?|claims?|accounts?|rumou?rs?) (?:of|that) [^.;]{5,120}?) (were|was|have been|has been) (?:flatly |firmly |promptly )?(denied|dismissed|rejected)\b/i;
const CREDIT = /\bsome (?:credit|blame|name) ([^.;:,]{3,60}), some ([^.;:,]{3,60})/i;
const FIRST = /\bfirst\b|\basked|\bproposed|\bsuggested|\bcalled/; // not: First Minister
const FARTHEST = 2;

export const toldDispute: Alone = (read) => {
  const found: Draft[] = [];
  const list = scenes(read);
  const add = (kind: DifferenceKind, rule: string, about: string, scene: Scene, sides: readonly Words[]): void =>
    void found.push({
      kind,
      rule,
      about,
      status: 'open',
      sides: sides.map((words) => ({ ...words, source: read.account.id })),
    });
  let from = 0; // a claim that stands answered is not answered again
  for (const [k, scene] of list.entries()) {
    if (scene.isTitle) continue;
    const denied = DENIED.exec(scene.text);
    if (denied !== null) {
      const end = denied.index + denied[1]!.length;
      add('who', 'who-denied', 'reported and denied', scene, [
        wordsIn(scene, denied.index, end),
        wordsIn(scene, end + 1, denied.index + denied[0].length),
      ]);
    }
    const credit = CREDIT.exec(scene.text);
    if (credit !== null) {
      const [, one, other] = credit;
      const at = credit.index + credit[0].indexOf(one!);
      const next = credit.index + credit[0].lastIndexOf(other!);
      add('who', 'who-credited', `who it was: ${one} or ${other}`, scene, [
        wordsIn(scene, at, at + one!.length),
        wordsIn(scene, next, next + other!.length),
      ]);
    }
    const claim = CLAIM.exec(scene.text);
    if (claim === null || k < from) continue;
    for (const [far, other] of list.slice(k, k + FARTHEST + 1).entries()) {
      const start = far === 0 ? claim.index + claim[0].length : 0;
      const against = AGAINST.exec(other.text.slice(start));
      if (against === null) continue;
      const at = start + against.index;
      const kind = FIRST.test(claim[0]) ? 'order' : 'who';
      const words = [
        wordsIn(scene, claim.index, claim.index + claim[0].length),
        wordsIn(other, at, at + against[0].length),
      ];
      add(
        kind,
        `${kind}-told-dispute`,
        kind === 'order' ? 'who moved first, as the account itself says' : 'who it was, as the account itself says',
        scene,
        words,
      );
      from = k + far + 1;
      break;
    }
  }
  return found;
};
