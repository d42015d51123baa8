/**
 * What an account says was changed, from what to what (`raised its offer from ten years to twenty`, `postponed them from 15 July
 * to 15 August`), beside an earlier account that has the first value: a change, explained. Facts are values with their unit and
 * days; those that were left behind are looked up under the same key.
 */
import type { Aspect } from './aspect.ts';
import { readWhen } from '../../case/index.ts';
import { quantities } from './quantities.ts';
import { sceneTerms, scenes, wholeOf, wordsIn, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { inCommon } from './terms.ts';
import { isBefore } from './when-written.ts';

interface Told {
  readonly words: string;
  /** What it was changed to; undefined where it only stands. */
  readonly to: string | undefined;
  readonly context: ReadonlySet<string>;
}

const CHANGED =
  /\b(?:raised|lowered|cut|reduced|increased|extended|shortened|postponed?|put off|moved|brought forward|delayed|widened|narrowed|softened|doubled|halved|dropped|revised|changed|lifted|trimmed|slashed|pushed back)\b/i;
const FROM_TO =
  /\bfrom (?:(?:the|a|an|about|some|its|an initial|an original) )*([^.;:]{1,40}?) to (?:about |some )?([^.;:,]{1,40})/giu;

export const revised: Aspect<Told> = {
  facts: (read) =>
    scenes(read).flatMap((scene) => {
      if (scene.isTitle) return [];
      const context = sceneTerms(scene);
      const changes = CHANGED.test(scene.text) ? [...scene.text.matchAll(FROM_TO)] : [];
      const left = changes.flatMap(({ index, 0: words, 1: from, 2: to }) => {
        const at = index + words.indexOf(from!);
        return valuesIn(scene)
          .filter(({ start }) => start >= index && start < at + from!.length)
          .map(({ key }) => {
            const told: Told = { words: from!, to: to!, context };
            return { key, value: `to ${to!.toLowerCase()}`, told, words: wholeOf(scene) };
          });
      });
      const stands = valuesIn(scene)
        .filter(({ start }) => !changes.some(({ index, 0: words }) => index <= start && start < index + words.length))
        .map(({ key, start, end }) => {
          const words = wordsIn(scene, start, end);
          return { key, value: 'stands', told: { words: words.exact, to: undefined, context }, words };
        });
      return [...left, ...stands];
    }),
  compare: (a, b) => {
    const [stands, left] = a.value === 'stands' ? [a, b] : [b, a];
    if (stands.value !== 'stands' || left.value === 'stands') return [];
    const sides = bothTell(
      stands,
      left,
      (x, y) => isBefore(x.written, y.written) && inCommon(x.told.context, y.told.context) >= 1,
    );
    const { words, to } = left.tellings[0]!.told;
    const about = `changed from ${words} to ${to}`;
    const why = 'told of one time and of a later one';
    return sides ? [{ kind: 'change', rule: 'change-revised', about, status: 'explained', why, sides }] : [];
  },
};

interface Value {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function valuesIn(scene: Scene): Value[] {
  const counted = quantities(scene.text).map(({ value, unit, start, end }) => ({
    key: `${value} ${unit}`,
    start,
    end,
  }));
  const days = scene.dates.flatMap((row) => {
    const when = row.edtf === '' ? '' : readWhen(row.edtf);
    if (typeof when === 'string' || when.first === undefined) return [];
    return [{ key: dayOf(row.edtf), start: row.start - scene.start, end: row.end - scene.start }];
  });
  return [...counted, ...days];
}

/** `from 15 July to 15 August` may be read as one stretch: it was left where it begins. */
const dayOf = (edtf: string): string => `day ${edtf.split('/')[0]}`;
