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

const TALKS = thing('talks'); // everything is about them
const COMES = /\b(attend|travel(?:l?ing)?|join|come|meet|go)\b/i;

/** What one party ties one step to, by the rows that were read as conditions. */
export const condition: Aspect<Told & { readonly step: ReadonlySet<string>; readonly stepWords: string }> = {
  facts: ({ rows }, background) =>
    rows.flatMap((row) => {
      if (row.kind !== 'precondition' || row.binds !== 'condition' || row.isNegated || row.holder.entity === undefined)
        return [];
      const by = partyOf(row.holder.entity, background);
      const parts = terms(row.needs.exact.replace(/cease-fire/gi, 'ceasefire'));
      const step = terms(row.step.exact.replace(/cease-fire/gi, 'ceasefire'));
      for (const generic of [TALKS, ...GENERIC]) {
        parts.delete(generic);
        step.delete(generic);
      }
      if (parts.size === 0) return [];
      const { start, end, exact } = row;
      const told = { by, what: row.needs.exact, parts, step, stepWords: row.step.exact };
      const keys = COMES.test(row.step.exact) ? ['coming'] : [...step].slice(0, MOST_STEP_TERMS);
      const value = [...parts].toSorted().join(' ');
      return keys.map((key) => ({ key: `${by} ${key}`, value, told, words: { start, end, exact } }));
    }),
  compare: (a, b, { entity }) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (inCommon(x.parts, y.parts) > 0) return [];
    const isOneStep = (one: typeof x, other: typeof x): boolean =>
      (COMES.test(one.stepWords) && COMES.test(other.stepWords)) || inCommon(one.step, other.step) >= FEWEST_STEP_TERMS;
    const sides = bothTell(
      a,
      b,
      (one, other) => isOneStep(one.told, other.told) && isOneTime(one, other, a.tellings, b.tellings),
    );
    const what = COMES.test(x.stepWords) ? 'condition for coming, of' : 'condition of';
    const about = `${what} ${entity(x.by)?.name ?? x.by}: ${x.what} or ${y.what}`;
    return sides
      ? [
          {
            kind: 'set',
            rule: 'set-condition',
            about,
            status: 'open',
            sides,
            once: COMES.test(x.stepWords) ? `${x.by} coming` : `${x.by} ${x.what} ${y.what}`,
          },
        ]
      : [];
  },
};

const MOST_STEP_TERMS = 5;
const FEWEST_STEP_TERMS = 2;
/** Words of every negotiation. */
const GENERIC = ['side', 'party', 'leader', 'country', 'government'].map(thing);

function isOneTime(
  a: Telling<Told>,
  b: Telling<Told>,
  ofA: readonly Telling<Told>[],
  ofB: readonly Telling<Told>[],
): boolean {
  if (ofA.some(({ source }) => source === b.source) || ofB.some(({ source }) => source === a.source)) return false;
  return areClose(a.written, b.written, ONE_TIME_DAYS);
}

function holderOf(scene: Scene, at: number, background: Background): string | undefined {
  const row = firstActor(scene, at);
  const group = GROUP.exec(scene.text.slice(0, at))?.[1];
  if (group !== undefined && (row === undefined || scene.text.indexOf(group) < row.start - scene.start)) return group;
  if (row === undefined) return undefined;
  return partyOf(row.entity, background);
}
