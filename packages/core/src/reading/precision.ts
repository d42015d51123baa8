/**
 * What a rule's rows are worth: of those that it proposed on the test half of the gold set, which no rule was tuned on, how
 * many were right, with the Wilson interval at 95 %. Under twenty it says too few and no more.
 */
import { wilsonInterval } from '../maths/index.ts';
import { MEASURED } from './measured.ts';

export const FEWEST = 20; // below it the interval is wider than anything one would act on

export type Precision =
  | { readonly is: 'measured'; readonly share: number; readonly low: number; readonly high: number; readonly n: number }
  | { readonly is: 'too few'; readonly n: number };

export function precisionOf(rule: string): Precision {
  const { n, right } = MEASURED[rule]?.test ?? { n: 0, right: 0 };
  if (n < FEWEST) return { is: 'too few', n };
  return { is: 'measured', share: right / n, ...wilsonInterval(right, n), n };
}
