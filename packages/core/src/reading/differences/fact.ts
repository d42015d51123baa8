/**
 * A text against the dated offices of the case: `former` of who holds the office on the day of writing, an office that was left
 * or not yet taken, another office than the one held. And `then as now minister` of who, by the same sentence, has resigned.
 */
import { sayDay, type When } from '../../case/index.ts';
import type { KnownOffice } from '../known.ts';
import type { Side } from '../rows.ts';
import type { Alone, Draft } from './aspect.ts';
import { descriptions, describe, sayDescription, type Description } from './descriptions.ts';
import { disagree } from './role.ts';
import { scenes, wordsIn } from './scenes.ts';

/** The source of a side that is no account. */
export const OFFICES = 'offices';

const PAST = /\b(then|then-|at the time|was|as)[ -]?$/i;
const STILL = /\b(?:then as now|still|currently|the sitting|the current|the incumbent)\b[^.;]{3,60}?(?=,|$)/i;
const LEFT =
  /\b(resigned|stepped down|left office|was ousted|was removed|quit) (?:on|in|as|last|earlier|this)\b[^.;,]{0,40}/i;

export const fact: Alone = (read, { entity, offices }) => {
  const { written, id, text } = read.account;
  const found: Draft[] = [];
  const seen = new Set<string>();
  if (written !== undefined && offices.length > 0)
    for (const { person, description, words } of descriptions(read)) {
      const own = offices.filter((office) => office.person === person.entity);
      const wrong = wrongOf(description, own, written);
      if (wrong === undefined || PAST.test(text.slice(Math.max(0, words.start - 12), words.start))) continue;
      const about = `${entity(person.entity)?.name ?? person.exact}: ${sayDescription(description)}, ${wrong.why}`;
      if (seen.has(about)) continue;
      seen.add(about);
      found.push({
        kind: 'fact',
        rule: `fact-${wrong.rule}`,
        about,
        status: 'open',
        sides: [{ ...words, source: id }, sideOfOffice(wrong.office)],
      });
    }
  for (const scene of scenes(read)) {
    const [still, left] = [STILL.exec(scene.text), LEFT.exec(scene.text)];
    if (still === null || left === null || left.index < still.index) continue;
    const sides = [still, left].map(({ index, 0: words }) => ({
      ...wordsIn(scene, index, index + words.length),
      source: id,
    }));
    found.push({ kind: 'fact', rule: 'fact-left-office', about: 'in office, and has left it', status: 'open', sides });
  }
  return found;
};

interface Wrong {
  readonly rule: string;
  readonly why: string;
  readonly office: KnownOffice;
}

function wrongOf(told: Description, offices: readonly KnownOffice[], written: When): Wrong | undefined {
  const known = offices.flatMap((office) => {
    const description = describe(office.office);
    return description === undefined ? [] : [{ office, description, isHeld: isHeld(office, written) }];
  });
  if (known.length === 0) return undefined;
  const plain = { ...told, of: '' };
  const current = known.filter(({ isHeld: held }) => held === true);
  if (told.time === 'former') {
    const holds = current.find(({ description }) => disagree(plain, description) === 'former');
    return holds && { rule: 'former', why: 'who holds the office', office: holds.office };
  }
  if (told.time !== 'current') return undefined;
  if (current.some(({ description }) => description.head === told.head && disagree(plain, description) === undefined))
    return undefined;
  const same = known.find(({ description, isHeld: held }) => {
    const isSame =
      description.head === told.head && (told.portfolio === '' || told.portfolio === description.portfolio);
    return isSame && told.rank !== 'deputy' && held === false;
  });
  if (same) return { rule: 'not-in-office', why: 'who does not hold the office', office: same.office };
  const other = current.find(({ description }) => disagree(plain, description) !== undefined);
  return other && { rule: 'other-office', why: `who is ${other.office.office}`, office: other.office };
}

/** Undefined where it cannot be told: the account may have been written before or after the change. */
function isHeld({ from, until }: KnownOffice, written: When): boolean | undefined {
  if ((from === undefined || from.max <= written.min) && (until === undefined || until.min >= written.max)) return true;
  if ((from !== undefined && from.min > written.max) || (until !== undefined && until.max < written.min)) return false;
  return undefined;
}

function sideOfOffice({ office, from, until }: KnownOffice): Side {
  const day = (when: When | undefined, edge: 'first' | 'last'): string =>
    when?.[edge] === undefined ? '' : sayDay(when[edge]);
  const since = day(from, 'first') === '' ? '' : ` from ${day(from, 'first')}`;
  const exact = `${office}${since}${day(until, 'last') === '' ? '' : ` until ${day(until, 'last')}`}`;
  return { source: OFFICES, start: 0, end: exact.length, exact };
}
