/**
 * Stability in models with arcs written out and preferences compared pair by pair: state-graph form, coalesced states,
 * misperception, and partial, intransitive, two-strength or unknown preferences (Li et al. 2004; Hamouda, Kilgour & Hipel
 * 2004).
 *
 * A sanction is *strong* if the state it leads to (and, where it must withstand countermoves, all they lead to) is much
 * worse. A stable state is strongly stable if each improvement meets a strong sanction; without improvements it is, too.
 * Others count a move of which they do not know whether it is better for them as credible in every reading.
 *
 * Sets of states are bits: what the others can bring about from each state ({@link ./group-reach.ts}), and what a decision
 * maker that left s would not like. O(states · arcs) time, states² · members / 8 bytes: some 4,000 states of 4 decision
 * makers in seconds. For large option models with rankings see {@link ./equilibria.ts}.
 */
import type { Concept, ConceptId, Sanctioning } from './concept.ts';
import { bitOf, CONCEPTS } from './concepts.ts';
import type { Stability } from './equilibria.ts';
import type { Allowed } from './group-moves.ts';
import { arcsOf, groupReach, wordsFor, type Arcs } from './group-reach.ts';
import { checkpoint, DEFAULT_MEMORY, TooLarge, type Control } from './limits.ts';
import { arcCount, type MoveGraph } from './move-graph.ts';
import { isDeterrent, isIncentive, type Preference, type UnknownReading } from './preference.ts';

export interface RelationalStability extends Stability {
  /** As `stable`: the bit is set if the state is strongly stable. */
  readonly strong: readonly Uint8Array[];
}

export interface RelationalOptions extends Control {
  readonly concepts?: readonly ConceptId[];
  /** Whose stability is wanted. Default: everybody's. The verdicts of the others are left at 0, and so are equilibria. */
  readonly decisionMakers?: readonly number[];
  /** How an unknown comparison is read. Default `a`. */
  readonly unknown?: UnknownReading;
  /** Which moves of others are credible sanctions. Default: those that are better for the mover, or may be. */
  readonly credible?: Allowed;
  /** Most states × (arcs + states); default 10^10, about a minute. */
  readonly workLimit?: number;
}

export function relationalStability(
  graph: MoveGraph,
  preferences: readonly Preference[],
  options: RelationalOptions = {},
): RelationalStability {
  const concepts = CONCEPTS.filter((concept) => options.concepts?.includes(concept.id) ?? true);
  const reading = options.unknown ?? 'a';
  const { states, decisionMakers } = graph;
  const count = arcCount(graph);
  const work = states * (count + states * decisionMakers);
  const limit = options.workLimit ?? 1e10;
  if (work > limit) throw new TooLarge(`Stability along ${count} arcs`, work, limit, 'steps');
  // Sets of each state by moves and by improvements, those of components, and the arcs twice.
  const needs = states * wordsFor(states) * 4 * (decisionMakers + 1) + count * 16;
  const room = options.memoryLimit ?? DEFAULT_MEMORY;
  if (needs > room) throw new TooLarge(`Stability of ${states} states one by one`, needs, room, 'bytes');

  const everybody = preferences.map((_, dm) => dm);
  const byMoves = arcsOf(graph);
  const byImprovements = concepts.some(({ sanctions }) => sanctions === 'improvements')
    ? arcsOf(graph, options.credible ?? ((mover, from, to) => isIncentive(preferences[mover]!(to, from), 'a')))
    : byMoves;
  const stable = everybody.map(() => new Uint8Array(states));
  const strong = everybody.map(() => new Uint8Array(states));
  for (const dm of options.decisionMakers ?? everybody) {
    checkpoint(options, dm / decisionMakers);
    const others = everybody.filter((j) => j !== dm);
    const reach = (by: Sanctioning['sanctions']): Uint32Array | undefined =>
      concepts.some(({ sanctions }) => sanctions === by)
        ? groupReach(by === 'moves' ? byMoves : byImprovements, others)
        : undefined;
    const judge = new Judge(byMoves, dm, preferences[dm]!, reading, reach('moves'), reach('improvements'));
    for (let s = 0; s < states; s++) {
      if ((s & 63) === 0) checkpoint(options, (dm + s / states) / decisionMakers);
      judge.turnTo(s);
      for (const concept of concepts) {
        const level = judge.level(concept);
        if (level > 0) stable[dm]![s]! |= bitOf(concept.id);
        if (level > 1) strong[dm]![s]! |= bitOf(concept.id);
      }
    }
  }
  const equilibria = Uint8Array.from({ length: states }, (_, s) =>
    stable.reduce((bits, verdict) => bits & verdict[s]!, 255),
  );
  return { concepts: concepts.map((concept) => concept.id), stable, strong, equilibria };
}

const UNSTABLE = 0;
const WEAKLY = 1;
const STRONGLY = 2;

/** States that deter one decision maker from leaving the state it is asked about: all, and those that do so strongly. */
interface Deterrents {
  readonly weak: Uint32Array;
  readonly strong: Uint32Array;
}

/** What one decision maker thinks of one state after the other. */
class Judge {
  readonly #arcs: Arcs;
  readonly #dm: number;
  readonly #prefers: Preference;
  readonly #reading: UnknownReading;
  readonly #reach: Readonly<Record<Sanctioning['sanctions'], Uint32Array | undefined>>;
  readonly #words: number;
  readonly #plain: Deterrents;
  /** Those from which no move of its own leads out of them. */
  readonly #holding: Deterrents;
  #improvements: readonly number[] = [];
  #known: 'none' | 'plain' | 'holding' = 'none';
  #state = 0;

  constructor(
    arcs: Arcs,
    dm: number,
    prefers: Preference,
    reading: UnknownReading,
    moves: Uint32Array | undefined,
    improvements: Uint32Array | undefined,
  ) {
    this.#arcs = arcs;
    this.#dm = dm;
    this.#prefers = prefers;
    this.#reading = reading;
    this.#reach = { moves, improvements };
    this.#words = wordsFor(arcs.states);
    const sets = (): Deterrents => ({ weak: new Uint32Array(this.#words), strong: new Uint32Array(this.#words) });
    this.#plain = sets();
    this.#holding = sets();
  }

  turnTo(state: number): void {
    const { states, start, targets } = this.#arcs;
    const n = this.#dm * states + state;
    this.#state = state;
    this.#known = 'none';
    this.#improvements = [...targets.subarray(start[n]!, start[n + 1]!)].filter((q) =>
      isIncentive(this.#prefers(q, state), this.#reading),
    );
  }

  level(concept: Concept): number {
    if (this.#improvements.length === 0) return STRONGLY;
    if (concept.sanctions === 'none') return UNSTABLE;
    const { weak, strong } = this.#deterrents(concept.countermoves);
    const reach = this.#reach[concept.sanctions]!;
    let level = STRONGLY;
    for (const q of this.#improvements) {
      const from = q * this.#words;
      if (level === STRONGLY && !this.#meet(reach, from, strong)) level = WEAKLY;
      if (level === WEAKLY && !this.#meet(reach, from, weak)) return UNSTABLE;
    }
    return level;
  }

  #meet(reach: Uint32Array, from: number, set: Uint32Array): boolean {
    for (let w = 0; w < set.length; w++) if ((reach[from + w]! & set[w]!) !== 0) return true;
    return false;
  }

  #deterrents(countermoves: boolean): Deterrents {
    if (this.#known === 'none') this.#compare();
    if (!countermoves) return this.#plain;
    if (this.#known === 'plain') this.#hold();
    return this.#holding;
  }

  #compare(): void {
    this.#known = 'plain';
    const { weak, strong } = this.#plain;
    weak.fill(0);
    strong.fill(0);
    for (let k = 0; k < this.#arcs.states; k++) {
      const comparison = this.#prefers(k, this.#state);
      if (!isDeterrent(comparison, this.#reading)) continue;
      weak[k >>> 5]! |= 1 << (k & 31);
      if (comparison === 'much-worse') strong[k >>> 5]! |= 1 << (k & 31);
    }
  }

  #hold(): void {
    this.#known = 'holding';
    this.#holding.weak.set(this.#plain.weak);
    this.#holding.strong.set(this.#plain.strong);
    this.#keepClosed(this.#plain.weak, this.#holding.weak);
    this.#keepClosed(this.#plain.strong, this.#holding.strong);
  }

  /** Takes out of `closed` the states from which the decision maker can move out of `set`. */
  #keepClosed(set: Uint32Array, closed: Uint32Array): void {
    const { states, start, targets } = this.#arcs;
    for (let w = 0; w < set.length; w++) {
      for (let rest = set[w]!; rest !== 0; rest &= rest - 1) {
        const k = (w << 5) + 31 - Math.clz32(rest & -rest);
        const n = this.#dm * states + k;
        for (let at = start[n]!; at < start[n + 1]!; at++) {
          const h = targets[at]!;
          if ((set[h >>> 5]! & (1 << (h & 31))) !== 0) continue;
          closed[w]! &= ~(1 << (k & 31));
          break;
        }
      }
    }
  }
}
