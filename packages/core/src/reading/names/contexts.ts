/**
 * What stands around a name, over a whole account, as evidence of its type: *in X* of a place, *X's president* of a state,
 * *Mr X* of a person, *the X* of an organisation. Points were set on the development half of eval/reading.
 */
import type { EntityType } from '../rows.ts';
import { HE_NAMES, SHE_NAMES } from './given-names.ts';
import { ORGANISATION_WORDS, PLACE_BEFORE, PLACE_WORDS, ACTS, SPEECH, STATE_WORDS, TITLES } from './keywords.ts';
import { isOfBody, officeAt } from './offices.ts';
import type { Word } from './words.ts';

export interface Points {
  person: number;
  place: number;
  state: number;
  organisation: number;
  /** Does or is done to what parties do. */
  actor: number;
}
export const noPoints = (): Points => ({ person: 0, place: 0, state: 0, organisation: 0, actor: 0 });

const OF_STATES = new Set(
  'government parliament army cabinet capital people delegation border navy economy forces troops territory'.split(' '),
);

/** “a Lisgard diplomat”. */
const OFFICIALS = new Set(
  'diplomat diplomats officials official government minister ministers delegation envoy negotiators troops forces army border'.split(
    ' ',
  ),
);

const BUSINESS = /^(?:executive|director|chair|chairman|chairwoman|secretary|head|board|chief|union|editor|founder)$/;

/** What one place of a name, words k to end of its sentence, adds. */
export function weigh(points: Points, words: readonly Word[], k: number, end: number): void {
  weighBefore(points, words, k, end);
  weighAfter(points, words, k, end);
}

function priorOf(words: readonly Word[], k: number): string | undefined {
  const { gap } = words[k]!;
  return /^\s+$/.test(gap) || gap.trim() === '.' ? words[k - 1]?.low : undefined;
}

function weighBefore(points: Points, words: readonly Word[], k: number, end: number): void {
  const prior = priorOf(words, k);
  if (prior === undefined) return;
  const earlier = words[k - 2]?.low ?? '';
  if (TITLES.has(prior)) points.person += 6;
  else if (PLACE_BEFORE.has(prior)) points.place += 2;
  else if (prior === 'to' || prior === 'from') points.place += 1;
  else if (/^(?:by|for|between|with|against)$/.test(prior)) points.actor += 1;
  else if (prior === 'the') {
    if (words[end]?.low === 'administration') points.person += 5;
    else if (PLACE_BEFORE.has(earlier) || earlier === 'on') points.place += 2;
    else points.organisation += 2;
    points.person -= 3;
  } else if (prior === 'of') {
    if (BUSINESS.test(earlier)) points.organisation += 3;
    else if (endsOffice(words, k - 1)) points.state += 3;
    else if (OF_STATES.has(earlier)) points.state += 2;
    else if (PLACE_WORDS.has(earlier)) points.place += 3;
    else if (words[k - 2]?.isCapital) {
      const office = officeOfHolder(words, k - 2);
      if (office !== undefined && !isOfBody(office)) points.state += 3;
      else points.organisation += office === undefined ? 1.5 : 3;
    } else points.place += 0.5;
  } else if (endsOffice(words, k)) points.person += 4;
}

function weighAfter(points: Points, words: readonly Word[], k: number, end: number): void {
  const [last, next] = [words[end - 1]!, words[end]];
  if (next === undefined) return;
  if (last.isPossessive) {
    const office = officeAt(words, end);
    if (office !== undefined && isOfBody(office.title)) points.organisation += 3;
    else if (office !== undefined) points.state += 3;
    else if (OF_STATES.has(next.low)) points.state += 2;
  } else if (/^\s+$/.test(next.gap)) {
    if (OFFICIALS.has(next.low)) points.state += 1.2;
    // “diplomats in Sankt Orla said”: the diplomats did
    if (!ACTS.has(next.low) || /^(?:in|at|of|near|to|from|the)$/.test(priorOf(words, k) ?? '')) return;
    points.actor += 1;
    if (SPEECH.has(next.low)) points.person += 0.5;
  } else if (next.gap.startsWith(',')) {
    const at = ['the', 'a', 'its', 'his', 'her', 'their'].includes(next.low) ? end + 1 : end;
    if (words[at] && (officeAt(words, at) ?? officeAt(words, at + 1))) points.person += 3;
  }
}

/** “President Milan Horák of Norland”: the office before a name that ends at word k. */
function officeOfHolder(words: readonly Word[], k: number): string | undefined {
  let from = k;
  while (from > 0 && words[from - 1]!.isCapital && /^\s+$/.test(words[from]!.gap) && k - from < 5) from--;
  for (let at = Math.max(0, from - 1); at <= k; at++) {
    const office = officeAt(words, at);
    if (office !== undefined && at + office.length <= k) return office.title;
  }
  return undefined;
}

/** An office that ends right before word k. */
function endsOffice(words: readonly Word[], k: number): boolean {
  for (let at = k - 1; at >= Math.max(0, k - 5); at--) if (at + (officeAt(words, at)?.length ?? -9) === k) return true;
  return /^(?:spokesman|spokeswoman|spokesperson|negotiator|leader|chief|head|adviser|aide|diplomat|lawmaker|colleague|counterpart|successor|predecessor)$/.test(
    words[k - 1]?.low ?? '',
  );
}

/** Words of places that are surnames too. */
const SURNAMES_TOO = /^(?:marsh|hill|glen|moor|rivers|church|house|brooks|banks|wells|stone)$/;

/** What the words of a name themselves say; undefined where they say nothing. */
export function typeByWords(run: readonly Word[], { place }: Points): EntityType | undefined {
  const [first, last] = [run[0]!, run.at(-1)!];
  const isGiven = HE_NAMES.has(first.low) || SHE_NAMES.has(first.low);
  const heads = run.findIndex(({ low }) => low === 'of' || low === 'for');
  const head = heads > 0 ? run[heads - 1]! : last;
  if (run.length === 2 && isGiven) return 'person';
  if (STATE_WORDS.has(head.low) && run.length > 1) return 'state';
  if (run.length === 2 && place === 0 && SURNAMES_TOO.test(head.low)) return undefined;
  if (run.length > 1 && PLACE_WORDS.has(head.low) && !(ORGANISATION_WORDS.has(head.low) && heads > 0))
    return head.low === 'bank' ? 'organisation' : 'place';
  if (ORGANISATION_WORDS.has(head.low)) return 'organisation';
  if (
    run.length > 1 &&
    /^(?:port|lake|cape|mount|fort|lower|upper|river|gulf|bay|isle|saint|st|san|santa|sankt|puerto|porto|villa|monte|ciudad|bad|kota|cerro|wadi|jebel|beit|umm|new|north|south|east|west|northern|southern|eastern|western)$/.test(
      first.low,
    )
  )
    return 'place';
  if (isGiven && run.length > 1) return 'person';
  return undefined;
}

/**
 * The type with most points. Of a new single word that only acts: a person is named in full once, a
 * body by what it is; in news of negotiations a state is left.
 */
export function typeByPoints({ person, place, state, organisation, actor }: Points, run: readonly Word[]): EntityType {
  const isLong = run.length > 1;
  const acts = !isLong && actor > 0 ? (place > 0 ? place + 0.5 : 0.4) : 0;
  const own: readonly (readonly [EntityType, number])[] = [
    ['person', person + (isLong ? 1.5 : 0.1)],
    ['state', state + acts],
    ['organisation', organisation + (!isLong && run[0]!.isUpper ? 3 : 0)],
    ['place', place],
  ];
  let [best, most]: readonly [EntityType, number] = ['person', 0];
  for (const [type, points] of own) if (points > most) [best, most] = [type, points];
  return best;
}
