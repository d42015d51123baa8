/** The measures as a table for people. */
import type { Measures } from './measure.ts';
import type { PolnearMeasures } from './polnear.ts';
import { isTooFew, type Scores, type Share } from './score.ts';

const two = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(2));
const interval = ({ low, high }: Share): string => (low === undefined ? '' : `${two(low)}–${two(high)}`);
const columns = ({ precision, recall, f1 }: Scores): string =>
  [
    two(precision.share).padStart(9),
    interval(precision).padStart(11),
    String(precision.n).padStart(5),
    two(recall.share).padStart(7),
    interval(recall).padStart(11),
    String(recall.n).padStart(5),
    two(f1).padStart(6),
  ].join(' ');
const HEAD = '  precision      95 %     n  recall      95 %     n     F1';

export function report({ split, accounts, kinds, rules, differences }: Measures): string {
  const lines = [`${accounts} accounts of the ${split} half\n`, `${'kind'.padEnd(28)}${HEAD}   strict F1`];
  for (const [kind, all] of Object.entries(kinds)) {
    lines.push(
      `${kind.padEnd(28)} ${columns(all)}  ${two(all.strict.f1).padStart(8)}${all.isGoldIncomplete ? '  *' : ''}`,
    );
    const told = Object.entries(all.told).map(([what, s]) => `${what} ${two(s.share)} of ${s.n}`);
    if (told.length > 0) lines.push(`  tells the same ${told.join(', ')}`);
  }
  lines.push('* the gold has only the plain cases: precision is a lower bound\n', `${'rule'.padEnd(44)}${HEAD}`);
  for (const [rule, all] of Object.entries(rules)) {
    const marks = `${all.isGoldIncomplete ? '  *' : ''}${isTooFew(all.precision.n) ? '  too few' : ''}`;
    lines.push(`${`${rule} (${all.kind})`.padEnd(44)} ${columns(all)}${marks}`);
  }
  lines.push('recall of a rule: of all rows of its kind\n', `${'difference'.padEnd(28)}${HEAD}`);
  for (const [kind, all] of Object.entries(differences.kinds)) lines.push(`${kind.padEnd(28)} ${columns(all)}`);
  lines.push(
    `${'all'.padEnd(28)} ${columns(differences.all)}`,
    `${'whatever kind'.padEnd(28)} ${columns(differences.anyKind)}`,
  );
  const { open, taken } = differences;
  lines.push(
    `shown as open: ${open.n}, of which in the gold ${two(open.share)} ${interval(open)}`,
    `only looking like one: ${taken.n}, of which shown as open ${taken.right}`,
  );
  return lines.join('\n');
}

export function reportPolnear({ compartments, articles, attributions, parts }: PolnearMeasures): string {
  const lines = [
    `${articles} articles of ${compartments.join(', ')}\n`,
    `${'attribution'.padEnd(28)}${HEAD}`,
    `${'content overlaps by half'.padEnd(28)} ${columns(attributions.content)}`,
    `${'cue, source, content meet'.padEnd(28)} ${columns(attributions.whole)}`,
    `\n${'part'.padEnd(28)}${HEAD}`,
  ];
  for (const [part, all] of Object.entries(parts)) {
    lines.push(
      `${part.padEnd(28)} ${columns(all.rows)}`,
      `${`  ${part}, by character`.padEnd(28)} ${columns(all.characters)}`,
    );
  }
  return lines.join('\n');
}
