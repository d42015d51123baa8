/** All strategies. */
import type { Strategy } from '../negotiator.ts';
import { HYBRID } from './hybrid.ts';
import { MICRO } from './micro.ts';
import { NAIVE_TIT_FOR_TAT } from './naive-tit-for-tat.ts';
import { NICE_TIT_FOR_TAT } from './nice-tit-for-tat.ts';
import { RANDOM_WALKER } from './random-walker.ts';
import { BOULWARE, BOULWARE_TB, CONCEDER, CONCEDER_TB, LINEAR, LINEAR_TB } from './time-dependent.ts';
import { AVERAGED_TIT_FOR_TAT, RANDOM_ABSOLUTE_TIT_FOR_TAT, RELATIVE_TIT_FOR_TAT } from './tit-for-tat.ts';

export const STRATEGIES: readonly Strategy[] = [
  BOULWARE,
  LINEAR,
  CONCEDER,
  BOULWARE_TB,
  LINEAR_TB,
  CONCEDER_TB,
  NAIVE_TIT_FOR_TAT,
  RELATIVE_TIT_FOR_TAT,
  RANDOM_ABSOLUTE_TIT_FOR_TAT,
  AVERAGED_TIT_FOR_TAT,
  MICRO,
  HYBRID,
  NICE_TIT_FOR_TAT,
  RANDOM_WALKER,
];

/** By its id; undefined if there is none such. */
export const strategyOf = (id: string): Strategy | undefined => STRATEGIES.find((strategy) => strategy.id === id);
