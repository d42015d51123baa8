/**
 * Published conflicts with their known results, for the tests. A state is named by its decimal; where a paper numbers
 * states instead, `ids` gives the decimals in that order, and rankings and results use the numbers.
 */
import type { Option } from './model.ts';

export type ResultKey = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq' | 'sim' | 'seq-or-sim';

export interface CanonicalCase {
  readonly name: string;
  readonly decisionMakers: readonly string[];
  readonly options: readonly Option[];
  /** Alternatives of one pattern each, `Y`, `N` or `-` an option. */
  readonly infeasible: readonly string[];
  readonly ids?: readonly number[];
  /** By decision maker: best first, equals in brackets; undefined if indifferent among all. */
  readonly rankings: readonly (string | undefined)[];
  /** By decision maker: statements as patterns, the most important first, that give the same rankings. */
  readonly statements?: readonly (readonly string[])[];
  readonly results: Partial<Record<ResultKey, readonly number[]>>;
}

const options = (...owners: readonly (readonly [owner: number, ...names: string[]])[]): Option[] =>
  owners.flatMap(([owner, ...names]) =>
    names.map((name): Option => {
      // A closing arrow marks an option that can be taken and not given up.
      return name.endsWith('→') ? { name: name.slice(0, -1), owner, irreversible: 'to-yes' } : { name, owner };
    }),
  );

const korea = (invade: string): Pick<CanonicalCase, 'decisionMakers' | 'options' | 'infeasible'> => ({
  decisionMakers: ['US', 'North Korea'],
  options: options([0, 'Nuclear strike→', 'Withdraw'], [1, invade, 'Abandon nukes']),
  infeasible: ['YY--'],
});

const koreaRankings = ['8 0 9 10 12 5 4 13 14 1 2 6', '6 14 2 10 0 4 12 5 1 13 8 9'];

const cuba = (strike: string): Omit<CanonicalCase, 'name' | 'results'> => ({
  decisionMakers: ['US', 'USSR'],
  options: options([0, strike, 'Blockade'], [1, 'Withdraw', 'Escalate']),
  infeasible: ['--YY'],
  rankings: ['4 6 5 7 2 1 3 0 11 9 10 8', '0 4 6 2 5 1 7 3 11 9 10 8'],
  statements: [
    ['--Y-', '---N', 'N-Y-', '-NY-', 'Y--Y', '-Y-Y', 'Y-N-|-Y-N|Y--N|-YN-', 'N-NN', '-NNN'],
    ['---N', 'Y--Y|N--N|Y--N', '-Y-Y|-N-N|-Y-N', 'N--N', '-N-N', '-YY-|-NN-|Y-Y-', '-YNN', 'YNYN'],
  ],
});

export const CASES: readonly CanonicalCase[] = [
  {
    name: '6.1 Prisoner’s dilemma',
    decisionMakers: ['One', 'Two'],
    options: options([0, 'Defects'], [1, 'Defects']),
    infeasible: [],
    rankings: ['1 0 3 2', '2 0 3 1'],
    results: { nash: [3], gmr: [0, 3], smr: [0, 3], seq: [0, 3], sseq: [0, 3] },
  },
  {
    name: '6.2 Chicken',
    decisionMakers: ['One', 'Two'],
    options: options([0, 'Straight'], [1, 'Straight']),
    infeasible: [],
    rankings: ['1 0 2 3', '2 0 1 3'],
    results: { nash: [1, 2], gmr: [0, 1, 2], smr: [0, 1, 2], seq: [1, 2], sseq: [1, 2], sim: [0, 1, 2] },
  },
  {
    name: '6.2 Stag hunt',
    decisionMakers: ['One', 'Two'],
    options: options([0, 'Hare'], [1, 'Hare']),
    infeasible: [],
    rankings: ['0 1 3 2', '0 2 3 1'],
    results: { nash: [0, 3], gmr: [0, 3], smr: [0, 3], seq: [0, 3], sseq: [0, 3], sim: [0, 3] },
  },
  {
    name: '6.3 Cuban missile crisis',
    ...cuba('Air strike→'),
    results: {
      nash: [5],
      seq: [4, 5, 6],
      sseq: [4, 5, 6],
      gmr: [0, 1, 2, 4, 5, 6, 7],
      smr: [0, 1, 2, 4, 5, 6, 7],
      sim: [5],
    },
  },
  {
    name: '6.3 Cuban missile crisis, reversible air strike',
    ...cuba('Air strike'),
    results: { nash: [], seq: [4, 6], gmr: [0, 1, 2, 4, 5, 6, 7], smr: [0, 1, 2, 4, 5, 6, 7], sim: [] },
  },
  {
    name: '6.4 Syria–Iraq 1975',
    decisionMakers: ['Syria', 'Iraq'],
    options: options([0, 'Release water', 'Escalate'], [1, 'Attack']),
    infeasible: ['YY-'],
    ids: [0, 1, 2, 4, 5, 6],
    rankings: ['1 3 6 2 4 5', '2 4 6 1 5 3'],
    statements: [
      ['NNN', '-Y-', '--N', 'N--'],
      ['YNN', 'NNY', 'NYY', 'NNN', 'YNY'],
    ],
    results: { nash: [6], smr: [6], seq: [6], sim: [6], gmr: [1, 6] },
  },
  {
    name: '6.6 Garrison Diversion Unit',
    decisionMakers: ['US Support', 'US Opposition', 'Canadian Opposition', 'IJC'],
    options: options(
      [0, 'Full', 'Reduced', 'Appease'],
      [1, 'Legal'],
      [2, 'Treaty'],
      [3, 'Full', 'Reduced', 'Lonetree', 'Suspend'],
    ),
    infeasible: (
      'YY------- Y-Y------ -YY------ NNN------ -----YY-- -----Y-Y- -----Y--Y ------YY- ------Y-Y -------YY -----NNNN ' +
      'Y--N----- --YY----- Y---NN--- -Y--N--Y- -Y--N---Y --Y-N--Y- --Y-N---Y'
    ).split(' '),
    ids: [34, 36, 41, 42, 50, 52, 57, 58, 66, 68, 74, 82, 84, 89, 90, 146, 148, 153, 154, 274, 276, 281, 282],
    rankings: [
      '3 7 [1 2] 4 [5 6] 8 9 12 11 15 10 13 14 17 16 18 19 21 20 22 23',
      '[21 17 13 10 6 2] [23 19] 15 11 8 4 22 18 14 7 3 20 16 12 9 5 1',
      '23 [20 21] 19 [16 17] 11 [9 10] 15 [12 13] 2 4 1 8 [5 6] 22 18 14 3 7',
      undefined,
    ],
    results: {
      nash: [2, 3, 11, 17, 18, 21, 22],
      seq: [2, 3, 11, 17, 18, 21, 22],
      sseq: [2, 3, 11, 17, 18, 21, 22],
      sim: [2, 3, 11, 17, 18, 21, 22],
      gmr: [2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22],
      smr: [2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22],
    },
  },
  {
    name: '6.7 US–North Korea 2017',
    ...korea('Invade'),
    rankings: koreaRankings,
    results: {
      nash: [0, 5],
      seq: [0, 5, 10],
      sim: [0, 4, 5, 10],
      'seq-or-sim': [0, 4, 5, 10],
      smr: [0, 4, 5, 10, 12],
      gmr: [0, 4, 5, 10, 12],
    },
  },
  {
    name: '6.7 US–North Korea 2017, irreversible invasion',
    ...korea('Invade→'),
    rankings: koreaRankings,
    results: { seq: [0, 5, 10, 12] },
  },
  {
    name: '6.7 US–North Korea 2017, bloodthirsty',
    ...korea('Invade→'),
    rankings: ['8 9 0 10 13 12 5 4 1 2 14 6', '6 14 4 12 5 13 2 0 10 1 9 8'],
    results: { seq: [5, 12], smr: [5, 12] },
  },
];

/** A ranking as written above, as lists of equals. */
export function orderOf(ranking: string): number[][] {
  const entries = ranking.match(/\[[^\]]*\]|\d+/g) ?? [];
  return entries.map((entry) => (entry.match(/\d+/g) ?? []).map(Number));
}

/** Elmira 1991 in state-graph form: nine states, the last one all those in which Uniroyal abandons. */
export const ELMIRA = {
  decisionMakers: ['MoE', 'Uniroyal', 'Local Government'],
  states: ['NYNNN', 'YYNNN', 'NNYNN', 'YNYNN', 'NYNNY', 'YYNNY', 'NNYNY', 'YNYNY', '---Y-'],
  /** By number, from 1. */
  arcs: ['1>2 3>4 5>6 7>8', '1>3 1>9 2>4 2>9 3>9 4>9 5>7 5>9 6>8 6>9 7>9 8>9', '1>5 5>1 2>6 6>2 3>7 7>3 4>8 8>4'],
  rankings: ['7 3 4 8 5 1 2 6 9', '1 4 8 5 9 3 7 2 6', '7 3 5 1 8 6 4 2 9'],
  statements: [
    ['--Y--', '---N-', 'N----', 'N---Y|Y---N'],
    ['Y-Y--|N-N--', '---N-', '----N', '-Y--N|-N--Y'],
    ['---N-', 'N----', 'N-Y--|Y-N--|Y-Y--', 'N---N|N---Y|Y---Y', '-N---', '----Y'],
  ],
} as const;
