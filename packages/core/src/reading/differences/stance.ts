/**
 * What a party says to what is put to it: taken, left open, refused. Told of one time it is a difference of strength
 * (`rejected` and `has not accepted`); told of one time after another it is a change of position, dated and explained. Also who
 * goes to the meeting, which is told in other words (./attendance.ts).
 */
import type { Aspect, Draft, Group, Telling } from './aspect.ts';
import { actorAfter, actorBefore, isQuoted, partyOf, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { stances, thingIn, type Level, type Said } from './stance-words.ts';
import { areClose, isBefore } from './when-written.ts';

export interface Stance {
  readonly actor: string;
  readonly thing: string;
  readonly level: string;
}

const ONE_TIME_DAYS = 60;
const NEXT_DAYS = 2;
const DECIDED: ReadonlySet<string> = new Set<Level>(['refused', 'taken']);
const SAY: Readonly<Record<Level, string>> = { refused: 'refused', open: 'left open', taken: 'accepted' };

export const stance: Aspect<Stance> = {
  facts: (read, background) =>
    scenes(read).flatMap((scene) =>
      scene.isTitle
        ? []
        : stances(scene.text).flatMap((said) => {
            if (isQuoted(scene, said.start)) return [];
            const found = whoAndWhat(scene, said);
            if (found === undefined) return [];
            const actor = partyOf(found.actor, background);
            const told: Stance = { actor, thing: found.thing, level: said.level };
            return [{ key: `${actor} ${found.thing}`, value: said.level, told, words: wholeOf(scene) }];
          }),
    ),
  compare: (a, b, { entity }) => {
    const x = a.tellings[0]!.told;
    const name = entity(x.actor)?.name ?? x.actor;
    const about = `${name} on the ${x.thing}: ${SAY[a.value as Level]} or ${SAY[b.value as Level]}`;
    return strengthOrChange(a, b, about, 'stance', DECIDED);
  },
};

/**
 * Of one time, and neither clearly first: open. One after the other: a series. What is decided may be told a day later of what
 * was open; where the later account is the one that leaves it open, a day is no course of things.
 */
export function strengthOrChange<T>(
  a: Group<T>,
  b: Group<T>,
  about: string,
  rule: string,
  decided: ReadonlySet<string>,
): readonly Draft[] {
  const inTurn = (x: Telling<T>, y: Telling<T>): boolean => {
    const [isFirst, isSecond] = [isBefore(x.written, y.written), isBefore(y.written, x.written)];
    if (!isFirst && !isSecond) return false;
    return decided.has(isFirst ? b.value : a.value) || !areClose(x.written, y.written, NEXT_DAYS - 1);
  };
  const atOnce = bothTell(a, b, (x, y) => areClose(x.written, y.written, ONE_TIME_DAYS) && !inTurn(x, y));
  if (atOnce) return [{ kind: 'strength', rule: `strength-${rule}`, about, status: 'open', sides: atOnce }];
  const series = bothTell(a, b, inTurn);
  const why = 'told of one time and of a later one';
  return series ? [{ kind: 'change', rule: `change-${rule}`, about, status: 'explained', why, sides: series }] : [];
}

function whoAndWhat(scene: Scene, said: Said): { actor: string; thing: string } | undefined {
  const after = scene.text.slice(said.end, said.end + 70).split(/[.;:,]/)[0]!;
  const before = scene.text.slice(Math.max(0, said.start - 60), said.start);
  // “has been met with consistent rejection from Putin”, “was rejected by Askov”
  const from = /^ (?:from|by) /.exec(after);
  if (from !== null || /\b(was|were|been|is|are|being) (?:\w+ )?$/i.test(before)) {
    const by = from === null ? undefined : namedFrom(scene, said.end + from[0].length);
    const thing = thingIn(before.split(/[.;:]/).at(-1)!.split(/[—–]/).toReversed().join(' '));
    return by && thing ? { actor: by, thing } : undefined;
  }
  const by = actorAfter(scene, said.end);
  const actor = by ?? actorBefore(scene, said.start);
  if (actor === undefined) return undefined;
  const thing = thingIn(after);
  if (thing !== undefined) return { actor: actor.entity, thing };
  // “Mr Askov has not accepted.”
  return said.level === 'open' && /^[^\p{L}]*$/u.test(after) ? { actor: actor.entity, thing: 'invitation' } : undefined;
}

const namedFrom = (scene: Scene, at: number): string | undefined =>
  scene.names.find(({ start }) => {
    const from = start - scene.start;
    return from >= at && from - at < 40 && !/[,.;]/.test(scene.text.slice(at, from));
  })?.entity;
