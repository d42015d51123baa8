/**
 * Verdicts as proofs: why a state is stable for a decision maker, or why not, in a form that can be checked without
 * trusting whoever found it.
 *
 * *Stable*: every improvement, with a sequence of the others that answers it, and where needed that no countermove helps.
 * *Unstable*: one improvement, with everything the others can do about it (a set of states and last movers that their
 * moves do not leave) and for each state of that set why it is no sanction.
 *
 * {@link checkProof} goes by the definitions and the proof alone: it searches nothing. For small models and single
 * questions; O(reachable states) each.
 */
import type { Concept, ConceptId } from './concept.ts';
import { CONCEPTS } from './concepts.ts';
import { groupMoves, type Step } from './group-moves.ts';
import type { MoveGraph } from './move-graph.ts';
import type { Preference } from './preference.ts';

export interface Answer {
  readonly improvement: number;
  /** The others' moves from the improvement to the sanction. */
  readonly path: readonly Step[];
  readonly sanction: number;
}

/** A state the others can bring about, and why it does not deter. */
export interface NoSanction {
  readonly state: number;
  /** Who may have moved last on the way to it. */
  readonly lastMovers: readonly number[];
  /** Where the decision maker is better off: the state itself, or where it moves on to from there. */
  readonly betterAt: number;
}

export type Proof = {
  readonly concept: ConceptId;
  readonly decisionMaker: number;
  readonly state: number;
} & (
  | { readonly verdict: 'stable'; readonly answers: readonly Answer[] }
  | { readonly verdict: 'unstable'; readonly improvement: number; readonly none: readonly NoSanction[] }
);

const isBetter = (preference: Preference, q: number, s: number): boolean => {
  const comparison = preference(q, s);
  return comparison === 'better' || comparison === 'much-better';
};

const othersOf = (graph: MoveGraph, dm: number): number[] =>
  [...Array(graph.decisionMakers).keys()].filter((j) => j !== dm);

export function prove(
  graph: MoveGraph,
  preferences: readonly Preference[],
  conceptId: ConceptId,
  decisionMaker: number,
  state: number,
): Proof {
  const concept = conceptOf(conceptId);
  const own = preferences[decisionMaker]!;
  const about = { concept: conceptId, decisionMaker, state };
  const answers: Answer[] = [];
  for (const improvement of graph.moves(decisionMaker, state)) {
    if (!isBetter(own, improvement, state)) continue;
    if (concept.sanctions === 'none') return { ...about, verdict: 'unstable', improvement, none: [] };
    const allowed = allowedBy(concept, preferences);
    const group = groupMoves(graph, othersOf(graph, decisionMaker), improvement, allowed);
    const betterAt = (k: number): number | undefined => whereBetter(graph, concept, own, decisionMaker, state, k);
    const sanction = group.states.find((k) => betterAt(k) === undefined);
    if (sanction === undefined) {
      const none = group.states.map((k) => ({ state: k, lastMovers: group.lastMovers(k), betterAt: betterAt(k)! }));
      return { ...about, verdict: 'unstable', improvement, none };
    }
    answers.push({ improvement, path: group.path(sanction), sanction });
  }
  return { ...about, verdict: 'stable', answers };
}

const conceptOf = (id: ConceptId): Concept => CONCEPTS.find((concept) => concept.id === id)!;

const allowedBy = (concept: Concept, preferences: readonly Preference[]) =>
  concept.sanctions === 'improvements'
    ? (mover: number, from: number, to: number): boolean => isBetter(preferences[mover]!, to, from)
    : (): boolean => true;

/** Where the decision maker that left `state` is better off after k; undefined if k deters it. */
function whereBetter(
  graph: MoveGraph,
  concept: Concept,
  own: Preference,
  dm: number,
  state: number,
  k: number,
): number | undefined {
  if (isBetter(own, k, state)) return k;
  if (concept.sanctions === 'none' || !concept.countermoves) return undefined;
  return graph.moves(dm, k).find((h) => isBetter(own, h, state));
}

/** What is wrong with a proof, empty if nothing is. */
export function checkProof(graph: MoveGraph, preferences: readonly Preference[], proof: Proof): string[] {
  const { decisionMaker, state } = proof;
  const concept = conceptOf(proof.concept);
  const own = preferences[decisionMaker]!;
  const others = othersOf(graph, decisionMaker);
  const wrong: string[] = [];
  const claim = (holds: boolean, problem: string): void => {
    if (!holds) wrong.push(problem);
  };
  const isMove = (mover: number, from: number, to: number): boolean => graph.moves(mover, from).includes(to);
  const isAllowed = (mover: number, from: number, to: number): boolean =>
    isMove(mover, from, to) && (concept.sanctions !== 'improvements' || isBetter(preferences[mover]!, to, from));
  const isImprovement = (q: number): boolean => isMove(decisionMaker, state, q) && isBetter(own, q, state);

  if (proof.verdict === 'stable') {
    claim(concept.sanctions !== 'none' || proof.answers.length === 0, 'nothing answers an improvement here');
    for (const q of graph.moves(decisionMaker, state))
      claim(!isImprovement(q) || proof.answers.some((a) => a.improvement === q), `improvement ${q} is not answered`);
    for (const { improvement, path, sanction } of proof.answers) {
      claim(isImprovement(improvement), `${improvement} is no improvement`);
      claim(path.length > 0 && path[0]!.from === improvement, `the answer does not begin at ${improvement}`);
      claim(path.at(-1)?.to === sanction, `the answer does not end at ${sanction}`);
      for (const [n, step] of path.entries()) {
        claim(others.includes(step.mover), `${step.mover} is not one of the others`);
        claim(isAllowed(step.mover, step.from, step.to), `${step.mover} cannot answer ${step.from} with ${step.to}`);
        claim(n === 0 || path[n - 1]!.to === step.from, `the answer is broken before ${step.from}`);
        claim(n === 0 || path[n - 1]!.mover !== step.mover, `${step.mover} moves twice in a row`);
      }
      claim(
        whereBetter(graph, concept, own, decisionMaker, state, sanction) === undefined,
        `${sanction} does not deter`,
      );
    }
    return wrong;
  }

  const { improvement, none } = proof;
  claim(isImprovement(improvement), `${improvement} is no improvement`);
  if (concept.sanctions === 'none') return wrong;
  const known = new Map(none.map((entry) => [entry.state, entry]));
  /** All moves of the others after `last` lead to entries that know of the mover. */
  const closed = (from: number, last: readonly number[]): void => {
    for (const mover of others) {
      // A mover may not move again unless somebody else may have been the last.
      if (last.length === 1 && last[0] === mover) continue;
      for (const to of graph.moves(mover, from))
        if (isAllowed(mover, from, to))
          claim(known.get(to)?.lastMovers.includes(mover) ?? false, `${mover} can answer ${from} with ${to}`);
    }
  };
  closed(improvement, []);
  for (const entry of none) {
    closed(entry.state, entry.lastMovers);
    const after = entry.betterAt;
    claim(isBetter(own, after, state), `${after} is no better than ${state}`);
    claim(
      after === entry.state || (concept.countermoves && isMove(decisionMaker, entry.state, after)),
      `${after} cannot be moved to from ${entry.state}`,
    );
  }
  return wrong;
}

export interface Names {
  readonly decisionMakers: readonly string[];
  readonly state: (state: number) => string;
}

/** The proof in sentences. */
export function narrate(proof: Proof, names: Names): string[] {
  const concept = conceptOf(proof.concept);
  const dm = names.decisionMakers[proof.decisionMaker]!;
  const of = names.state;
  const at = of(proof.state);
  if (proof.verdict === 'stable') {
    if (proof.answers.length === 0)
      return [`${dm} cannot improve on ${at}, so it is ${concept.name} stable for ${dm}.`];
    return [
      `${at} is ${concept.name} stable for ${dm}: each improvement can be answered.`,
      ...proof.answers.map(({ improvement, path, sanction }) => {
        const moves = path
          .map((step) => `${names.decisionMakers[step.mover]!} moves to ${of(step.to)}`)
          .join(', then ');
        const holds = concept.sanctions !== 'none' && concept.countermoves;
        const escape = holds ? `, and no move from there makes it better off` : '';
        return `If ${dm} moves to ${of(improvement)}, ${moves}: ${dm} is no better off at ${of(sanction)} than at ${at}${escape}.`;
      }),
    ];
  }
  const first = `${at} is not ${concept.name} stable for ${dm}: it is better off at ${of(proof.improvement)}.`;
  if (concept.sanctions === 'none') return [first];
  const kind = concept.sanctions === 'improvements' ? 'improvement' : 'move';
  if (proof.none.length === 0) return [first, `Nobody else has an ${kind} from there.`.replace('an move', 'a move')];
  return [
    first,
    `The others can bring about ${proof.none.length} ${proof.none.length === 1 ? 'state' : 'states'} from there by ${kind}s; none deters ${dm}:`,
    ...proof.none.map(({ state, betterAt }) =>
      betterAt === state
        ? `${of(state)} is better for ${dm} than ${at}.`
        : `from ${of(state)} ${dm} moves on to ${of(betterAt)}, which is better for it than ${at}.`,
    ),
  ];
}
