/**
 * The same counted differently: `a 30-day ceasefire` and `a 60-day ceasefire`, `40 delegates` and `50`. What is counted is
 * told by the noun alone, so more is asked: accounts of one time, no part or addition (`a further nineteen`), values not far
 * apart, and words in common around them unless the noun stands but once in either account. Small numbers of anything
 * (`two capitals`) are not compared.
 */
import type { Aspect, Draft, Telling } from './aspect.ts';
import { isDuration, isPeople, PERCENT, quantities, type Quantity } from './quantities.ts';
import { happenings } from './happenings.ts';
import { actorBefore, isQuoted, partyOf, sceneTerms, scenes, wordsIn, type Scene } from './scenes.ts';
import { bothTell, sourcesOf } from './sides.ts';
import { inCommon, terms } from './terms.ts';
import { areClose } from './when-written.ts';

interface Told {
  readonly value: number;
  readonly what: string;
  readonly is: 'compound' | 'share' | 'people' | 'people-of-one-event' | 'rate' | 'money' | 'duration' | 'thing';
  readonly isRough: boolean;
  readonly isDemand: boolean;
  readonly isProposal: boolean;
  readonly isPlan: boolean;
  readonly isWhole: boolean;
  readonly isOnly: boolean;
  /** Said of anybody: people, men, others. */
  readonly isAnybody: boolean;
  readonly holder: string | undefined;
  readonly context: ReadonlySet<string>;
}

const FEWEST = 4; // two capitals, three questions: of anything
const LONGEST_DAYS = 60;
const MOVED_DAYS = 3;
const MONEY =
  /^(dollar|euro|pound|crown|rouble|rubl|ruble|yen|yuan|franc|mark|lira|peso|real|rupee|shekel|hryvnia|zloty|florin|krona|dinar|dirham|riyal|won|baht|guilder|thaler)$/;
const DEMAND =
  /\b(demand|insist|only if|unless|until|condition|provided|call(s|ed)? for|want|must|require|seek|ask(?:s|ed|ing)? for|claim)/i;
const OFFER = /\b(offer|propos|suggest|recommend|ready|willing|prepared|demand|insist|want|ask)/i;
const PLAN =
  /\b(?:plan(?:s|ned)?|will|would|intend\w*|is to|are to|to be|expect\w*|offer\w*|propos\w*|willing|ready|prepared|demand\w*|wants?|agree[ds]?|provides? for|up to)\b/i;
const GUESS = /\b(would|could|might|may)\b/i;
const ELAPSED = /\b(lasted|took|after|for|during|spent|ended)(?: (?:some|about|nearly|almost|more than))?\s*$/i;

export const number: Aspect<Told> = {
  facts: (read, background) => {
    const all = scenes(read).flatMap((scene) =>
      scene.isTitle ? [] : counted(scene).map((quantity) => ({ scene, quantity, key: keyOf(quantity) })),
    );
    const times = new Map<string, Set<number>>();
    for (const { key, quantity } of all) {
      const values = times.get(key) ?? new Set();
      times.set(key, values.add(quantity.value));
    }
    return all.flatMap(({ scene, quantity, key }) => {
      const { unit, value, isRough, isWhole } = quantity;
      const is = kindOf(quantity);
      if (is === undefined) return [];
      const before = scene.text.slice(0, quantity.start);
      if (is === 'duration' && (!ELAPSED.test(before) || GUESS.test(scene.text))) return [];
      const actor = actorBefore(scene, quantity.start)?.entity;
      const told: Told = {
        value,
        what: sayQuantity(scene, quantity),
        is,
        isRough,
        isDemand: DEMAND.test(scene.text),
        isProposal: OFFER.test(scene.text),
        isPlan: PLAN.test(scene.text),
        isWhole,
        isOnly: times.get(key)!.size === 1,
        isAnybody: /^(?:peopl|person|man|men|woman|women|other|individual)$/.test(unit),
        holder: actor === undefined ? undefined : partyOf(actor, background),
        context: contextOf(scene, unit),
      };
      const words = wordsIn(scene, quantity.start, quantity.end);
      const plain = { key, value: String(value), told, words };
      // fifty-two prisoners or fifty-four men crossed: other nouns, one happening
      const [event] = is === 'people' ? happenings(scene) : [];
      const isTogether = event?.is === 'exchange' || event?.is === 'strike';
      return isTogether
        ? [plain, { ...plain, key: `people ${event.is}`, told: { ...told, is: 'people-of-one-event' as const } }]
        : [plain];
    });
  },
  compare: (a, b) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    const about = `${x.what} or ${y.what}`;
    const found: Draft[] = [];
    const moved = bothTell(a, b, isMoved);
    const sides = moved === undefined ? bothTell(a, b, isOneThing) : undefined;
    if (moved) {
      const why = 'told of one time and of a later one';
      found.push({ kind: 'change', rule: 'change-number', about, status: 'explained', why, sides: moved });
    }
    if (sides) found.push({ kind: 'number', rule: `number-${x.is}`, about, status: 'open', sides });
    for (const source of sourcesOf(a.tellings)) {
      const [one, other] = [a, b].map(({ tellings }) => tellings.find((telling) => telling.source === source));
      if (one !== undefined && other !== undefined && isToldTwice(one.told, other.told))
        found.push({ kind: 'self', rule: 'self-number', about, status: 'open', sides: [one, other] });
    }
    return found;
  },
};

const keyOf = ({ unit, of }: Quantity): string => (of === undefined ? unit : `${unit} ${of}`);

function sayQuantity(scene: Scene, { start, end, unit, of, value }: Quantity): string {
  return of === undefined || unit === PERCENT ? scene.text.slice(start, end) : `${value}-${unit} ${of}`;
}

/** Without the unit, numbers and names: those stand in every sentence. */
function contextOf(scene: Scene, unit: string): ReadonlySet<string> {
  const named = terms(scene.names.map(({ exact }) => exact).join(' '));
  return new Set([...sceneTerms(scene)].filter((term) => term !== unit && !/^\d/.test(term) && !named.has(term)));
}

function counted(scene: Scene): Quantity[] {
  return quantities(scene.text).filter(({ start, end, isPart }) => {
    const isDate = scene.dates.some((date) => date.start - scene.start < end && start < date.end - scene.start);
    return !isPart && !isDate && !(isQuoted(scene, start) && scene.speech.length === 0);
  });
}

function kindOf({ unit, of, value }: Quantity): Told['is'] | undefined {
  if (unit === PERCENT) return 'share';
  if (of !== undefined) return 'compound';
  if (/ a \w+$/.test(unit)) return 'rate';
  if (isDuration(unit)) return value >= FEWEST ? 'duration' : undefined;
  if (MONEY.test(unit)) return 'money';
  if (value < FEWEST) return undefined;
  return isPeople(unit) ? 'people' : 'thing';
}

function isOneThing(a: Telling<Told>, b: Telling<Told>): boolean {
  const [x, y] = [a.told, b.told];
  const ratio = Math.min(x.value, y.value) / Math.max(x.value, y.value);
  // some 400 and 412 agree
  if ((x.isRough || y.isRough) && ratio > 0.9) return false;
  const common = inCommon(x.context, y.context);
  // retold after years, the length of one thing is still nearly the same
  if (x.is === 'duration') return x.isOnly && y.isOnly && ratio >= 0.85 && a.told.value >= 7;
  if (!areClose(a.written, b.written, LONGEST_DAYS)) return false;
  const isOneHolder = x.holder === undefined || y.holder === undefined || x.holder === y.holder;
  // what two parties want are two things
  if (x.isDemand && y.isDemand && !isOneHolder) return false;
  if (x.is === 'people-of-one-event') return ratio >= 0.85 && Math.min(x.value, y.value) >= 10;
  if (x.is === 'compound') return isOneHolder;
  if (x.is === 'share') return isOneHolder && ratio >= 0.4 && common >= (x.what.includes(' of ') ? 1 : 3);
  if (x.is === 'rate') return x.isDemand === y.isDemand && (x.isDemand || common >= 2) && ratio >= 0.5;
  // an offer and what came of it
  if (x.isPlan !== y.isPlan && !(x.isWhole && y.isWhole)) return false;
  if (!x.isOnly || !y.isOnly) return common >= 3 && ratio >= 0.5;
  if (x.is === 'people')
    return ratio >= 0.5 && (common >= (x.isAnybody ? 3 : 1) || (!x.isAnybody && (x.isWhole || y.isWhole)));
  if (x.isWhole || y.isWhole) return ratio >= 0.5 || common >= 1;
  return common >= 2 && ratio >= 0.3;
}

/** One party's offer or demand, then and now. */
function isMoved(a: Telling<Told>, b: Telling<Told>): boolean {
  const [x, y] = [a.told, b.told];
  const isOffer = [x, y].every(({ isProposal }) => isProposal);
  const isLater = !areClose(a.written, b.written, MOVED_DAYS - 1);
  return (
    isOffer && isLater && x.holder !== undefined && x.holder === y.holder && (x.is === 'share' || x.is === 'compound')
  );
}

/** `the seven bells` and `the nine bells`: each the whole. */
const isToldTwice = (x: Told, y: Told): boolean =>
  x.isWhole && y.isWhole && x.is === 'thing' && !x.isRough && !y.isRough && inCommon(x.context, y.context) >= 1;
