/**
 * The JSON `.gmcr` format: option form with preferences, as the program gmcr-py saves it. What was established of it from
 * saved files of all its versions:
 *
 * - `options[k]`: `name`, `permittedDirection` (`both`, `fwd` N→Y, `back` Y→N; once called `reversibility`).
 * - `decisionMakers[i]`: `name`; `options`, indices; `preferences`, conditions, the most important first, each twice the
 *   next and more; `misperceptions`, states that it does not see; `payoffs`, worked out again on every load.
 * - A condition is `[[option, "Y" | "N"], …]`, all of which hold, or `{ compound: true, members: […] }`, one of which does.
 * - `useManualPreferenceRanking` (once `useManualPreferenceVectors`): then `preferenceRanking` (`preferenceVector`) counts,
 *   best first, equal states in a list. It has the numbers of the feasible states in ascending order of their decimals,
 *   from 1, with the options of the first decision maker first; so its meaning hangs on the infeasible conditions.
 * - `coalitions` groups decision makers. There is no status quo, and there are no notes or dates.
 */
export type GmcrLiteral = readonly [option: number, value: 'Y' | 'N'];
export type GmcrCondition =
  | readonly GmcrLiteral[]
  | { readonly compound: true; readonly members: readonly (readonly GmcrLiteral[])[] };
export type GmcrDirection = 'both' | 'fwd' | 'back';
export type GmcrRanking = readonly (number | readonly number[])[];

/** What is written. Reading takes older names of keys too. */
export interface GmcrFile {
  readonly program: string;
  readonly version: string;
  readonly options: readonly { readonly name: string; readonly permittedDirection: GmcrDirection }[];
  readonly decisionMakers: readonly {
    readonly name: string;
    readonly options: readonly number[];
    readonly preferences: readonly GmcrCondition[];
    readonly misperceptions: readonly GmcrCondition[];
    readonly preferenceRanking?: GmcrRanking;
  }[];
  readonly coalitions: readonly number[];
  readonly infeasibles: readonly GmcrCondition[];
  readonly useManualPreferenceRanking: boolean;
}

export const PERMITTED = { both: 'both', fwd: 'to-yes', back: 'to-no' } as const;
