/** `parley deals` through the front door. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { json, output, parley, ROOT, scratch } from './command.ts';

interface Table {
  meeting: string | null;
  state: string;
  agenda: { issue: string }[];
  alone: { issue: string; isOpen: boolean; openIn: number; openings?: { lowerings: unknown[] } }[];
  nash: { values: string[]; utilities: number[]; product: number };
  [more: string]: unknown;
}
interface Report extends Table {
  draws: number;
  tables: Table[];
}

const written = (yaml: string): string => {
  const folder = join(scratch(), 'case');
  mkdirSync(folder);
  writeFileSync(join(folder, 'case.yaml'), yaml);
  return folder;
};

describe('the bundled case', () => {
  test('what the delegations could sign and the leaders could not', () => {
    const { tables, draws } = json<Report>('deals');
    expect(tables.map(({ meeting, state }) => [meeting, state])).toEqual([
      ['leaders', 'blocked'],
      ['teams', 'can-meet'],
    ]);
    const [leaders, teams] = tables as [Table, Table];
    expect(teams.agenda.map(({ issue }) => issue)).not.toContain('territory');
    expect(teams.alone.find(({ issue }) => issue === 'prisoners')).toMatchObject({ isOpen: true, openIn: draws });
    const territory = leaders.alone.find(({ issue }) => issue === 'territory')!;
    expect(territory.isOpen).toBe(false);
    expect(territory.openings!.lowerings).toMatchObject([{ party: 'ukraine' }, { party: 'russia' }]);
  });

  test('for people: tables, what would open a zone, and a plot with the names of both', () => {
    const text = output('deals', '--rank', 'leader', '--issue', 'territory');
    expect(text).toContain('Territory: empty at the middle of the ranges ○');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'opens if Ukraine settles for 30.0 rather than 40.0 (the line frozen, nothing recognised)',
    );
    expect(text).toContain('Which deals would Ukraine and Russia both take');
    expect(text).toContain('◆');
  });

  test('one table is drawn as SVG that is well-formed and loads nothing', () => {
    const svg = output('deals', '--meeting', 'teams', '--svg', '-');
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(svg).toContain('prefers-color-scheme: dark');
    expect(svg).not.toMatch(/href|<script|url\(/);
    expect(parley('deals', '--svg', '-')).toMatchObject({ status: 2 });
  });

  test('an opened hole is marked; figures of one table stand at the top', () => {
    const report = json<Report>('deals', '--rank', 'leader', '--assume', 'guarantees', 'accountability');
    expect(report.tables[0]!.agenda.map(({ issue }) => issue)).toContain('guarantees');
    expect(report.tables[0]!['assumptions']).toContainEqual({ code: 'opened', issue: 'guarantees', party: 'russia' });
    expect(report.nash).toEqual(report.tables[0]!.nash);
  });

  test('names that are not there end with 2 and a suggestion', () => {
    for (const [flag, name, near] of [
      ['--rank', 'leadr', 'leader'],
      ['--meeting', 'team', 'teams'],
      ['--assume', 'guarantes', 'guarantees'],
    ]) {
      const { status, stderr } = parley('deals', flag!, name!);
      expect({ flag, status }).toEqual({ flag, status: 2 });
      expect(stderr).toContain(`Did you mean “${near}”?`);
    }
  });
});

test('a value without a score is told at its line, and the brief leaves deals out', () => {
  const folder = written(`parley: 1
parties: { one: {}, two: {} }
issues: { price: { values: [low, high] } }
preferences:
  one: { issues: { price: { weight: 1, scores: { low: 100 } } } }
  two: { issues: { price: { weight: 1, scores: { low: 0, high: 100 } } } }
`);
  const { status, stderr } = parley('deals', folder);
  expect(status).toBe(1);
  expect(stderr).toMatch(/case\.yaml:5:\d+ {2}There is no score for “high” here/);
  expect(output('brief', folder)).not.toContain('WHICH DEALS EXIST');
});

test('a case that says nothing of issues has no deals, and says so', () => {
  const folder = written('parley: 1\nparties: { one: {}, two: {} }\n');
  expect(output('deals', folder)).toContain('No deal can be computed here');
});

const GENIUS = join(ROOT, '..', 'shared', 'reference', 'bargaining', 'genius');

describe('GENIUS domains', () => {
  const laptop = ['laptop_domain.xml', 'laptop_buyer_utility.xml', 'laptop_seller_utility.xml'].map((file) =>
    join(GENIUS, 'Laptop', file),
  );
  test.skipIf(!existsSync(GENIUS))('Laptop (ANAC 2011): frontier, Nash, opposition as published', () => {
    const found = json<Table & { outcomes: number; paretoSize: number; opposition: number }>(
      'deals',
      '--genius',
      ...laptop,
    );
    expect(found).toMatchObject({ outcomes: 27, paretoSize: 4, nash: { values: ['HP', '60 Gb', "19'' LCD"] } });
    expect(found.nash.product).toBeCloseTo(0.30041, 5);
    expect(found.opposition).toBeCloseTo(0.1597, 4);
  });

  test('a file that is none, one with a document type, a missing one', () => {
    const folder = scratch();
    const at = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const bomb = at(
      'bomb.xml',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><utility_space>&b;</utility_space>',
    );
    const refused = parley('deals', '--genius', bomb, bomb, '--json');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('document type declaration');
    expect(JSON.parse(refused.stdout)).toMatchObject({ problems: [{ code: 'xml-doctype' }] });
    expect(parley('deals', '--genius', at('html.xml', '<html/>'), bomb).status).toBe(1);
    expect(parley('deals', '--genius', join(folder, 'none.xml'), bomb).status).toBe(2);
    expect(parley('deals', '--genius', bomb).status).toBe(2);
  });
});

test('the brief has its deals section in every form', () => {
  const html = join(scratch(), 'brief.html');
  const markdown = join(scratch(), 'brief.md');
  output('brief', '--html', html, '--md', markdown);
  for (const file of [html, markdown]) {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('Which deals exist');
    expect(text).toContain('Rank leader would add');
  }
  expect(
    json<{ deals: { meetings: { deals: { mark: string }[] }[] } }>('brief').deals.meetings[0]!.deals[0]!.mark,
  ).toBe('assumption');
});
