/** Days as rounds (rule P1): round r ends r days after the as-of day; round 0 is its end. */
import type { Day } from '../case/dates.ts';

const DAY_MS = 86_400_000;

/** 0 or less for the as-of day and earlier; −∞ where the date has no beginning. */
export const roundOf = (day: Day, asOf: Day): number =>
  day === '' ? -Infinity : Math.round((Date.parse(day) - Date.parse(asOf)) / DAY_MS);

export const dayOf = (round: number, asOf: Day): Day =>
  new Date(Date.parse(asOf) + round * DAY_MS).toISOString().slice(0, 10);
