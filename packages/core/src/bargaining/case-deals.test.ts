import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asKnownOn, middle, type Case } from '../case/index.ts';
import { readCase } from '../case/file.ts';
import { caseDeals } from './case-deals.ts';
import type { TableReport } from './deals-report.ts';

const ISTANBUL = new URL('../../../../cases/istanbul-2025/case.yaml', import.meta.url);

function istanbul(): Case {
  const { case: given } = readCase(readFileSync(ISTANBUL, 'utf8'));
  return asKnownOn(given!, given!.asOf);
}

describe('Istanbul', () => {
  const given = istanbul();
  const { report } = caseDeals(given);
  const tables = new Map(report!.tables.map((table) => [table.meeting!, table]));
  const teams = tables.get('teams')!;
  const leaders = tables.get('leaders')!;

  test('at the delegations’ rank the exchange of prisoners is in the zone and territory is not on the table', () => {
    expect(teams.agenda.map(({ issue }) => issue)).toEqual(['corridors', 'prisoners', 'mechanism']);
    expect(teams.off.find(({ issue }) => issue === 'territory')).toMatchObject({ why: 'rank', needs: 'leader' });
    const prisoners = teams.alone.find(({ issue }) => issue === 'prisoners')!;
    expect(prisoners).toMatchObject({ isOpen: true, openIn: 400, values: ['partial', 'all-for-all'] });
    expect(teams.nash!.values).toEqual(['some', 'all-for-all', 'outlined']);
    expect(teams.zone).toEqual({ isOpen: true, openIn: 400 });
  });

  test('at the leaders’ rank the zone on territory is empty, and it is said what would have to move', () => {
    const territory = leaders.alone.find(({ issue }) => issue === 'territory')!;
    expect(territory.isOpen).toBe(false);
    expect(territory.openIn).toBeLessThan(60);
    expect(territory.openings!.lowerings).toMatchObject([
      { party: 'ukraine', from: 40, to: 30, deal: { values: ['frozen'] } },
      { party: 'russia', from: 47.5, to: 0, deal: { values: ['restored'] } },
    ]);
    expect(territory.carriedBy[0]).toMatchObject({ party: 'ukraine', what: 'score', value: 'frozen' });
    expect(territory.carriedBy[0]!.difference).toBeGreaterThan(0);
  });

  test('a higher rank would add the issues that need one; the hardest with most at stake comes first', () => {
    expect(teams.higher).toMatchObject({
      rank: 'leader',
      adds: ['ceasefire-terms', 'territory', 'nuclear-safety', 'economic-pressure'],
      changes: [{ issue: 'mechanism', here: 'outlined', there: 'working' }],
    });
    expect(teams.higher!.hardest.map(({ issue }) => issue)).toEqual(['territory', 'economic-pressure']);
    expect(leaders.higher).toBeNull();
  });

  test('holes, and a ratifier that has nothing to judge', () => {
    expect(leaders.holes.map(({ issue }) => issue)).toContain('guarantees');
    expect(teams.ratifiers).toEqual([
      { row: 'ukrainian-civil-society', of: 'ukrainian-civil-society', judges: [], refuses: 0, blocks: false },
    ]);
    const { report: opened } = caseDeals(given, { meeting: 'leaders', assume: ['accountability'] });
    expect(opened!.tables[0]!.ratifiers[0]).toMatchObject({ judges: ['accountability'], blocks: false });
    expect(opened!.tables[0]!.nash!.settles).toContainEqual({ issue: 'accountability', value: 'addressed' });
  });

  test('a table of a rank that nobody has called is that of the meeting with this rank', () => {
    const { report: ranked } = caseDeals(given, { rank: 'leader' });
    expect({ ...ranked!.tables[0]!, meeting: 'leaders', state: leaders.state }).toEqual(leaders);
    expect(ranked!.tables).toHaveLength(1);
  });

  test.each([teams, leaders])('every figure of a table is that of its definition', (table: TableReport) => {
    const found = literally(given, table);
    expect(table.outcomes).toBe(found.deals.length);
    expect(table.paretoSize).toBe(found.efficient.length);
    expect(table.nash!.product).toBeCloseTo(Math.max(...found.rational.map(product)), 9);
    expect(Math.min(...table.egalitarian!.gains)).toBeCloseTo(
      Math.max(...found.rational.map((g) => Math.min(...g))),
      9,
    );
    expect(table.rationalFraction).toBe(
      found.rational.filter((g) => g.every((x) => x > 0)).length / found.deals.length,
    );
    expect(table.packages[0]!.value).toBeCloseTo(found.bestOfThree, 9);
    for (const x of table.alone)
      expect({ issue: x.issue, values: x.values }).toEqual({ issue: x.issue, values: found.alone(x.issue) });
  });
});

const product = (gains: readonly number[]): number => gains.reduce((a, b) => a * b, 1);

/** The same figures written down from rule U2, deal by deal; the shifts of rule U4 by hand. */
function literally(given: Case, { agenda, parties }: TableReport) {
  const number = (q: { kind: string } | undefined): number => middle(q as never);
  // silence +2, gating −2, momentum +1.5, backing +3 each.
  const shifts: Record<string, number> = { ukraine: -2 + 1.5 + 3, russia: 2 + 3 };
  const utility = (party: string, issue: string) => {
    const its = given.preferences.get(party)!.issues.get(issue)!;
    if (its === 'not-reported') throw new Error(issue);
    return its;
  };
  const worth = (party: string, over: readonly string[], deal: readonly string[]): number => {
    const weights = over.map((issue) => number(utility(party, issue).weight));
    const sum = over.reduce((s, issue, i) => s + weights[i]! * number(utility(party, issue).scores.get(deal[i]!)), 0);
    return sum / weights.reduce((a, b) => a + b);
  };
  const reserved = (party: string): number => number(given.preferences.get(party)!.reserved) + shifts[party]!;
  const issues = agenda.map(({ issue }) => issue);
  const now = agenda.map(({ statusQuo }) => statusQuo);
  const deals = agenda.reduce<string[][]>((all, { values }) => all.flatMap((d) => values.map((v) => [...d, v])), [[]]);
  const gains = deals.map((deal) => parties.map((party) => worth(party, issues, deal) - reserved(party)));
  const rational = gains.filter((g) => g.every((x) => x >= 0));
  const efficient = rational.filter(
    (g) => !rational.some((h) => h.every((x, p) => x >= g[p]! - 1e-9) && h.some((x, p) => x > g[p]! + 1e-9)),
  );
  const small = deals.flatMap((deal, k) => {
    const settled = deal.filter((value, i) => value !== now[i]).length;
    return settled > 0 && settled <= 3 && gains[k]!.every((x) => x > 0) ? [product(gains[k]!)] : [];
  });
  return {
    deals,
    rational,
    efficient,
    bestOfThree: Math.max(...small),
    alone: (issue: string) =>
      agenda
        .find((row) => row.issue === issue)!
        .values.filter((v) => v !== now[issues.indexOf(issue)])
        .filter((v) => parties.every((party) => worth(party, [issue], [v]) >= reserved(party))),
  };
}

const SMALL = `
parley: 1
parties: { north: {}, south: {}, guard: {} }
issues: { border: { values: [open, old, new] }, water: { values: [none, shared] } }
preferences:
  north: { reserved: 40, issues: { border: { weight: 3, scores: { open: 0, old: 100, new: 20 } }, water: { weight: 1, scores: { none: 0, shared: 100 } } } }
  south: { reserved: 40, issues: { border: { weight: 3, scores: { open: 0, old: 20, new: 100 } }, water: { weight: 1, scores: { none: 0, shared: 100 } } } }
`;

describe('small cases', () => {
  const tableOf = (rest: string): TableReport => {
    const { case: given, problems } = readCase(SMALL + rest);
    expect(problems).toEqual([]);
    return caseDeals(given!).report!.tables[0]!;
  };

  test('without meetings those who say what issues are worth to them sit at one table', () => {
    const table = tableOf('');
    expect(table).toMatchObject({ meeting: null, state: 'not-called', parties: ['north', 'south'], outcomes: 6 });
    expect(table.zone).toEqual({ isOpen: true, openIn: 400 });
    expect(table.nash!.gains.toSorted((a, b) => a - b)).toEqual([0, 60]);
  });

  test('M3 a ratifier without whom there would be a zone blocks it; so does a red line', () => {
    const ratifier = tableOf('ratifiers: { guard: { of: north, by: guard, accepts-if: water = none } }\n');
    expect(ratifier.zone.isOpen).toBe(false);
    expect(ratifier.ratifiers).toMatchObject([{ row: 'guard', of: 'guard', blocks: true }]);
    expect(ratifier.openings!.drops).toEqual([{ row: 'guard', of: 'guard', kind: 'ratifier' }]);
    const line = tableOf('red-lines: { south: [water = none] }\n');
    expect(line.redLines).toMatchObject([{ row: 'red-line-south-1', of: 'south', judges: ['water'], blocks: true }]);
  });

  test('leaving all as it is is no deal', () => {
    const content = SMALL.replaceAll('reserved: 40', 'reserved: 0').replaceAll('open: 0', 'open: 60');
    const { case: given } = readCase(`${content}red-lines: { north: [border = open and water = none] }\n`);
    const [table] = caseDeals(given!).report!.tables;
    expect(table).toMatchObject({ outcomes: 1, paretoSize: 1, zone: { isOpen: false, openIn: 0 } });
    expect(table!.packages).toEqual([]);
  });

  test('a case without issues has nothing to agree on', () => {
    const { case: given } = readCase('parley: 1\nparties: { north: {} }\n');
    expect(caseDeals(given!).report!.tables).toMatchObject([{ outcomes: 0, nash: null, alone: [] }]);
  });
});
