/**
 * What cannot be (rule M3 and `impossible`): a state is possible if no rule is true of it. Only rules that name an atom
 * which has changed need asking.
 */
import { atomSet, compile, type Bits, type Predicate } from './condition.ts';
import type { Process } from './model.ts';

export interface Rules {
  /** Whether the state is possible as far as rules that name this atom go. */
  readonly allow: (atom: number, state: Bits) => boolean;
}

export function rules(process: Process): Rules {
  const byAtom: (Predicate[] | undefined)[] = process.atoms.map(() => undefined);
  for (const rule of process.rules) {
    const that = compile(rule.that);
    for (const atom of atomSet([rule.that])) (byAtom[atom] ??= []).push(that);
  }
  return {
    allow(atom, state) {
      const broken = byAtom[atom];
      if (broken === undefined) return true;
      for (let k = 0; k < broken.length; k++) if (broken[k]!(state)) return false;
      return true;
    },
  };
}
