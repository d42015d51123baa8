/**
 * With what force something is told of one speaker (`demanded` and `asked`, `agreed` and `is considering`, `confirmed` and
 * `denied`), and of whom one and the same thing is told (`Askov said that the border stays closed`, `Brenn said …`). From the rows
 * of reported speech: speaker, act and the carrying words of the content, by pairs of which a row is looked up.
 */
import type { IndirectRow } from '../rows.ts';
import type { Aspect, Background, Fact, ReadAccount, Telling } from './aspect.ts';
import { partyOf, wordsIn, scenes, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { strengthOrChange } from './stance.ts';
import { inCommon, terms } from './terms.ts';
import { areClose } from './when-written.ts';
import { sayWho, whoActs } from './who-acts.ts';

type Force = 'demanded' | 'asked' | 'agreed' | 'considered' | 'declined' | 'confirmed' | 'denied';

interface Told {
  readonly who: string;
  readonly person: string;
  readonly force: Force | 'told';
  readonly content: ReadonlySet<string>;
  readonly exact: string;
}

const MOST_TERMS = 6;
const FEWEST_TERMS = 2;
const SHARED = 0.6;
const SHARED_CLAIM = 0.75;
const FEWEST_OF_CLAIM = 3;
const ONE_TIME_DAYS = 21;

const FORCES: readonly (readonly [Force, RegExp])[] = [
  ['demanded', /^(?:demand|insist|requir|order)/i],
  ['asked', /^(?:ask|request|appeal|urg|invit|suggest|plead|hope)/i],
  ['denied', /^(?:den(?:y|ie))/i],
  ['confirmed', /^(?:confirm|acknowledg|admit|concede)/i],
  ['declined', /^(?:reject|refus|declin|rul)/i],
  ['considered', /^(?:consider|is considering|are considering|weigh|stud|(?:is|are) studying|examin|look)/i],
  ['agreed', /^(?:agree|accept|consent)/i],
];
const APART: ReadonlySet<string> = new Set([
  'asked demanded',
  'agreed considered',
  'agreed declined',
  'considered declined',
  'confirmed denied',
]);

const DECIDED: ReadonlySet<string> = new Set<Force>(['agreed', 'declined', 'denied', 'confirmed']);

export const force: Aspect<Told> = {
  facts: (read, background) =>
    tellings(read, background).flatMap(({ row, told, scene }) => {
      const found = FORCES.find(([, pattern]) => pattern.test(row.cue.exact))?.[0];
      if (found === undefined || row.polarity === 'negated' || row.modality === 'conditional') return [];
      return byPairs(`${told.who} `, found, { ...told, force: found }, row, scene);
    }),
  compare: (a, b, background) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (!APART.has([x.force, y.force].toSorted().join(' ')) || share(x.content, y.content) < SHARED) return [];
    const about = `${sayWho(x.who, background)} ${x.force} or ${y.force}: ${short(x.exact)}`;
    return strengthOrChange(a, b, about, 'force', DECIDED);
  },
};

/** One claim of two people; that several say so is likely, so the words must be nearly the same and the account no other. */
export const claim: Aspect<Told> = {
  facts: (read, background) =>
    tellings(read, background).flatMap(({ row, told, scene }) =>
      row.act === 'state' && told.content.size >= FEWEST_OF_CLAIM && background.entity(told.person)?.type === 'person'
        ? byPairs('', told.person, told, row, scene)
        : [],
    ),
  compare: (a, b, background) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    if (x.who === y.who || share(x.content, y.content) < SHARED_CLAIM) return [];
    const sides = bothTell(
      a,
      b,
      (one, other) => areClose(one.written, other.written, ONE_TIME_DAYS) && isAlone(one, other),
    );
    const about = `who said it: ${sayWho(x.person, background)} or ${sayWho(y.person, background)}`;
    return sides ? [{ kind: 'who', rule: 'who-claimed', about, status: 'open', sides }] : [];
    function isAlone(one: Telling<Told>, other: Telling<Told>): boolean {
      return (
        !a.tellings.some(({ source }) => source === other.source) &&
        !b.tellings.some(({ source }) => source === one.source)
      );
    }
  },
};

function tellings(read: ReadAccount, background: Background): { row: IndirectRow; told: Told; scene: Scene }[] {
  const list = scenes(read);
  let next = 0;
  return read.rows.flatMap((row) => {
    if (row.kind !== 'indirect') return [];
    while (next < list.length && list[next]!.end <= row.start) next++;
    const scene = list[next];
    if (scene === undefined || scene.isTitle || row.start < scene.start) return [];
    const content = terms(row.exact);
    if (content.size < FEWEST_TERMS) return [];
    const { entity } = row.speaker;
    const who =
      entity === undefined ? whoActs(scene, row.cue.start - scene.start, background) : partyOf(entity, background);
    if (who === undefined) return [];
    const person = entity ?? who;
    return [{ row, scene, told: { who, person, force: 'told' as const, content, exact: row.exact } }];
  });
}

function byPairs(key: string, value: string, told: Told, row: IndirectRow, scene: Scene): Fact<Told>[] {
  const some = [...told.content].slice(0, MOST_TERMS).toSorted();
  const words = wordsIn(
    scene,
    Math.min(row.start, row.cue.start) - scene.start,
    Math.max(row.end, row.cue.end) - scene.start,
  );
  return some.flatMap((a, k) => some.slice(k + 1).map((b) => ({ key: `${key}${a} ${b}`, value, told, words })));
}

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => inCommon(a, b) / Math.max(a.size, b.size);
const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);
