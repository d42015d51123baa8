/**
 * Disputes that an account itself tells: `it was she, she claims, who first suggested it; he says that the idea was his`,
 * `reports of a meeting were denied`, `some credit A, some B`. The claim and what stands against it are the sides; they are in
 * one sentence or at most two apart.
 */
import type { DifferenceKind, Words } from '../rows.ts';
import type { Alone, Draft } from './aspect.ts';
import { scenes, wholeOf, wordsIn, type Scene } from './scenes.ts';

const CLAIM =
  /\b(?:it was (?!not )[^.;]{2,60}? who (?:had )?(?:first )?\p{L}+|who (?:had )?first (?:thought|suggested|proposed|asked|moved|called)|which was (?:posted|sent|written) first|the story runs that|posted first|by [^.,;]{3,40} account)\b/iu;
const AGAINST =
  /\b(?:the other way round|(?:that|this|it) is (?:flatly |firmly )?denied|den(?:ies|y|ied) (?:it|that|this|having)|no such (?:note|letter|call|proposal|offer)|(?:the )?(?:it|idea|proposal|suggestion|initiative|plan|draft) (?:had been|has been|was|were) (?:his|hers|theirs|its own|ours)|tells? it differently|(?:says?|insists?|claims?|maintains?) (?:otherwise|the opposite|the reverse)|not so,? (?:says?|said)|countered|retorted|disputes? (?:that|this|it)|contradict(?:s|ed) (?:that|this|it|him|her|them))\b/i;
/** `Each accused the other of having fired first`, `both claim the idea`. */
const EACH =
  /\b(each|both)(?: (?:side|sides|party|parties|government|governments|man|men|woman|women|delegation|delegations|camp|camps))? (?:accused?|accuses|blamed?|blames) (?:the other|one another|each other)\b[^.;]{0,80}|\bboth(?: (?:sides|parties|governments|men|women|delegations|camps))? (?:claim|claimed|take credit|took credit|say|said) (?:the idea|credit|that (?:it was they|the other|they (?:had )?(?:first|won|moved)))\b[^.;]{0,60}/iu;
const DENIED =
  /\b((?:reports?|claims?|accounts?|rumou?rs?) (?:of|that) [^.;]{5,120}?) (were|was|have been|has been) (?:flatly |firmly |promptly )?(denied|dismissed|rejected)\b/i;
const CREDIT = /\bsome (?:credit|blame|name) ([^.;:,]{3,60}), some ([^.;:,]{3,60})/i;
const FIRST = /\bfirst\b|\basked|\bproposed|\bsuggested|\bcalled/; // not: First Minister
const FARTHEST = 2;
/** `Who moved first is a matter of taste`, and then each in turn. */
const OPEN_QUESTION =
  /\b(?:who|which (?:side|party|of (?:them|the two))) (?:had )?(?:\p{L}+ed|spoke|gave way|wrote|went|began|broke it|shot) first\b|\bwhose (?:idea|plan|proposal|fault) (?:it|the|that)\b|\b(?:accounts|versions|stories) (?:differ|diverge|vary)\b/iu;

const isTold = ({ speech, text }: Scene): boolean =>
  speech.length > 0 || /\b(?:account|version|according to|says|said|insists?|claims?|recalls?)\b/i.test(text);

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
    const each = EACH.exec(scene.text);
    if (each !== null) {
      const [kind, end] = [FIRST.test(each[0]) ? 'order' : 'who', each.index + each[0].length] as const;
      const middle = each.index + each[0].search(/\s(?:accus|blam|claim|take|took|say|said)/i);
      add(kind, `${kind}-each-the-other`, 'each tells it of the other', scene, [
        wordsIn(scene, each.index, middle),
        wordsIn(scene, middle + 1, end),
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
    const [one, other] = [list[k + 1], list[k + 2]];
    if (one && other && OPEN_QUESTION.test(scene.text) && isTold(one) && isTold(other)) {
      const kind = /first/i.test(scene.text) ? 'order' : 'who';
      add(kind, `${kind}-told-dispute`, 'told in two ways, as the account itself says', scene, [
        wholeOf(one),
        wholeOf(other),
      ]);
      from = k + 3;
      continue;
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
