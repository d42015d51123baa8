/**
 * Conditions as alternatives of conjunctions, which is all that a `.gmcr` file knows. Expansion is exponential at worst, so
 * it stops at a number of them; what contradicts itself or is contained in another is left out.
 */
import type { Condition } from '../graph/index.ts';

/** All options of `mask` are as in `value`. */
export interface Conjunction {
  readonly mask: number;
  readonly value: number;
}

/** Undefined where there would be more than `most` on the way; none at all where the condition never holds. */
export function alternatives(condition: Condition, most: number): readonly Conjunction[] | undefined {
  try {
    return expander(most)(condition, true);
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
}

class TooMany extends Error {}

const ALWAYS: Conjunction = { mask: 0, value: 0 };

function expander(most: number): (c: Condition, isTrue: boolean) => Conjunction[] {
  const few = (found: readonly Conjunction[]): Conjunction[] => shortest(found, most);
  return expand;

  function expand(c: Condition, isTrue: boolean): Conjunction[] {
    const not = (of: Condition): Condition => ({ kind: 'not', of });
    switch (c.kind) {
      case 'constant':
        return c.value === isTrue ? [ALWAYS] : [];
      case 'option':
        return [{ mask: 1 << c.option, value: isTrue ? 1 << c.option : 0 }];
      case 'literals':
        return all(
          c.literals.map(([option, value]): Condition =>
            value ? { kind: 'option', option } : not({ kind: 'option', option }),
          ),
          isTrue,
        );
      case 'not':
        return expand(c.of, !isTrue);
      case 'and':
        return all(c.of, isTrue);
      case 'or':
        return all(c.of.map(not), !isTrue);
      case 'if':
        return all([c.when, not(c.that)], !isTrue);
      case 'iff': {
        const right = isTrue ? c.right : not(c.right);
        return few([...all([c.left, right], true), ...all([not(c.left), not(right)], true)]);
      }
      case 'at-least':
        return isTrue ? atLeast(c.count, c.of) : atLeast(c.of.length - c.count + 1, c.of.map(not));
      case 'at-most':
        return expand({ kind: 'at-least', count: c.count + 1, of: c.of }, !isTrue);
      case 'exactly': {
        const parts: Condition[] = [
          { kind: 'at-least', count: c.count, of: c.of },
          { kind: 'at-most', count: c.count, of: c.of },
        ];
        return all(parts, isTrue);
      }
    }
  }

  /** All of them hold; or, not all of them do. */
  function all(parts: readonly Condition[], isTrue: boolean): Conjunction[] {
    if (!isTrue) return few(parts.flatMap((part) => expand(part, false)));
    return parts.reduce<Conjunction[]>(
      (found, part) => {
        const more = expand(part, true);
        return few(found.flatMap((a) => more.flatMap((b) => join(a, b))));
      },
      [ALWAYS],
    );
  }

  /** Any `count` of them hold: by whether the first one does. */
  function atLeast(count: number, of: readonly Condition[]): Conjunction[] {
    if (count <= 0) return [ALWAYS];
    if (count > of.length) return [];
    const [first, ...rest] = of as [Condition, ...Condition[]];
    const fewer = atLeast(count - 1, rest);
    const head = expand(first, true);
    return few([...head.flatMap((a) => fewer.flatMap((b) => join(a, b))), ...atLeast(count, rest)]);
  }
}

function join(a: Conjunction, b: Conjunction): Conjunction[] {
  const both = a.mask & b.mask;
  if ((a.value & both) !== (b.value & both)) return [];
  return [{ mask: a.mask | b.mask, value: a.value | b.value }];
}

/** Without those that another one contains. */
function shortest(found: readonly Conjunction[], most: number): Conjunction[] {
  const covers = (a: Conjunction, b: Conjunction): boolean =>
    (a.mask & b.mask) === a.mask && (b.value & a.mask) === a.value;
  const kept: Conjunction[] = [];
  for (const next of found) {
    if (kept.some((one) => covers(one, next))) continue;
    for (let k = kept.length - 1; k >= 0; k--) if (covers(next, kept[k]!)) kept.splice(k, 1);
    kept.push(next);
    if (kept.length > most) throw new TooMany();
  }
  return kept;
}
