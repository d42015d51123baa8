/**
 * What exactly is asked for, and on which condition: `a full ceasefire` or `an unconditional 30-day ceasefire` of one party;
 * coming `only if the other leader is there` or `under the condition of a ceasefire`. One party's, of one time; an account that
 * tells both does not differ.
 */
import type { Aspect, Background, Telling } from './aspect.ts';
import { firstActor, isQuoted, partyOf, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { thingIn } from './stance-words.ts';
import { folded, inCommon, terms, thing } from './terms.ts';
import { areClose } from './when-written.ts';

interface Told {
  readonly by: string;
  readonly what: string;
  readonly parts: ReadonlySet<string>;
}

const ONE_TIME_DAYS = 21;
const QUALIFIED =
  /\b((?:(?:an?|the|any) )?(?:(?:full|lasting|permanent|immediate|unconditional|partial|limited|temporary|complete|total|humanitarian|\d+-day|\w+-day) (?:and )?)+)(cease-?fire|truce|withdrawal|release|halt)\b/gi;
const GROUP = /\b(\p{Lu}\p{L}+ (?:leaders|allies|governments|nations|mediators|officials|hardliners))\b/u;

export const demand: Aspect<Told> = {
  facts: (read, background) =>
    scenes(read).flatMap((scene) =>
      scene.isTitle
        ? []
        : [...scene.text.matchAll(QUALIFIED)].flatMap(({ index, 1: words, 2: noun }) => {
            const by = holderOf(scene, index, background);
            if (by === undefined || isQuoted(scene, index)) return [];
            const parts = new Set(
              folded(words!)
                .split(/\s+/)
                .filter((word) => !/^(an?|the|any|and|)$/.test(word)),
            );
            const what = `${[...parts].join(' ')} ${noun!.replace('-', '')}`;
            return [
              {
                key: `${by} ${thingIn(noun!) ?? noun!}`,
                value: [...parts].toSorted().join(' '),
                told: { by, what, parts },
                words: wholeOf(scene),
              },
            ];
          }),
    ),
  compare: (a, b, { entity }) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (inCommon(x.parts, y.parts) > 0) return [];
    const sides = bothTell(a, b, (one, other) => isOneTime(one, other, a.tellings, b.tellings));
    const about = `asked for by ${entity(x.by)?.name ?? x.by}: ${x.what} or ${y.what}`;
    return sides ? [{ kind: 'set', rule: 'set-demand', about, status: 'open', sides }] : [];
  },
};

const CONDITION =
  /\b(only if|only (?:[\p{L}]+ ){1,4}if|unless|under the condition that|on (?:the )?condition that|provided(?: that)?|contingent on|if|once)\b/giu;
const TALKS = thing('talks'); // everything is about them
const COMES = /\b(attend|travel(?:l?ing)?|join|come|meet|go)\b/i;

/** On what their coming depends. */
export const condition: Aspect<Told> = {
  facts: (read, background) =>
    scenes(read).flatMap((scene) =>
      scene.isTitle
        ? []
        : [...scene.text.matchAll(CONDITION)].flatMap(({ index, 0: cue }) => {
            if (isQuoted(scene, index)) return [];
            const step = scene.text
              .slice(Math.max(0, index - 90), index + cue.length)
              .split(/[.;:]/)
              .at(-1)!;
            const needs = scene.text.slice(index + cue.length, index + cue.length + 140).split(/[.;:,—]/)[0]!;
            const by = holderOf(scene, index, background, true);
            if (by === undefined || !COMES.test(step) || terms(needs).size === 0) return [];
            const parts = terms(needs.replace(/cease-fire/gi, 'ceasefire'));
            parts.delete(TALKS);
            const what = needs.trim();
            return [
              { key: by, value: [...parts].toSorted().join(' '), told: { by, what, parts }, words: wholeOf(scene) },
            ];
          }),
    ),
  compare: (a, b, { entity }) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (inCommon(x.parts, y.parts) > 0) return [];
    const sides = bothTell(a, b, (one, other) => isOneTime(one, other, a.tellings, b.tellings));
    const about = `condition for coming, of ${entity(x.by)?.name ?? x.by}: ${x.what} or ${y.what}`;
    return sides ? [{ kind: 'set', rule: 'set-condition', about, status: 'open', sides }] : [];
  },
};

function isOneTime(
  a: Telling<Told>,
  b: Telling<Told>,
  ofA: readonly Telling<Told>[],
  ofB: readonly Telling<Told>[],
): boolean {
  if (ofA.some(({ source }) => source === b.source) || ofB.some(({ source }) => source === a.source)) return false;
  return areClose(a.written, b.written, ONE_TIME_DAYS);
}

function holderOf(scene: Scene, at: number, background: Background, isPerson = false): string | undefined {
  const row = firstActor(scene, at);
  const group = GROUP.exec(scene.text.slice(0, at))?.[1];
  if (group !== undefined && (row === undefined || scene.text.indexOf(group) < row.start - scene.start)) return group;
  if (row === undefined || (isPerson && row.type !== 'person')) return undefined;
  return partyOf(row.entity, background);
}
