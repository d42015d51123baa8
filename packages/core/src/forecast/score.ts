/**
 * How good forecasts were, once what they were about is settled (rule P11). Scores count down: 0 is perfect foresight.
 *
 * - Brier score: mean of (p − o)², o being 1 for yes and 0 for no (Brier, Mon. Weather Rev. 78(1), 1950, in the form with
 *   one term a question; always ½ scores ¼).
 * - Log score: mean of −ln of the chance that was given to what came (Good, J. R. Stat. Soc. B 14(1), 1952; always ½
 *   scores 0.693). Whoever gave 0 to what came has Infinity, and so has the mean; it is shown as that and not softened.
 * - Reliability − resolution + uncertainty = Brier (Murphy, J. Appl. Meteorol. 12(4), 1973), over the distinct chances that
 *   were issued. With few forecasts for each of them both terms come out too large.
 * - Skill: 1 − Brier / Brier of a reference, over the forecasts for which there is one.
 *
 * Linear in the forecasts. They are taken as they come: a scenario forecast on ten days counts ten times, and those ten are
 * anything but independent, which the intervals do not know.
 */
import { log, wilsonInterval } from '../maths/index.ts';

/** A chance that was given, and what came. */
export interface Judged {
  readonly chance: number;
  readonly came: boolean;
}

/** Of no forecasts there is none. */
export function brierScore(forecasts: readonly Judged[]): number | undefined {
  return meanOf(forecasts, ({ chance, came }) => (came ? (1 - chance) * (1 - chance) : chance * chance));
}

/** In nats; Infinity where something came to which 0 was given. */
export function logScore(forecasts: readonly Judged[]): number | undefined {
  return meanOf(forecasts, surprise);
}

/** −ln of the chance that was given to what came. */
export function surprise({ chance, came }: Judged): number {
  const given = came ? chance : 1 - chance;
  return given === 1 ? 0 : -log(given);
}

export interface Murphy {
  /** Squared distance of the chances from how often it then came; small is good. */
  readonly reliability: number;
  /** How far the groups of equal chances differ in how often it came; large is good. */
  readonly resolution: number;
  /** What the questions themselves are like: o(1 − o), at most ¼. */
  readonly uncertainty: number;
}

export function murphy(forecasts: readonly Judged[]): Murphy | undefined {
  const n = forecasts.length;
  if (n === 0) return undefined;
  const groups = new Map<number, { count: number; came: number }>();
  let total = 0;
  for (const { chance, came } of forecasts) {
    const group = groups.get(chance) ?? { count: 0, came: 0 };
    groups.set(chance, { count: group.count + 1, came: group.came + (came ? 1 : 0) });
    if (came) total++;
  }
  const base = total / n;
  let reliability = 0;
  let resolution = 0;
  for (const [chance, { count, came }] of groups) {
    const share = came / count;
    reliability += count * (chance - share) * (chance - share);
    resolution += count * (share - base) * (share - base);
  }
  return { reliability: reliability / n, resolution: resolution / n, uncertainty: base * (1 - base) };
}

/** Forecasts of about one size: how often they came true. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly came: number;
  /** Mean of the chances in it; the middle of the bin where it is empty. */
  readonly mean: number;
  /** Absent where the bin is empty. */
  readonly share?: number;
  /** 95 % (Wilson), as if the forecasts were independent. */
  readonly interval: { readonly low: number; readonly high: number };
}

/** Bins of equal width; a chance on a border belongs to the upper one, 1 to the last. */
export function calibration(forecasts: readonly Judged[], bins = 10): CalibrationBin[] {
  return Array.from({ length: bins }, (_, k) => {
    const own = forecasts.filter(({ chance }) => Math.min(bins - 1, binOf(chance, bins)) === k);
    const came = own.filter((f) => f.came).length;
    return {
      from: k / bins,
      to: (k + 1) / bins,
      count: own.length,
      came,
      mean: meanOf(own, (f) => f.chance) ?? (k + 0.5) / bins,
      ...(own.length === 0 ? {} : { share: came / own.length }),
      interval: wilsonInterval(came, own.length),
    };
  });
}

/** 0.3 · 10 is 3 and 0.29 · 100 is less than 29: the border itself decides, not the product. */
function binOf(chance: number, bins: number): number {
  const near = Math.round(chance * bins);
  return chance >= near / bins ? near : near - 1;
}

/** A forecast beside the chance that a reference gave; undefined where the reference says nothing. */
export interface Compared extends Judged {
  readonly reference: number | undefined;
}

export interface Skill {
  /** 1 − Brier / Brier of the reference; 1 is perfect, 0 no better, below 0 worse. Undefined without comparison. */
  readonly skill: number | undefined;
  /** Forecasts that have a reference. */
  readonly count: number;
}

/** Where the reference was perfect no skill is defined, unless the forecasts were so too: then it is 0. */
export function skillAgainst(forecasts: readonly Compared[]): Skill {
  const both = forecasts.filter((f) => f.reference !== undefined);
  const own = brierScore(both);
  const other = brierScore(both.map(({ came, reference }) => ({ chance: reference!, came })));
  if (own === undefined || other === undefined) return { skill: undefined, count: 0 };
  const skill = other === 0 ? (own === 0 ? 0 : undefined) : 1 - own / other;
  return { skill, count: both.length };
}

function meanOf<T>(items: readonly T[], value: (item: T) => number): number | undefined {
  if (items.length === 0) return undefined;
  let sum = 0;
  for (const item of items) sum += value(item);
  return sum / items.length;
}
