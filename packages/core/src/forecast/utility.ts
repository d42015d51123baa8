/**
 * What a state is worth to a party (rules U1–U3):
 *
 *   U = 100 · Σ wⱼ·[statement j holds] / Σ wⱼ − costs that apply       over states
 *   V = Σ wᵢ·scoreᵢ(value) / Σ wᵢ + bonuses that apply                  over issues
 *   utility = (1 − m)·U + m·V
 *
 * Weights with the shifts of influences, never below 0. Of a set of values the scores add up. A choice among own options
 * leaves what is settled as it is, so V is left out of `utility` where it cannot tell two states of a choice apart.
 */
import { atomSet, compile, hasBit } from './condition.ts';
import { weighsOn, type Influences } from './influences.ts';
import type { Process, Shifted } from './model.ts';
import type { Run } from './run.ts';

export interface Utility {
  readonly begin: () => void;
  /** Of the present state; comparable between states that differ by options. */
  readonly utility: () => number;
  /** Tells which atoms each of some changes flips, so that `afterChange` need only ask what they bear on. */
  readonly watch: (changes: readonly (readonly number[])[]) => void;
  /** As `utility`, and remembered as what changes are measured from. */
  readonly baseline: () => number;
  /** Of the present state, which differs from that of `baseline` by the atoms of change k alone. */
  readonly afterChange: (k: number) => number;
  /** Of what is settled in the present state, 0–100. */
  readonly dealValue: () => number;
  /** Share of the state in the utility: 1 − m. */
  readonly stateShare: () => number;
}

export function utilityOf(run: Run, party: number, influences: Influences): Utility {
  const { process, inputs, state } = run;
  const { statements, issues, bonuses, dealShare } = process.parties[party]!;
  const holds = statements.map(({ that }) => compile(that));
  const weights = statements.map(({ weight }) => weight);
  const shifts = statements.map((_, statement) => influences.on({ kind: 'statement', party, statement }));
  const isShifted = shifts.some((shift) => shift !== undefined);
  const cost = influences.on({ kind: 'cost', party });
  const base = new Float64Array(statements.length);
  let total = 0;
  let share = 0;
  let isDrawn = false;

  const draw = (): void => {
    total = 0;
    share = stateShare();
    for (let j = 0; j < base.length; j++) total += base[j] = inputs.value(weights[j]!);
    isDrawn = true;
  };
  const stateValue = (): number => {
    let all = isShifted ? 0 : total;
    let met = 0;
    for (let j = 0; j < base.length; j++) {
      let weight = base[j]!;
      if (isShifted) {
        const shift = shifts[j];
        if (shift !== undefined) weight = Math.max(0, weight + shift());
        all += weight;
      }
      if (holds[j]!(state)) met += weight;
    }
    return (all > 0 ? (100 * met) / all : 0) - (cost === undefined ? 0 : cost());
  };

  const costAtoms = new Set(
    atomSet(
      process.influences.filter((row) => row.shifts.some(({ of }) => isCostOf(of, party))).map((row) => row.when),
    ),
  );
  const statementAtoms = statements.map(({ that }) => atomSet([that]));
  let bearsOn: Int32Array[] = [];
  let bearsOnCost: boolean[] = [];
  const truth = new Uint8Array(statements.length);
  let baseMet = 0;
  let baseCost = 0;

  const issueShifts = issues.map(({ issue }) => influences.on({ kind: 'issue', party, issue }));
  const bonusHolds = bonuses.map(({ when }) => compile(when));
  const dealValue = (): number => {
    let sum = 0;
    let all = 0;
    for (let i = 0; i < issues.length; i++) {
      const { issue, weight: input, scores } = issues[i]!;
      const shift = issueShifts[i];
      const weight = Math.max(0, inputs.value(input) + (shift === undefined ? 0 : shift()));
      all += weight;
      const { values } = process.issues[issue]!;
      for (let v = 0; v < values.length; v++) if (hasBit(state, values[v]!)) sum += weight * inputs.value(scores[v]!);
    }
    let value = all > 0 ? sum / all : 0;
    for (let b = 0; b < bonuses.length; b++) if (bonusHolds[b]!(state)) value += inputs.value(bonuses[b]!.add);
    return value;
  };
  const dealTellsApart = dealDependsOnOptions(process, party);
  const isSimple = !isShifted && !dealTellsApart;
  const stateShare = (): number => 1 - inputs.value(dealShare);
  const utility = (): number => {
    if (!isDrawn) draw();
    return share * stateValue() + (dealTellsApart ? (1 - share) * dealValue() : 0);
  };
  return {
    begin() {
      isDrawn = false;
    },
    utility,
    watch(changes) {
      bearsOn = changes.map((atoms) =>
        Int32Array.from([...statements.keys()].filter((j) => statementAtoms[j]!.some((atom) => atoms.includes(atom)))),
      );
      bearsOnCost = changes.map((atoms) => atoms.some((atom) => costAtoms.has(atom)));
    },
    baseline() {
      if (!isSimple) return utility();
      if (!isDrawn) draw();
      baseMet = 0;
      for (let j = 0; j < base.length; j++) {
        truth[j] = holds[j]!(state) ? 1 : 0;
        if (truth[j] === 1) baseMet += base[j]!;
      }
      baseCost = cost === undefined ? 0 : cost();
      return share * ((total > 0 ? (100 * baseMet) / total : 0) - baseCost);
    },
    afterChange(k) {
      if (!isSimple) return utility();
      let met = baseMet;
      const its = bearsOn[k]!;
      for (let i = 0; i < its.length; i++) {
        const j = its[i]!;
        const now = holds[j]!(state) ? 1 : 0;
        if (now !== truth[j]) met += now === 1 ? base[j]! : -base[j]!;
      }
      const costs = bearsOnCost[k]! ? cost!() : baseCost;
      return share * ((total > 0 ? (100 * met) / total : 0) - costs);
    },
    dealValue,
    stateShare,
  };
}

const isCostOf = (of: Shifted, party: number): boolean => of.kind === 'cost' && of.party === party;

/** Whether an option can change what the party makes of a deal: by a bonus, or by an influence on an issue's weight. */
function dealDependsOnOptions(process: Process, party: number): boolean {
  const onOption = (atom: number): boolean => ['option', 'declined'].includes(process.atoms[atom]!.kind);
  return (
    atomSet(process.parties[party]!.bonuses.map(({ when }) => when)).some(onOption) || weighsOn(process, party, 'issue')
  );
}
