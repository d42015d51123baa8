/**
 * The moves of one round (rules P2, P3). Each party revises with its chance ρ; those that do choose in random order, each
 * knowing what those before it did. Order: by one uniform number a party, so that who else revises does not change it.
 */
import type { ChoiceSet } from './choices.ts';
import { clearBit, hasBit, setBit } from './condition.ts';
import type { Offers } from './offers.ts';
import type { Run } from './run.ts';

export function moves(run: Run, choiceSets: readonly ChoiceSet[], offers: Offers): () => void {
  const { process, inputs, random, slots, state } = run;
  const moving = process.parties.flatMap((party, p) =>
    party.reported && choiceSets[p]!.changes.length > 0 ? [p] : [],
  );
  const revising = new Int32Array(moving.length);
  const place = Int32Array.from(process.parties, (_, p) => moving.indexOf(p));
  const chances = new Float64Array(moving.length);
  let turn = -1;
  const keys = new Float64Array(process.parties.length);

  const apply = (options: readonly number[]): void => {
    for (let i = 0; i < options.length; i++) {
      const { yes, declined } = process.options[options[i]!]!;
      if (hasBit(state, yes)) {
        if (options.length > 1) continue;
        clearBit(state, yes);
        setBit(state, declined);
      } else {
        setBit(state, yes);
        clearBit(state, declined);
      }
    }
  };
  const choose = (p: number): void => {
    const set = choiceSets[p]!;
    const { count, change, chance, isOffer } = set.evaluate();
    // What revised because u < ρ chooses by u/ρ, which is uniform again.
    let rest = random.uniform(slots.revises + place[p]!) / chances[place[p]!]!;
    let c = 0;
    // Rounding may leave a trace of the last choice.
    while (c < count - 1 && rest >= chance[c]!) rest -= chance[c++]!;
    if (change[c]! < 0) return;
    const { options } = set.changes[change[c]!]!;
    if (isOffer[c] === 1) offers.add(options, -1, random.uniform(slots.offers + p));
    else apply(options);
  };
  return () => {
    if (turn !== run.turn) {
      turn = run.turn;
      for (let i = 0; i < moving.length; i++) chances[i] = inputs.value(process.parties[moving[i]!]!.revision);
    }
    let count = 0;
    for (let i = 0; i < moving.length; i++)
      if (random.uniform(slots.revises + i) < chances[i]!) revising[count++] = moving[i]!;
    if (count > 1) {
      for (let i = 0; i < count; i++) keys[revising[i]!] = random.uniform(slots.order + place[revising[i]!]!);
      // Insertion sort: a handful, and nothing allocated.
      for (let i = 1; i < count; i++) {
        const p = revising[i]!;
        let j = i - 1;
        for (; j >= 0 && keys[revising[j]!]! > keys[p]!; j--) revising[j + 1] = revising[j]!;
        revising[j + 1] = p;
      }
    }
    for (let i = 0; i < count; i++) choose(revising[i]!);
  };
}
