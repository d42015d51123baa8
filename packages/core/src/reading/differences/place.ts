/**
 * One happening in two places. A town in the state that the other account names is part of it, and explained; so is a house in a
 * town. Two towns of two states are open, where the accounts are of one time and name the same parties.
 */
import type { EntityType } from '../rows.ts';
import type { Aspect, Background, Telling } from './aspect.ts';
import { happeningAt, happenings, isOneOfMany, type Happening } from './happenings.ts';
import { partiesIn, partyOf, scenes, wholeOf } from './scenes.ts';
import { bothTell } from './sides.ts';
import { inCommon } from './terms.ts';
import { areClose } from './when-written.ts';

interface Told {
  readonly is: Happening;
  readonly entity: string;
  readonly name: string;
  readonly type: EntityType;
  readonly parties: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
}

const WITH_PLACE: ReadonlySet<Happening> = new Set(['meeting', 'signature', 'exchange', 'vote', 'opening']);
const BUILDING =
  /\b(palace|hotel|castle|house|hall|centre|center|villa|embassy|museum|residence|teatro|theatre|parliament)\b/i;
const PART_APART_DAYS = 60;
const OPEN_APART_DAYS = 14;

export const place: Aspect<Told> = {
  facts: (read, background) =>
    scenes(read).flatMap((scene) => {
      const among = happenings(scene).filter(({ is }) => WITH_PLACE.has(is));
      if (among.length === 0) return [];
      return scene.names.flatMap(({ start, end, entity, type, exact, isMetonym }) => {
        const span = { start: start - scene.start, end: end - scene.start };
        if ((type !== 'place' && type !== 'state') || isMetonym) return [];
        if (!/\b(in|at)(?: the)? $/i.test(scene.text.slice(0, span.start))) return [];
        const told = happeningAt(scene, span, among);
        if (told === undefined || isOneOfMany(scene, told)) return [];
        // where those are who say it
        if (/^,? (?:said|say|told|hold|believe)/.test(scene.text.slice(span.end, span.end + 10))) return [];
        const parties = partiesIn(scene, background);
        const days = new Set(scene.dates.map(({ edtf }) => edtf).filter(Boolean));
        return [
          {
            key: told.is,
            value: entity,
            told: { is: told.is, entity, name: exact, type, parties, days },
            words: wholeOf(scene),
          },
        ];
      });
    }),
  compare: (a, b, background) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    const about = `place of the ${x.is}: ${x.name} or ${y.name}`;
    const why = contains(x, y, background) ?? contains(y, x, background);
    if (why !== undefined) {
      const sides = bothTell(a, b, (one, other) => areClose(one.written, other.written, PART_APART_DAYS));
      return sides ? [{ kind: 'part-of', rule: 'part-of-place', about, status: 'explained', why, sides }] : [];
    }
    const [of, other] = [x, y].map(({ entity, type }) => (type === 'state' ? entity : partyOf(entity, background)));
    const areTowns = x.type === 'place' && y.type === 'place' && of !== x.entity && other !== y.entity;
    if (of === other || !areTowns) return [];
    const sides = bothTell(a, b, areOne);
    return sides ? [{ kind: 'place', rule: `place-${x.is}`, about, status: 'open', sides }] : [];
  },
};

const areOne = (a: Telling<Told>, b: Telling<Told>): boolean =>
  areClose(a.written, b.written, OPEN_APART_DAYS) &&
  (inCommon(a.told.parties, b.told.parties) >= 2 || inCommon(a.told.days, b.told.days) >= 1);

function contains(inner: Told, outer: Told, { entity }: Background): string | undefined {
  const of = entity(inner.entity)?.of;
  if (of === outer.entity) return `${inner.name} is in ${outer.name}`;
  const isHouse = BUILDING.test(inner.name) && !BUILDING.test(outer.name);
  if (isHouse && (of === undefined || of === entity(outer.entity)?.of)) return `${inner.name} may be in ${outer.name}`;
  // a small place that no table knows, and a state
  if (inner.type === 'place' && of === undefined && outer.type === 'state')
    return `${inner.name} may be in ${outer.name}`;
  return undefined;
}
