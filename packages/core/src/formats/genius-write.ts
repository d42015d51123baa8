/**
 * Writes a bargaining problem as a GENIUS domain and one profile a party (XML). GENIUS divides every evaluation by the
 * largest of its issue and wants weights that add up to 1, so an issue's largest score goes into its weight, and all
 * utilities of a party are divided by one number, its reserved value too. Where scores are below 0, those of the issue are
 * first raised to 0, and the reserved value by as much. Deals keep their order and their place above or below no deal.
 *
 * The format has no bonuses and no forbidden combinations; what is left out is listed.
 */
import type { BargainingProblem, Utility } from '../bargaining/index.ts';
import { fileNames, leftOut, type DomainFiles } from './domain-write.ts';

export function writeGenius(problem: BargainingProblem, name: string): DomainFiles {
  const { issues, parties } = problem;
  const count = issues.reduce((product, { values }) => product * values.length, 1);
  const tree = (rows: readonly string[], before = '', after = ''): string =>
    `  <utility_space${before}>\n    <objective index="0" etype="objective" type="objective" name="${escaped(name)}">\n${rows.join('')}    </objective>\n${after}  </utility_space>\n`;
  const domain = issues.map((issue, i) => {
    const items = issue.values.map((value, v) => `        <item index="${v + 1}" value="${escaped(value)}"/>\n`);
    return `${opening(issue.name, i)}${items.join('')}      </issue>\n`;
  });
  const stems = fileNames(parties, ['domain']);
  return {
    files: new Map([
      [
        'domain.xml',
        `<negotiation_template number_of_issues="${issues.length}">\n${tree(domain)}</negotiation_template>\n`,
      ],
      ...stems.map((stem, p) => [`${stem}.xml`, profileOf(problem, problem.utilities[p]!, tree, count)] as const),
    ]),
    omissions: leftOut(problem, ['bonuses', 'constraints']),
  };
}

const opening = (name: string, i: number): string =>
  `      <issue index="${i + 1}" etype="discrete" type="discrete" vtype="discrete" name="${escaped(name)}">\n`;

function profileOf(
  { issues }: BargainingProblem,
  utility: Utility,
  tree: (rows: readonly string[], before?: string, after?: string) => string,
  count: number,
): string {
  const { shares, scores, reserved } = shared(utility);
  const rows = issues.map((issue, i) => {
    const items = issue.values.map(
      (value, v) =>
        `        <item index="${v + 1}" value="${escaped(value)}" evaluation="${decimal(scores[i]![v]!)}"/>\n`,
    );
    return `${opening(issue.name, i)}${items.join('')}      </issue>\n`;
  });
  const weights = shares.map((share, i) => `      <weight index="${i + 1}" value="${decimal(share)}"/>\n`);
  const { discount = 1 } = utility;
  const after = `    <discount_factor value="${decimal(discount)}"/>\n    <reservation value="${decimal(reserved)}"/>\n`;
  return tree(
    [...weights, ...rows],
    ` type="any" number_of_issues="${issues.length}" number_of_outcomes="${count}"`,
    after,
  );
}

/** A sum as near to 1 as adding up can tell. */
const ROUNDING = 1e-9;

export interface Stretched {
  /** By issue: what its best value adds. */
  readonly tops: readonly number[];
  /** Their sum; 0 if nothing matters to the party. */
  readonly top: number;
  /** From 0 to 1, which the best value of an issue has. */
  readonly scores: readonly (readonly number[])[];
  /** What is taken away from all utilities: negative where scores are. */
  readonly least: number;
}

/** A utility without its bonuses as Σ tops · scores + least. */
export function stretched({ weights, scores }: Utility): Stretched {
  const raised = scores.map((row) => row.reduce((a, b) => Math.min(a, b), 0));
  const most = scores.map((row, i) => row.reduce((a, b) => Math.max(a, b), -Infinity) - raised[i]!);
  const tops = weights.map((weight, i) => weight * most[i]!);
  const sum = tops.reduce((a, b) => a + b, 0);
  return {
    tops,
    top: Math.abs(sum - 1) < ROUNDING ? 1 : sum,
    scores: scores.map((row, i) => row.map((score) => (most[i]! > 0 ? (score - raised[i]!) / most[i]! : 0))),
    least: weights.reduce((all, weight, i) => all + weight * raised[i]!, 0),
  };
}

/** With weights that add up to 1, and the reserved value on the same scale. */
export function shared(utility: Utility): { shares: number[]; scores: Stretched['scores']; reserved: number } {
  const { tops, top, scores, least } = stretched(utility);
  const { reserved = 0 } = utility;
  // To a party that gains nothing anywhere all issues are alike.
  if (top === 0)
    return {
      shares: tops.map(() => 1 / tops.length),
      scores: scores.map((row) => row.map(() => 0)),
      reserved: reserved > least ? 1 : 0,
    };
  return { shares: tops.map((own) => own / top), scores, reserved: Math.max(0, (reserved - least) / top) };
}

/** As short as it can be without losing a bit; GENIUS reads exponents too. */
const decimal = (x: number): string => String(x);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  // What XML cannot hold at all is dropped; line ends and tabs would become spaces in an attribute.
  text
    // oxlint-disable-next-line no-control-regex
    .replace(/[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (c) => ENTITIES[c]!)
    .replace(/[\t\n\r]/g, (c) => `&#${c.codePointAt(0)!};`);
