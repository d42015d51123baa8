/**
 * Offices as words: `foreign minister`, `prime minister`, `special envoy`. A head with what stands before it; longest first.
 * An office is what a person holds: spokesmen, officials and diplomats are none (they are described, not named).
 */
import type { Word } from './words.ts';

/** Heads that are offices as they stand; of one word or more. */
const FIXED = [
  'prime minister', 'first minister', 'deputy prime minister', 'deputy first minister', 'vice president', 'vice-president',
  'president', 'chancellor', 'premier', 'taoiseach', 'secretary of state', 'secretary of defense', 'secretary of defence',
  'secretary of war', 'secretary-general', 'secretary general', 'general secretary', 'attorney general', 'chief of staff',
  'chief executive', 'chief negotiator', 'foreign secretary', 'defense secretary', 'defence secretary', 'home secretary',
  'treasury secretary', 'national security adviser', 'national security advisor', 'special envoy', 'ambassador', 'envoy',
  'governor', 'mayor', 'crown prince', 'pope', 'king', 'queen', 'emir', 'sultan', 'emperor', 'tsar', 'czar', 'nuncio',
  'high commissioner', 'commissioner', 'director-general', 'director general', 'director', 'chairman', 'chairwoman', 'chair',
  'high representative', 'foreign affairs chief', 'foreign policy chief', 'supreme leader', 'president-elect', 'minister',
  'speaker', 'mediator', 'presiding officer', 'superintendent', 'provost', 'regent', 'managing director', 'executive director',
  'deputy director', 'branch secretary', 'party secretary', 'first secretary', 'permanent secretary', 'commander', 'commander-in-chief',
  'coordinator', 'archbishop', 'bishop', 'cardinal', 'patriarch', 'solicitor general', 'trade representative', 'secretary',
]; // prettier-ignore

const MODIFIERS = new Set(
  `foreign defence defense finance interior justice trade water energy economy economic health labour labor agriculture
  environment climate transport education home culture development treasury oil security affairs fisheries fishing industry
  planning infrastructure information deputy justice infrastructure tourism housing immigration migration mining
  telecommunications science technology sports youth religious social welfare external european brexit special
  presidential peace and maritime mines arts sport aviation railways forestry food rural regional digital space media police
  prisons cabinet treasury commerce budget veterans refugees women children families reconstruction reconciliation`.split(
    /\s+/,
  ),
);

const BY_LAST = new Map<string, string[][]>();
for (const office of FIXED) {
  const parts = office.split(' ');
  const first = parts[0]!;
  BY_LAST.set(
    first,
    [...(BY_LAST.get(first) ?? []), parts].toSorted((a, b) => b.length - a.length),
  );
}

/** Words of an office that are as much common words: only with a person, a state or a capital. */
const COMMON = new Set(
  'director chair chairman chairwoman speaker commissioner mediator king queen governor superintendent provost regent secretary commander coordinator archbishop bishop cardinal patriarch'.split(
    ' ',
  ),
);

export interface OfficeWords {
  /** How many words. */
  readonly length: number;
  /** `foreign minister`; `minister of labour` becomes `labour minister`. */
  readonly title: string;
  readonly isCommon: boolean;
}

/** Offices of bodies, not of states. */
const OF_BODIES =
  /^(?:chief executive|managing director|executive director|director|chair|chairman|chairwoman|general secretary|branch secretary|provost|coordinator)$/;
export const isOfBody = (title: string): boolean => OF_BODIES.test(title);

const near = (word: Word): boolean => /^\s$|^-$/.test(word.gap);

export function officeAt(words: readonly Word[], k: number): OfficeWords | undefined {
  return headOf(words, k) ?? listedAt(words, k) ?? portfolioAt(words, k);
}

/** `head of collections`, `head of mission`. */
function headOf(words: readonly Word[], k: number): OfficeWords | undefined {
  const [head, of, what] = [words[k], words[k + 1], words[k + 2]];
  if (head?.low !== 'head' || of?.low !== 'of' || what === undefined || what.isCapital || !near(of) || !near(what))
    return undefined;
  if (what.pos !== 'NOUN' || what.isPossessive) return undefined;
  return { length: 3, title: `head of ${what.low}`, isCommon: true };
}

/** A portfolio that no list has: `mines minister`, `Culture Secretary`. */
function portfolioAt(words: readonly Word[], k: number): OfficeWords | undefined {
  const [portfolio, head] = [words[k], words[k + 1]];
  if (portfolio === undefined || head === undefined || !/^(?:minister|secretary)$/.test(head.low) || !near(head))
    return undefined;
  const isTitle = portfolio.isCapital && head.isCapital && !portfolio.isFirst;
  if (portfolio.isPossessive || NO_PORTFOLIO.test(portfolio.low)) return undefined;
  if (!isTitle && !(!portfolio.isCapital && portfolio.pos === 'NOUN')) return undefined;
  return { length: 2, title: `${portfolio.low} ${head.low}`, isCommon: false };
}

const TAKES_PORTFOLIO =
  /^(?:minister|secretary|adviser|advisor|envoy|commissioner|ambassador|chief|negotiator|representative|director|coordinator|mediator)$/;

const NO_PORTFOLIO =
  /^(?:the|a|an|former|new|senior|junior|top|then|acting|his|her|its|their|our|my|press|private|assistant|union|party|every|each|mr|ms|mrs)$|(?:ian|ean|ese|ish|can)$/;

function listedAt(words: readonly Word[], k: number): OfficeWords | undefined {
  let head = k;
  // what kind of minister
  while (
    head - k < 4 &&
    words[head] !== undefined &&
    MODIFIERS.has(words[head]!.low) &&
    words[head + 1] !== undefined &&
    near(words[head + 1]!) &&
    !words[head]!.isPossessive
  ) {
    if (fixedAt(words, head)) break;
    head++;
  }
  for (let at = head; at >= k; at--) {
    const fixed = fixedAt(words, at);
    if (fixed === undefined) continue;
    const before = words.slice(k, at).map(({ low }) => low);
    if (before[0] === 'and' || (before.length > 0 && !TAKES_PORTFOLIO.test(fixed.at(-1)!))) continue;
    const title = [...before, ...fixed].join(' ');
    const length = at - k + fixed.length;
    const isBare = before.length === 0 && fixed.length === 1;
    if (fixed[0] === 'minister' && isBare) {
      const of = ofPortfolio(words, k + 1);
      if (of === undefined) return { length, title, isCommon: true };
      return { length: of.length + 1, title: `${of.words} minister`, isCommon: false };
    }
    return {
      length,
      title: title.replace('defense', 'defence').replace('advisor', 'adviser'),
      isCommon: isBare && COMMON.has(fixed[0]!),
    };
  }
  return undefined;
}

function fixedAt(words: readonly Word[], k: number): readonly string[] | undefined {
  return BY_LAST.get(words[k]?.low ?? '')?.find((parts) =>
    parts.every((part, i) => words[k + i]?.low === part && (i === 0 || near(words[k + i]!))),
  );
}

/** `minister of foreign affairs`, `minister for labour`. */
function ofPortfolio(words: readonly Word[], k: number): { words: string; length: number } | undefined {
  if (words[k]?.low !== 'of' && words[k]?.low !== 'for') return undefined;
  let length = 1;
  const portfolio: string[] = [];
  while (
    length < 5 &&
    words[k + length] !== undefined &&
    MODIFIERS.has(words[k + length]!.low) &&
    near(words[k + length]!)
  ) {
    portfolio.push(words[k + length]!.low);
    length++;
  }
  const last = portfolio.at(-1);
  if (last === undefined || last === 'and') return undefined;
  return { words: portfolio.filter((word) => word !== 'affairs').join(' '), length };
}
