/** Adjectives of new states: an account that has *Corvia* and *Corvian* has told that Corvia is one. */
import type { Casing } from './runs.ts';

const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ian$/, ['ia', 'y', 'i', 'e', 'ea', '']],
  [/ean$/, ['ea', 'e', '', 'ia']],
  [/an$/, ['a', '', 'o']],
  [/n$/, ['', 'a']],
  [/ese$/, ['', 'a', 'o', 'e', 'y']],
  [/ish$/, ['', 'land', 'ia']],
  [/i$/, ['', 'a', 'ia']],
  [/er$/, ['', 'land', 'ia', 'e']],
];

/** Of which name an adjective is, where that name stands in the account or is known. */
export function nameOfDemonym(
  low: string,
  { capital }: Casing,
  isKnown: (name: string) => boolean,
): string | undefined {
  const word = low.replace(/s$/, '');
  if (word.length < 5) return undefined;
  for (const [ending, replacements] of ENDINGS) {
    if (!ending.test(word)) continue;
    const stem = word.replace(ending, '');
    if (stem.length < 3) continue;
    for (const replacement of replacements) {
      const name = stem + replacement;
      if (name !== low && name !== word && (capital.has(name) || isKnown(name))) return name;
    }
  }
  return undefined;
}
