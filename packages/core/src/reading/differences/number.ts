/**
 * The same counted differently: `a 30-day ceasefire` and `a 60-day ceasefire`, `40 delegates` and `50`. What is counted is
 * told by the noun alone, so more is asked: accounts of one time, no part or addition (`a further nineteen`), values not far
 * apart, and words in common around them unless the noun stands but once in either account. Small numbers of anything
 * (`two capitals`) are not compared.
 */
import type { Aspect, Telling } from './aspect.ts';
import { isDuration, isPeople, quantities, type Quantity } from './quantities.ts';
import { happenings } from './happenings.ts';
import { actorBefore, isQuoted, partyOf, sceneTerms, scenes, wordsIn, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { inCommon } from './terms.ts';
import { areClose } from './when-written.ts';

interface Told {
  readonly value: number;
  readonly what: string;
  readonly is: 'compound' | 'people' | 'people-of-one-event' | 'rate' | 'money' | 'duration' | 'thing';
  readonly isRough: boolean;
  readonly isDemand: boolean;
  readonly isOnly: boolean;
  readonly holder: string | undefined;
  readonly context: ReadonlySet<string>;
}

const FEWEST = 4; // two capitals, three questions: of anything
const LONGEST_DAYS = 60;
const MONEY =
  /^(dollar|euro|pound|crown|rouble|rubl|ruble|yen|yuan|franc|mark|lira|peso|real|rupee|shekel|hryvnia|zloty)$/;
const DEMAND = /\b(demand|insist|only if|unless|until|condition|provided|call(s|ed)? for|want|must|require|seek)/i;
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
      const { unit, of, value, isRough } = quantity;
      const is = kindOf(quantity);
      if (is === undefined) return [];
      const before = scene.text.slice(0, quantity.start);
      if (is === 'duration' && (!ELAPSED.test(before) || GUESS.test(scene.text))) return [];
      const actor = actorBefore(scene, quantity.start)?.entity;
      const context = new Set([...sceneTerms(scene)].filter((term) => term !== unit && !/^\d/.test(term)));
      const told: Told = {
        value,
        what: of === undefined ? scene.text.slice(quantity.start, quantity.end) : `${value}-${unit} ${of}`,
        is,
        isRough,
        isDemand: DEMAND.test(scene.text),
        isOnly: times.get(key)!.size === 1,
        holder: actor === undefined ? undefined : partyOf(actor, background),
        context,
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
    const sides = bothTell(a, b, isOneThing);
    if (sides === undefined) return [];
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    return [{ kind: 'number', rule: `number-${x.is}`, about: `${x.what} or ${y.what}`, status: 'open', sides }];
  },
};

const keyOf = ({ unit, of }: Quantity): string => (of === undefined ? unit : `${unit} ${of}`);

function counted(scene: Scene): Quantity[] {
  return quantities(scene.text).filter(({ start, end, isPart }) => {
    const isDate = scene.dates.some((date) => date.start - scene.start < end && start < date.end - scene.start);
    return !isPart && !isDate && !(isQuoted(scene, start) && scene.speech.length === 0);
  });
}

function kindOf({ unit, of, value }: Quantity): Told['is'] | undefined {
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
  if ((x.isRough || y.isRough) && ratio > 0.95) return false;
  const common = inCommon(x.context, y.context);
  // retold after years, the length of one thing is still nearly the same
  if (x.is === 'duration') return x.isOnly && y.isOnly && ratio >= 0.85 && a.told.value >= 7;
  if (!areClose(a.written, b.written, LONGEST_DAYS)) return false;
  if (x.is === 'people-of-one-event') return ratio >= 0.85 && Math.min(x.value, y.value) >= 10;
  if (x.is === 'compound') return x.holder === undefined || y.holder === undefined || x.holder === y.holder;
  if (x.is === 'rate') return x.isDemand === y.isDemand && (x.isDemand || common >= 2) && ratio >= 0.5;
  if (!x.isOnly || !y.isOnly) return common >= 3 && ratio >= 0.5;
  if (x.is === 'people') return ratio >= 0.5 && (common >= 1 || Math.min(x.value, y.value) >= 10);
  return common >= 2 && ratio >= 0.3;
}
