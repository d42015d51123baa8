/**
 * How likely what has been seen is under the inputs of one draw (rules P7, P8):
 *
 *   L = mean over datings of Π over days of (mean over orders of Π terms) · Π over signals of their factor.
 *
 * Chances of choices are evaluated once a state and party, however many terms ask for them. The result is log L, −∞ where
 * what has been seen cannot be under the draw.
 */
import { log, pow } from '../maths/elementary.ts';
import { clearBit, setBit } from './condition.ts';
import type { History, Term } from './history.ts';
import type { Process } from './model.ts';
import { engine, type Engine } from './round.ts';

export interface Likelihood {
  /** log L of draw k. */
  readonly of: (draw: number) => number;
}

export function likelihood(process: Process, history: History, seed: number): Likelihood {
  const machine = engine(process, seed);
  const { inputs, state } = machine.run;
  const values = new Float64Array(history.terms.length);
  const byState = groupByState(history);

  const stand = (k: number): void => {
    for (let atom = 0; atom < process.atoms.length; atom++) clearBit(state, atom);
    for (const atom of history.states[k]!) setBit(state, atom);
  };
  const evaluate = (): void => {
    for (const { state: k, parties, terms } of byState) {
      stand(k);
      for (const { party, terms: its } of parties) {
        const revision = inputs.value(process.parties[party]!.revision);
        machine.choices[party]!.evaluate();
        for (const t of its) values[t] = chanceOf(machine, history.terms[t]!, revision);
      }
      for (const t of terms) {
        const term = history.terms[t]!;
        if (term.kind === 'happening') values[t] = machine.happenings.chance(term.happening);
        else if (term.kind === 'meeting') values[t] = machine.meetings.chance(term.meeting);
      }
    }
  };
  return {
    of(draw) {
      machine.begin(draw, draw);
      evaluate();
      const factors = history.factors.map(({ orders }) => {
        let sum = 0;
        for (const order of orders) {
          let product = 1;
          for (const t of order) product *= values[t]!;
          sum += product;
        }
        return sum / orders.length;
      });
      let sum = 0;
      for (const dating of history.datings) {
        let product = 1;
        for (const f of dating) product *= factors[f]!;
        sum += product;
      }
      let result = log(sum / history.datings.length);
      for (const signal of history.signals) {
        const ratio = pow(inputs.value(signal.ratio), signal.power);
        switch (signal.of.kind) {
          case 'input':
            result += log(pow(ratio, 2 * inputs.quantile(signal.of.input) - 1));
            continue;
          case 'option':
          case 'happening':
          case 'meeting': {
            stand(signal.state);
            const p = chanceThat(machine, signal.of);
            result += log(p * ratio + 1 - p);
          }
        }
      }
      return result;
    },
  };
}

/** Chance under the draw that a signalled thing comes to be when next decided. */
function chanceThat(
  machine: Engine,
  of:
    | { readonly kind: 'option'; readonly option: number }
    | { readonly kind: 'happening'; readonly happening: number }
    | { readonly kind: 'meeting'; readonly meeting: number },
): number {
  if (of.kind === 'happening') return machine.happenings.chance(of.happening);
  if (of.kind === 'meeting') return machine.meetings.chance(of.meeting);
  const { process, state } = machine.run;
  const { party, yes } = process.options[of.option]!;
  if (process.parties[party]?.reported !== true) return 0;
  const chance = chanceOfChange(machine, party, of.option);
  const isTaken = ((state[yes >>> 5]! >>> (yes & 31)) & 1) === 1;
  return isTaken ? 1 - chance : chance;
}

function chanceOfChange(machine: Engine, party: number, option: number): number {
  const set = machine.choices[party]!;
  const { count, change, chance } = set.evaluate();
  let sum = 0;
  for (let c = 1; c < count; c++) if (set.changes[change[c]!]!.options.includes(option)) sum += chance[c]!;
  return sum;
}

/** Of a term about a party's choice, its choices having been evaluated in the term's state. */
function chanceOf(machine: Engine, term: Term, revision: number): number {
  if (term.kind === 'happening' || term.kind === 'meeting') return 0;
  const { process } = machine.run;
  const set = machine.choices[term.party]!;
  const { count, change, chance, isOffer } = set.last();
  let sum = 0;
  for (let c = 1; c < count; c++) {
    const { options } = set.changes[change[c]!]!;
    if (term.kind === 'no-move') {
      // An offer that nobody takes up is not seen.
      if (isOffer[c] === 0 && options.some((o) => process.options[o]!.visible)) sum += chance[c]!;
    } else if (options.includes(term.option)) sum += chance[c]!;
  }
  if (term.kind === 'no-move') return 1 - revision + revision * (1 - sum);
  return revision * (term.kind === 'change' ? sum : 1 - sum);
}

interface StateTerms {
  readonly state: number;
  readonly parties: readonly { readonly party: number; readonly terms: readonly number[] }[];
  /** Happenings and meetings. */
  readonly terms: readonly number[];
}

function groupByState({ states, terms }: History): StateTerms[] {
  return states.flatMap((_, state): StateTerms[] => {
    const its = [...terms.keys()].filter((t) => terms[t]!.state === state);
    if (its.length === 0) return [];
    const byParty = new Map<number, number[]>();
    for (const t of its) {
      const term = terms[t]!;
      if (term.kind === 'happening' || term.kind === 'meeting') continue;
      byParty.set(term.party, [...(byParty.get(term.party) ?? []), t]);
    }
    return [
      {
        state,
        parties: [...byParty].map(([party, of]) => ({ party, terms: of })),
        terms: its.filter((t) => ['happening', 'meeting'].includes(terms[t]!.kind)),
      },
    ];
  });
}
