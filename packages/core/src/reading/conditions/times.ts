/** Whether what follows `until` or `before` tells a time, not what has to happen: `the end of June`, `a week`, `next Friday`. */
import type { Line, Range } from './clauses.ts';

const PLAIN = new Set(
  `now then today tomorrow yesterday tonight recently late early mid midnight noon dawn dusk sunrise sunset further
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december spring summer autumn winter christmas easter`.split(/\s+/),
);
const UNITS = new Set(
  `second seconds minute minutes hour hours day days week weeks weekend month months year years decade decades century
  morning afternoon evening night season o'clock pm am a.m p.m a.m. p.m.`.split(/\s+/),
);
const EDGES = new Set(['end', 'middle', 'beginning', 'start', 'close']);
const BEFORE_UNITS = new Set(
  `the a an at of in on this that next last coming following same another least most about around some late early mid
  very`.split(/\s+/),
);

export const isUnit = (word: string | undefined): boolean => UNITS.has(word ?? '');

export function isTime({ words, tokens }: Line, { from, to }: Range): boolean {
  let i = from;
  while (i < to && (BEFORE_UNITS.has(words[i]!) || EDGES.has(words[i]!) || words[i] === '-')) i++;
  if (i >= to) return true; // until the end
  const word = words[i]!;
  if (PLAIN.has(word)) return words[i + 1] !== "'s" || UNITS.has(words[i + 2] ?? '') || EDGES.has(words[i + 2] ?? '');
  if (UNITS.has(word)) return words[i + 1] !== 'that' && words[i + 1] !== "'s";
  if (word === 'may' && tokens[i]!.pos === 'PROPN') return true;
  if (tokens[i]!.pos !== 'NUM') return false;
  if (/^(?:1[0-9]|20)\d\d$/.test(word) || i + 1 >= to) return true;
  const next = words[i + 1]!;
  return UNITS.has(next) || PLAIN.has(next) || /^[:.,–-]$/.test(next) || next === 'may';
}
