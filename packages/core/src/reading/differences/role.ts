/**
 * One person in two roles: former and sitting, deputy and full, two offices that one person does not hold at once, a rank
 * that does not go with the office. An office that is only less precise (“official” beside “minister”) agrees. Accounts
 * more than half a year apart are not compared: offices change.
 */
import type { Aspect, Draft, Group } from './aspect.ts';
import { descriptions, sayDescription, type Description } from './descriptions.ts';
import { areClose } from './when-written.ts';
import { oneEach, sourcesOf } from './sides.ts';

interface Told {
  readonly person: string;
  readonly description: Description;
}

const LONGEST_DAYS = 183;

export const role: Aspect<Told> = {
  facts: (read) =>
    descriptions(read).map(({ person, description, words }) => ({
      key: person.entity,
      value: sayDescription(description),
      told: { person: person.entity, description },
      words,
    })),
  compare: (a, b, { entity }) => {
    const [one, other] = [a.tellings[0]!.told, b.tellings[0]!.told];
    const why = disagree(one.description, other.description);
    if (why === undefined || !areClose(a.tellings[0]!.written, b.tellings[0]!.written, LONGEST_DAYS)) return [];
    const about = `role of ${entity(one.person)?.name ?? one.person}: ${sayDescription(one.description)} or ${sayDescription(other.description)}`;
    return drafts(a, b, `role-${why}`, about);
  },
};

/** Between accounts, and once more for every account that says both. */
function drafts(a: Group<Told>, b: Group<Told>, rule: string, about: string): Draft[] {
  const found: Draft[] = [];
  const sides = oneEach(a.tellings, b.tellings);
  if (sides) found.push({ kind: 'role', rule, about, status: 'open', sides });
  const both = sourcesOf(a.tellings).filter((source) => sourcesOf(b.tellings).includes(source));
  for (const source of both) {
    const own = [a, b].map(({ tellings }) => tellings.find((side) => side.source === source)!);
    found.push({ kind: 'self', rule: `self-${rule}`, about, status: 'open', sides: own });
  }
  return found;
}

/** Offices that nobody holds two of. */
const SEATS = new Set([
  'president',
  'prime minister',
  'chancellor',
  'king',
  'queen',
  'emir',
  'sultan',
  'emperor',
  'pope',
  'secretary-general',
]);
const HIGH = new Set([...SEATS, 'minister', 'secretary of state', 'secretary', 'chief of staff', 'crown prince']);

const RANKS = ['captain', 'major', 'lieutenant', 'colonel', 'general', 'admiral', 'marshal', 'sergeant'];
const OF_STATE = ['minister', 'secretary', 'commissioner', 'ambassador'];
const OF_PLACE = ['mayor', 'governor', 'speaker', 'president', 'prime minister', 'king', 'queen'];

/** Two titles for one office or two ranks: a transport minister and a transport secretary, a colonel and a general. */
function isPeer(a: Description, b: Description): boolean {
  if (a.head === b.head || a.rank === 'deputy' || b.rank === 'deputy') return false;
  const isOne = (list: readonly string[]): boolean => list.includes(a.head) && list.includes(b.head);
  return isOne(RANKS) || isOne(OF_PLACE) || (isOne(OF_STATE) && a.portfolio !== '' && a.portfolio === b.portfolio);
}

export function disagree(a: Description, b: Description): string | undefined {
  const isSameOffice = a.head === b.head && (a.portfolio === b.portfolio || a.portfolio === '' || b.portfolio === '');
  if (isSameOffice && a.time !== b.time && (a.time === 'former' || b.time === 'former') && mayBeOne(a.of, b.of))
    return 'former';
  if (a.time !== b.time) return undefined;
  if (isSameOffice && a.portfolio === b.portfolio && (a.rank === 'deputy') !== (b.rank === 'deputy')) return 'deputy';
  if (SEATS.has(a.head) && SEATS.has(b.head) && a.head !== b.head) return 'office';
  if (
    a.head === 'minister' &&
    b.head === 'minister' &&
    a.portfolio !== b.portfolio &&
    a.portfolio !== '' &&
    b.portfolio !== '' &&
    a.rank !== 'deputy' &&
    b.rank !== 'deputy'
  ) {
    return a.portfolio.includes(b.portfolio) || b.portfolio.includes(a.portfolio) ? undefined : 'office';
  }
  if (isPeer(a, b) || isPeer(b, a)) return 'title';
  const isHigh = (d: Description): boolean => d.rank === 'high' || (d.rank === 'plain' && HIGH.has(d.head));
  if ((a.rank === 'low' && isHigh(b)) || (b.rank === 'low' && isHigh(a))) return 'rank';
  return undefined;
}

/** `us` and nothing told may be one state; two words that differ may still be (`us`, `american`), so only equal ones or none. */
const mayBeOne = (a: string, b: string): boolean => a === b || a === '' || b === '';
