/**
 * The stability concepts in matrix form (Xu, Kilgour & Hipel): reachability and preference as 0/1 matrices, concepts as
 * their products. A second oracle that searches nothing.
 */
import type { Game } from './set-search.twin.ts';

type Matrix = number[][];

function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => {
    const sums = b[0]!.map(() => 0);
    for (const [k, x] of row.entries()) if (x !== 0) for (let j = 0; j < sums.length; j++) sums[j]! += x * b[k]![j]!;
    return sums;
  });
}
const sign = (a: Matrix): Matrix => a.map((row) => row.map((x) => (x > 0 ? 1 : 0)));
const entrywise = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((x, j) => x * b[i]![j]!));
const either = (a: Matrix, b: Matrix): Matrix => a.map((row, i) => row.map((x, j) => (x + b[i]![j]! > 0 ? 1 : 0)));
const complement = (a: Matrix): Matrix => a.map((row) => row.map((x) => 1 - x));
const transpose = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!));

/** M_H: the union over all t of M^(1)_j = J_j, M^(t)_j = sign(J_j · Σ_{k ≠ j} M^(t−1)_k), summed up to a fixpoint. */
function joint(movers: readonly Matrix[]): Matrix {
  const zero = movers[0]!.map((row) => row.map(() => 0));
  const size = (all: readonly Matrix[]): number => all.flat(2).reduce((sum, x) => sum + x, 0);
  let sums = movers.map((matrix) => matrix);
  for (let before = -1; before !== size(sums);) {
    before = size(sums);
    const last = sums;
    sums = movers.map((matrix, j) =>
      either(
        last[j]!,
        sign(
          product(
            matrix,
            last.reduce((sum, other, k) => (k === j ? sum : either(sum, other)), zero),
          ),
        ),
      ),
    );
  }
  return sums.reduce(either, zero);
}

/** stable[concept][dm][index of the state]. */
export function matrixStability(game: Game): Record<'nash' | 'gmr' | 'smr' | 'seq' | 'sseq', boolean[][]> {
  const { states } = game;
  const dms = [...Array(game.decisionMakers).keys()];
  const matrix = (entry: (s: number, q: number) => boolean): Matrix =>
    states.map((s) => states.map((q) => (entry(s, q) ? 1 : 0)));
  const J = dms.map((i) => matrix((s, q) => game.moves(i, s).includes(q)));
  const better = dms.map((i) => matrix((s, q) => game.prefers(i, q, s)));
  const better2 = J.map((moves, i) => entrywise(moves, better[i]!));
  const result: ReturnType<typeof matrixStability> = { nash: [], gmr: [], smr: [], seq: [], sseq: [] };
  for (const i of dms) {
    const atMost = complement(better[i]!);
    const improves = better2[i]!;
    const moves = joint(J.filter((_, j) => j !== i));
    const credible = joint(better2.filter((_, j) => j !== i));
    // Entry (q, s): whether some k within reach from q is no better than s for i.
    const general = (reach: Matrix): Matrix => sign(product(reach, transpose(atMost)));
    // Entry (k, s): k is no better than s, and neither is anything i can answer with.
    const holding = entrywise(transpose(atMost), complement(sign(product(J[i]!, transpose(better[i]!)))));
    const symmetric = (reach: Matrix): Matrix => sign(product(reach, holding));
    const diagonal = (sanctioned: Matrix): boolean[] =>
      product(improves, complement(sanctioned)).map((row, s) => row[s] === 0);
    result.nash.push(improves.map((row) => row.every((x) => x === 0)));
    result.gmr.push(diagonal(general(moves)));
    result.smr.push(diagonal(symmetric(moves)));
    result.seq.push(diagonal(general(credible)));
    result.sseq.push(diagonal(symmetric(credible)));
  }
  return result;
}
