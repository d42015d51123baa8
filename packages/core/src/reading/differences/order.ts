/**
 * Who moved first. An account says who invited or proposed, and to whom; where others say that the one invited had proposed, or
 * that it answered, the order is in dispute: no date settles it. Third parties that urge or mediate are not compared.
 */
import type { NameRow } from '../rows.ts';
import type { Aspect, Telling } from './aspect.ts';
import { actorBefore, isQuoted, partyOf, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell, sourcesOf } from './sides.ts';
import { areClose } from './when-written.ts';

interface Told {
  readonly by: string;
  readonly to: string | undefined;
  readonly isFirst: boolean;
  readonly isProposal: boolean;
}

interface Move {
  readonly by: NameRow;
  readonly to?: NameRow | undefined;
  readonly isFirst: boolean;
  readonly isProposal: boolean;
}

const ONE_TIME_DAYS = 60;
const ONE_WEEK_DAYS = 7;
const MEETING = String.raw`(?:meetings?|talks|summit|conversation|call|negotiations|dialogue|conference|swap|exchange|truce)`;
const INVITED = new RegExp(
  String.raw`\b(?:invited|invites|inviting|challenged|extended (?:a|an) (?:\w+ )?invitation to|issued (?:a|an) (?:\w+ )?(?:challenge|invitation) to|wrote to|telephoned|sent (?:a|an) (?:\w+ )?(?:invitation|letter|proposal) to)(?= )`,
  'giu',
);
const PROPOSED = new RegExp(
  String.raw`\b(?:proposed|proposes|suggested|asked for|requested|sought|initiated|floated|put forward|had called for|having proposed)(?: [\p{L}-]+){0,4}? ${MEETING}\b`,
  'giu',
);
/** “had asked Y to come”: an invitation, whatever the word. */
const ASKED =
  /\b(?:asked|asks|called on|urged|dared|summoned) (?=[^.;,]{2,60}? to (?:come|meet|sit down|join|attend|talk|travel|negotiate|face)\b)/giu;
const FIRST_TO = new RegExp(
  String.raw`\b(?:was|were|is|had been) (?:the )?first to (?:suggest|propose|ask for|call for|offer|request|float|seek|invite)\b`,
  'giu',
);
const PROPOSED_BY = new RegExp(
  String.raw`\b${MEETING}(?: [\p{L}-]+){0,4}? (?:proposed|suggested|requested|initiated|called) by (?=\S)`,
  'giu',
);
const ACCEPTED_FROM =
  /\b(?:accepted|declined|rejected|turned down|received|answered) (?:an?|the) (?:[\p{L}-]+ ){0,2}(?:invitation|proposal|request|offer)(?: [\p{L}-]+){0,3}? (?:from|by|of) (?=\S)/giu;
const IT_WAS =
  /\bit was ([^.;]{2,80}?),? who (?:had )?(first )?(asked|proposed|suggested|invited|called|wrote|requested)\b/giu;
const CAME_FROM =
  /\bfirst[^.;]{0,40}\b(?:request|note|letter|invitation|overture|proposal|call|approach)\b[^.;]{0,40}\b(?:came|was sent) from /giu;
const LATER = /\b(?:in response|in reply|in answer|in turn|again|second|new|later|then|another)\b/i;
const OWN = /\bat (?:his|her) invitation\b/giu;
const UNSURE = /\b(if|whether|should|could|might|may|would|until|unless|not|never|no)\s+(?:\w+\s+)?$/i;

export const order: Aspect<Told> = {
  facts: (read, background) =>
    scenes(read).flatMap((scene) =>
      scene.isTitle
        ? []
        : moves(scene).map(({ by, to, isFirst, isProposal }) => ({
            key: 'meeting',
            value: partyOf(by.entity, background),
            told: {
              by: partyOf(by.entity, background),
              to: to === undefined ? undefined : partyOf(to.entity, background),
              isFirst,
              isProposal,
            },
            words: wholeOf(scene),
          })),
    ),
  compare: (a, b, { entity }) => {
    const names = [a, b].map(({ value }) => entity(value)?.name ?? value);
    const about = `who moved first: ${names[0]} or ${names[1]}`;
    const both = sourcesOf(a.tellings).filter((source) => b.tellings.some((telling) => telling.source === source));
    // each of two accounts knows one who proposed the meeting, and they name different ones
    const isAlone = (one: Telling<Told>, other: Telling<Told>): boolean =>
      one.told.isProposal && other.told.isProposal && !both.includes(one.source) && !both.includes(other.source) &&
      areClose(one.written, other.written, ONE_WEEK_DAYS); // prettier-ignore
    const sides = bothTell(a, b, (one, other) => isDispute(one, other) || isAlone(one, other), true);
    return sides ? [{ kind: 'order', rule: 'order-first-move', about, status: 'open', sides }] : [];
  },
};

/** One of the two is told to have been asked by the other; or both are told as the first, even long after. */
function isDispute(a: Telling<Told>, b: Telling<Told>): boolean {
  const [x, y] = [a.told, b.told];
  if (x.by === y.by) return false;
  if (x.isFirst && y.isFirst) return true;
  if ((x.isFirst || y.isFirst) && x.isProposal && y.isProposal) return areClose(a.written, b.written, ONE_TIME_DAYS);
  return areClose(a.written, b.written, ONE_TIME_DAYS) && (x.to === y.by || y.to === x.by);
}

/** Between the marks around a place. */
function clauseAt(text: string, index: number): string {
  const from = Math.max(text.lastIndexOf(';', index), text.lastIndexOf(', but', index), 0);
  const rest = text.slice(index).search(/[,;]/);
  return text.slice(from, rest < 0 ? text.length : index + rest);
}

function moves(scene: Scene): Move[] {
  const { text, names, start } = scene;
  const found: Move[] = [];
  const add = (by: NameRow | undefined, to: NameRow | undefined, isFirst: boolean, isProposal = false): void => {
    if (by !== undefined && by.entity !== to?.entity) found.push({ by, to, isFirst, isProposal });
  };
  const after = (at: number, within = 60): NameRow | undefined =>
    names.find((row) => row.type !== 'office' && row.start - start >= at && row.start - start < at + within);
  for (const { index, 0: words } of text.matchAll(INVITED)) {
    if (isQuoted(scene, index) || UNSURE.test(text.slice(0, index))) continue;
    add(actorBefore(scene, index), after(index + words.length), false);
  }
  for (const { index, 0: words } of text.matchAll(ASKED)) {
    const to = after(index + words.length, 4);
    if (to !== undefined && !isQuoted(scene, index) && !UNSURE.test(text.slice(0, index)))
      add(actorBefore(scene, index), to, false);
  }
  for (const { index } of text.matchAll(FIRST_TO))
    if (!isQuoted(scene, index)) add(actorBefore(scene, index), undefined, true, true);
  for (const { index } of text.matchAll(PROPOSED)) {
    if (isQuoted(scene, index) || UNSURE.test(text.slice(0, index))) continue;
    add(actorBefore(scene, index), undefined, false, !LATER.test(clauseAt(text, index)));
  }
  for (const { index, 0: words } of text.matchAll(PROPOSED_BY))
    if (!isQuoted(scene, index))
      add(after(index + words.length, 40), undefined, false, !LATER.test(clauseAt(text, index)));
  for (const { index, 0: words } of text.matchAll(ACCEPTED_FROM))
    if (!isQuoted(scene, index)) add(after(index + words.length, 40), actorBefore(scene, index), false);
  for (const { index, 1: who, 2: first } of text.matchAll(IT_WAS)) {
    const inside = names.filter((row) => row.start - start >= index && row.end - start <= index + 8 + who!.length);
    add(
      inside.find(({ type }) => type === 'person') ?? inside.find(({ type }) => type === 'office') ?? inside.at(-1),
      undefined,
      first !== undefined,
      true,
    );
  }
  for (const { index, 0: words } of text.matchAll(CAME_FROM)) add(after(index + words.length, 30), undefined, true);
  for (const { index } of text.matchAll(OWN)) {
    const people = [...(scene.before?.names ?? []), ...names.filter((row) => row.end - start <= index)];
    add(
      people.find(({ type }) => type === 'person'),
      undefined,
      true,
    );
  }
  return found;
}
