/**
 * Who comes: there, coming, perhaps, on a condition, left open, not coming. Two accounts of one time that differ differ in
 * strength; of two times, it is how it went. Only persons: that a delegation of the same side comes is another fact.
 */
import type { NameRow } from '../rows.ts';
import type { Aspect } from './aspect.ts';
import { actorBefore, isQuoted, scenes, wholeOf, type Scene } from './scenes.ts';
import { strengthOrChange } from './stance.ts';

type Coming =
  | 'is there'
  | 'is coming'
  | 'may come'
  | 'comes on a condition'
  | 'left open'
  | 'does not come'
  | 'sends others';

const COMES = String.raw`(?:attend|participate in|take part in|join|travel|come|fly|go|be in|be at|appear|meet)`;
/** Most telling first: the first that fits is taken. */
const SAID: readonly (readonly [Coming, RegExp])[] = [
  ['left open', /\bnon-?committal about \p{Lu}[\p{L}’'-]*(?:['’]s)? (?:attendance|presence|participation)/iu],
  [
    'left open',
    new RegExp(
      String.raw`\b(?:has|had) (?:not|yet to) (?:yet )?(?:accepted?|said whether|confirmed?|decided?)\b(?:[^.;]{0,30}\b(?:invitation|come|attend|travel)|[.]?$)`,
      'iu',
    ),
  ],
  [
    'does not come',
    new RegExp(
      String.raw`\b(?:declined|declines|refused|turned down|rejected|spurned|would forgo|will forgo|forgoes|skipped|will skip)(?: [\p{L}’'.-]+){0,5}? (?:invitation|offer|talks|meeting|summit|to (?:attend|come|travel))\b`,
      'iu',
    ),
  ],
  [
    'does not come',
    new RegExp(
      String.raw`\b(?:will not|would not|won['’]t|does not|did not) (?:attend|come|travel|take part|participate|go)\b`,
      'iu',
    ),
  ],
  [
    'sends others',
    /\b(?:is sending|has dispatched|dispatched|will send|has sent|sent|sends) (?:(?:a|an|his|her|its|our) )?(?:\w+ )?(?:delegation|team|envoy|spokesman|representative)\b/iu,
  ],
  [
    'comes on a condition',
    new RegExp(
      String.raw`\b(?:will|would) (?:only )?${COMES}\b[^.;]{0,60}\b(?:only if|if|unless|provided|on condition)`,
      'iu',
    ),
  ],
  ['comes on a condition', new RegExp(String.raw`\b(?:will|would) only ${COMES}\b`, 'iu')],
  [
    'comes on a condition',
    new RegExp(
      String.raw`\b(?:willing(?:ness)?|ready|readiness|prepared) to (?:join|attend|meet|travel|come)\b[^.;]{0,60}\b(?:if|under the condition|provided|on condition|contingent)`,
      'iu',
    ),
  ],
  [
    'may come',
    /\b(?:hinted at|raised the possibility of|did not rule out|considering|floated|might be|may be|toyed with)(?: possibly)? (?:travell?ing|coming|attending|joining|going|a trip)\b/iu,
  ],
  ['may come', new RegExp(String.raw`\b(?:might|may|could) (?:well |also |possibly )?${COMES}\b`, 'iu')],
  ['is there', /\b(?:,? who is|is already|arrived|has arrived|landed) in\b/iu],
  [
    'is coming',
    new RegExp(
      String.raw`\b(?:is|are|was|were) (?:expected|anticipated|scheduled|due|set|slated) to (?:${COMES}|be in)\b`,
      'iu',
    ),
  ],
  [
    'is coming',
    new RegExp(
      String.raw`\b(?:will|is to|plans to) (?:attend|take part in|participate in|travel to|fly to|come to) `,
      'iu',
    ),
  ],
];
const DECIDED: ReadonlySet<string> = new Set<Coming>(['is there', 'is coming', 'does not come', 'sends others']);
const ASKED = /\b(whether|if|should|invit\w+|unless|even if|asked|urged|called on)\b[^,;.]{0,60}$/i;

interface Told {
  readonly person: string;
  readonly coming: Coming;
}

export const attendance: Aspect<Told> = {
  facts: (read) =>
    scenes(read).flatMap((scene) => {
      if (scene.isTitle) return [];
      for (const [coming, pattern] of SAID) {
        const match = pattern.exec(scene.text);
        if (match === null || isQuoted(scene, match.index) || ASKED.test(scene.text.slice(0, match.index))) continue;
        const words = wholeOf(scene);
        return whoCome(scene, match.index, match[0]).map((row) => ({
          key: row.entity,
          value: coming,
          told: { person: row.entity, coming },
          words,
        }));
      }
      return [];
    }),
  compare: (a, b, { entity }) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (isOne(x.coming, y.coming)) return [];
    const about = `whether ${entity(x.person)?.name ?? x.person} comes: ${x.coming} or ${y.coming}`;
    return strengthOrChange(a, b, about, 'attendance', DECIDED);
  },
};

/** Sending others is not coming, told without the refusal. */
const isOne = (a: Coming, b: Coming): boolean =>
  [a, b].every((one) => one === 'does not come' || one === 'sends others') ||
  [a, b].every((one) => one === 'may come' || one === 'comes on a condition' || one === 'left open');

const BESIDE = /^,? ?(?:\w+ly |also |even |had |has |have |himself |herself |will )*$/;

/** Nobody else's clause stands between, but for a pronoun that means the same person. */
const isNear = (between: string): boolean =>
  /\b(he|she)(?: \w+)? $/i.test(between) ||
  (between.length <= 60 &&
    !/,(?! who)|\b(representatives|officials|leaders|delegations?|sides)\b/.test(between.replace(/^, who[^,]*,/, '')));

/** The persons of the list that ends before the words; of `non-committal about Putin's attendance`, Putin. */
function whoCome(scene: Scene, at: number, words: string): readonly NameRow[] {
  const inside = scene.names.find(
    ({ start, type }) => type === 'person' && start - scene.start >= at && start - scene.start < at + words.length,
  );
  if (/committal/.test(words)) return inside ? [inside] : [];
  const next = scene.names.findLast(({ type, end }) => type === 'person' && end - scene.start <= at);
  const isNext = next !== undefined && BESIDE.test(scene.text.slice(next.end - scene.start, at));
  const last = isNext ? next : actorBefore(scene, at);
  if (last?.type !== 'person' || !isNear(scene.text.slice(Math.max(0, last.end - scene.start), at))) return [];
  const list = [last];
  for (const row of scene.names.toReversed()) {
    const first = list[0]!;
    if (row.end > first.start || row.type !== 'person') continue;
    const between = scene.text.slice(row.end - scene.start, first.start - scene.start);
    if (
      !/^,? (?:and |along with |as well as )?(?:[\p{Lu}][\p{L}.]* (?:of [\p{Lu}][\p{L}]* )?){0,4}$/u.test(between) &&
      between !== ', '
    )
      break;
    list.unshift(row);
  }
  return list;
}
