/** Whose people and offices are: told by the adjective, the possessive or the name before them, or by what follows *of*. */
import type { EntityType } from '../rows.ts';
import { keyOf, type Run } from './candidates.ts';
import type { Register } from './register.ts';
import { endOfRun, startsRun, type RunContext } from './runs.ts';
import type { Word } from './words.ts';

/** A mention that others may belong to. */
export interface Owner {
  readonly id: string;
  /** One past its last word. */
  readonly end: number;
  readonly isPossessive: boolean;
}

export interface BelongingSetting {
  readonly register: Register;
  readonly context: RunContext;
  readonly typeOf: (words: readonly Word[], run: Run) => EntityType;
  readonly nameOfDemonym: (low: string) => string | undefined;
}

const LED = /^(?:led|headed|chaired|fronted)$/;

export class Belonging {
  readonly #setting: BelongingSetting;

  constructor(setting: BelongingSetting) {
    this.#setting = setting;
  }

  /**
   * Whose a person is: “Russian negotiator X”, “Ostrene's spokesman, X”. `subject`: what the sentence before is about, whom *its*
   * means where this one names nobody.
   */
  ownerBefore(
    words: readonly Word[],
    at: number,
    body: Owner | undefined,
    subject: string | undefined,
  ): string | undefined {
    for (let k = at - 1; k >= Math.max(0, at - 7); k--) {
      const gap = words[k + 1]!.gap;
      if (!/^\s+$/.test(gap) && !(k === at - 1 && /^,\s+$/.test(gap))) return undefined;
      const { low, pos, isCapital } = words[k]!;
      const state = isCapital ? this.#stateByAdjective(low) : undefined;
      if (state !== undefined) return k === at - 1 && gap.includes(',') ? undefined : state;
      if (/^(?:its|their)$/.test(low)) return (body && this.#partyOf(body.id)) ?? subject;
      if (body?.end === k + 1 && (body.isPossessive || k < at - 1)) return body.id;
      if (body?.end === k + 1 || (pos === 'NOUN' && /[^s]s$/.test(low) && low !== 'affairs')) return undefined;
      if (LED.test(low) && words[k + 1]?.low === 'by') return this.#ledBy(words, k);
      if (low === 'by' && LED.test(words[k - 1]?.low ?? '')) continue;
      if (pos === 'VERB' || pos === 'AUX' || pos === 'ADP' || pos === 'CCONJ') return undefined;
    }
    return undefined;
  }

  /** “the Russian delegation, led by X”. */
  #ledBy(words: readonly Word[], led: number): string | undefined {
    for (let k = led - 1; k >= Math.max(0, led - 6); k--) {
      const { low, isCapital } = words[k]!;
      const state = isCapital ? this.#stateByAdjective(low) : undefined;
      if (state !== undefined) return state;
    }
    return undefined;
  }

  /** Of a person the party that he belongs to. */
  #partyOf(id: string): string | undefined {
    return this.#setting.register.people.get(id) === undefined ? id : this.#setting.register.entity(id)?.of;
  }

  #stateByAdjective(low: string): string | undefined {
    const state = this.#setting.register.table.adjectives.get(low);
    if (state !== undefined) return state;
    const name = this.#setting.nameOfDemonym(low);
    return name === undefined ? undefined : this.#setting.register.idFor(name, 'state');
  }

  /** Whose an office is: of the adjective or name before it, or of what follows *of*. */
  stateOf(
    words: readonly Word[],
    at: number,
    end: number,
    body: Owner | undefined,
    owner: string | undefined,
    subject: string | undefined,
  ): string | undefined {
    const { table } = this.#setting.register;
    for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
      const { low, isCapital } = words[k]!;
      const state = isCapital ? this.#stateByAdjective(low) : undefined;
      if (state !== undefined) return state;
      if (!/^(?:former|new|then|acting|incoming|late|deputy|veteran|outgoing|special|first|top|chief)$/.test(low))
        break;
    }
    const isBeside = body !== undefined && body.end <= at && at - body.end <= (body.isPossessive ? 2 : 0);
    if (isBeside && words.slice(body.end, at + 1).every(({ gap }) => /^\s+$/.test(gap))) return this.#partyOf(body.id);
    if (words[end]?.low === 'of') {
      const from = words[end + 1]?.low === 'the' ? end + 2 : end + 1;
      if (words[from] === undefined) return undefined;
      const hit = table.at(words, from) ?? table.at(words, end + 1);
      if (hit !== undefined) return hit.entry.standsFor ?? hit.entry.entity;
      if (!startsRun(words, from, this.#setting.context)) return undefined;
      const runEnd = endOfRun(words, from, this.#setting.context);
      const key = keyOf(words.slice(from, runEnd));
      const type = this.#setting.typeOf(words, { is: 'run', at: from, end: runEnd, key, isCut: false });
      return type === 'state' || type === 'organisation' ? this.#setting.register.idFor(key, type) : undefined;
    }
    const before = words[at - 1]?.low ?? '';
    if (/^(?:its|their)$/.test(before)) return (body && this.#partyOf(body.id)) ?? subject;
    return /^(?:his|her)$/.test(before) ? owner : undefined;
  }
}
