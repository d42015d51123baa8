/** The bundled case through the front door: what each command answers, and the files it writes. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { BUNDLED, bundledCopy, json, listing, output, parley, scratch } from './command.ts';

interface Change {
  readonly precondition: string;
  readonly how: 'waive' | 'together' | 'relax';
  readonly relaxation?: string;
}
interface Exit {
  readonly changes: readonly Change[];
  readonly cost: number;
}
interface Quote {
  readonly source: string;
  readonly quote: string;
}
interface Cycle {
  readonly steps: readonly string[];
  readonly preconditions: readonly string[];
  readonly inferred: boolean;
  readonly exits: readonly Exit[];
}
interface Blocks {
  readonly asOf: string;
  readonly cycles: readonly Cycle[];
  readonly exclusions: readonly { readonly demands: readonly string[]; readonly quotes: readonly Quote[] }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly inferred: boolean;
    readonly preconditions: readonly string[];
    readonly quotes: readonly Quote[];
  }[];
  readonly convening: readonly { readonly from: string; readonly to: string }[];
  readonly smallDeals: readonly string[];
  readonly goals: readonly (Pick<Cycle, 'exits'> & {
    readonly goal: string;
    readonly reachable: boolean | null;
    readonly holdsOnlyIf: readonly string[];
  })[];
}

type Rows = Record<string, Record<string, unknown>>;
const readYaml = (folder: string): Record<string, Rows> =>
  parse(readFileSync(join(folder, 'case.yaml'), 'utf8')) as Record<string, Rows>;
const bundled = readYaml(BUNDLED);
const titles = Object.values(bundled['sources']!).map((source) => source['title'] as string);

/** Every quotation below a value of the file. */
function quotesIn(value: unknown): Quote[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('quote' in value && 'source' in value) return [value as Quote];
  return Object.values(value).flatMap(quotesIn);
}

// --- the case itself ----------------------------------------------------------------------------------------------------

const numbered = (letter: string, most: number): string[] =>
  Array.from({ length: most }, (_, k) => `${letter}${String(k + 1).padStart(2, '0')}`);

describe('the bundled case', () => {
  test.each([
    ['preconditions', numbered('p', 22)],
    ['events', numbered('e', 37)],
    ['scenarios', numbered('s', 12)],
  ] as const)('C1: has all its %s', (section, ids) => {
    expect(Object.keys(bundled[section]!)).toEqual(expect.arrayContaining(ids));
  });

  test('C1: has all its issues', () => {
    const ids = Object.values(bundled['issues']!).map((issue) => issue['id'] as string);
    expect(ids.toSorted()).toEqual(numbered('i', 17));
  });
});

// --- blocks -------------------------------------------------------------------------------------------------------------

const DEADLOCK = {
  steps: ['russia.halts-fire', 'substantive-talks'],
  preconditions: ['p02', 'p04', 'p05', 'p20'],
  inferred: false,
};
const INFERRED_DEADLOCK = {
  steps: ['united-states.leader-goes', 'movement', 'trump-putin'],
  preconditions: ['p07', 'p09', 'x01'],
  inferred: true,
};
const cyclesOf = (report: Blocks): object[] =>
  report.cycles.map(({ steps, preconditions, inferred }) => ({ steps, preconditions, inferred }));
const sayExit = ({ changes }: Exit): string => changes.map((c) => `${c.how} ${c.precondition}`).join(' + ');

describe('blocks', () => {
  const report = json<Blocks>('blocks');
  const earlier = json<Blocks>('blocks', '--as-of', '2025-05-14');
  const goal = (name: string): Blocks['goals'][number] => report.goals.find((g) => g.goal === name)!;

  test('B3: finds exactly the two cycles, and says which rests on an inference', () => {
    expect(cyclesOf(report)).toEqual([DEADLOCK, INFERRED_DEADLOCK]);
  });

  test('B4: finds exactly one exclusion, with its words', () => {
    expect(report.exclusions.map((x) => x.demands)).toEqual([['p14', 'p15']]);
    expect(new Set(report.exclusions[0]!.quotes.map((q) => q.source))).toEqual(new Set(['a', 'e']));
  });

  test('B3, C6: every edge has the words of its rows unless it is inferred', () => {
    expect(report.edges.length).toBeGreaterThan(10);
    for (const edge of report.edges) {
      const rows = edge.preconditions.map((id) => bundled['preconditions']![id]!);
      expect(edge.inferred, edge.from).toBe(rows.every((row) => row['inferred'] === 'yes'));
      expect(edge.quotes.length > 0, `${edge.from} → ${edge.to}`).toBe(!edge.inferred);
      const words = quotesIn(rows).map((q) => q.quote);
      for (const { source, quote } of edge.quotes) {
        expect(words).toContain(quote);
        expect(bundled['sources']).toHaveProperty(source);
      }
    }
  });

  test('B8: prisoners, corridors and mechanism are small deals, and nothing else is', () => {
    expect(report.smallDeals.toSorted()).toEqual(['corridors', 'mechanism', 'prisoners']);
  });

  test('C1: --no-inferred leaves one cycle', () => {
    const stated = json<Blocks>('blocks', '--no-inferred');
    expect(cyclesOf(stated)).toEqual([DEADLOCK]);
    expect(stated.edges.filter((edge) => edge.inferred)).toEqual([]);
    expect(JSON.stringify(stated)).not.toContain('x01');
  });

  test('C4: on 14 May there was the first cycle only, and the exclusion', () => {
    expect(earlier.asOf).toBe('2025-05-14');
    expect(earlier.cycles.map((cycle) => cycle.steps)).toEqual([DEADLOCK.steps]);
    expect(earlier.exclusions.map((x) => x.demands)).toEqual([['p14', 'p15']]);
    // Sources b and c were not written yet.
    const known = new Set(earlier.edges.flatMap((edge) => edge.quotes).map((quote) => quote.source));
    expect([...known].toSorted()).toEqual(['a', 'd', 'e']);
    const { sources } = json<{ sources: { id: string }[] }>('brief', '--as-of', '2025-05-14');
    expect(sources.map((source) => source.id)).toEqual(['a', 'd', 'e']);
  });

  test('B6: the exits of talks on substance, each smallest, cheapest first', () => {
    const { reachable, exits } = goal('substantive-talks');
    expect(reachable).toBe(false);
    const said = exits.map(sayExit);
    expect(said[0]).toBe('waive p05');
    expect(said).toContain('waive p02 + waive p04 + waive p20');
    expect(said).toContain('together p02 + together p04 + together p05 + together p20');
    expect(new Set(said).size).toBe(said.length);
    const changes = exits.map((exit) => new Set(sayExit(exit).split(' + ')));
    for (const [k, exit] of changes.entries())
      for (const [n, other] of changes.entries()) if (k !== n) expect([...exit].every((c) => other.has(c))).toBe(false);
  });

  test('B6: the exits of movement, one of them the written relaxation', () => {
    const { exits, holdsOnlyIf } = goal('movement');
    expect(exits.map(sayExit)).toEqual(['relax p09', 'waive p09', 'waive p07']);
    expect(exits[0]!.changes[0]!.relaxation).toBe('r01');
    expect(holdsOnlyIf).toEqual(['x01']);
  });

  test('B6: costs ascend, and nobody is asked to waive an inference', () => {
    for (const { exits } of [...report.goals, ...report.cycles]) {
      const costs = exits.map((exit) => exit.cost);
      for (const [k, cost] of costs.entries()) if (k > 0) expect(cost).toBeGreaterThanOrEqual(costs[k - 1]! - 1e-9);
      expect(exits.flatMap((exit) => exit.changes).map((change) => change.precondition)).not.toContain('x01');
    }
  });

  test('B6: --goal asks about other conditions, as many as are given', () => {
    const asked = json<Blocks>('blocks', '--goal', 'ceasefire', '--goal', 'prisoners = partial');
    expect(asked.goals.map(({ goal: name, reachable }) => [name, reachable])).toEqual([
      ['ceasefire', false],
      ['prisoners = partial', true],
    ]);
    expect(asked.goals[0]!.exits.map(sayExit)[0]).toBe('waive p05');
  });

  test.each([
    ['can-meet(peace)', 'peace'],
    ['declined(ceasefire)', 'ceasefire'],
    ['declined(territory)', 'territory'],
  ])('C2: --goal %s is refused: there is nothing of that kind', (condition, name) => {
    const { status, stderr } = parley('blocks', '--goal', condition);
    expect(stderr).toContain(`“${name}”`);
    expect(status).toBe(2);
  });

  test('text shows the words behind the edges when asked', () => {
    const said = output('blocks', '--quotes');
    expect(said).toContain('CYCLES (2)');
    expect(said).toContain('EXCLUSIONS (1)');
    expect(said.replace(/\s+/g, ' ')).toContain(
      '“There can be no meaningful dialogue, he stresses, until the guns are silent”',
    );
  });
});

// --- check --------------------------------------------------------------------------------------------------------------

describe('check', () => {
  interface Checked {
    readonly problems: readonly unknown[];
    readonly coverage: Record<string, number> & { readonly notReported: readonly object[] };
  }

  test('U5: the bundled case has no problem, and its holes are listed', () => {
    const { problems, coverage } = json<Checked>('check');
    expect(problems).toEqual([]);
    for (const field of ['quoted', 'assumed', 'inferred', 'quantities']) {
      expect(Number.isInteger(coverage[field]), field).toBe(true);
      expect(coverage[field], field).toBeGreaterThan(0);
    }
    for (const issue of ['guarantees', 'accountability', 'reparations'])
      expect(coverage.notReported).toContainEqual({ issue, party: 'russia' });
  });

  test('a folder and the case.yaml in it are the same case', () => {
    expect(output('check', join(BUNDLED, 'case.yaml'), '--json')).toBe(output('check', BUNDLED, '--json'));
  });
});

// --- brief --------------------------------------------------------------------------------------------------------------

describe('brief', () => {
  test.each([[], ['--full'], ['--as-of', '2025-05-14']])('no line has more than 100 columns %s %s', (...flags) => {
    const lines = output('brief', ...flags).split('\n');
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => [...line].length > 100)).toEqual([]);
  });

  test('--html is one file that loads nothing, and names every source', () => {
    const file = join(scratch(), 'sub', 'brief.html');
    const { status, stdout, stderr } = parley('brief', '--html', file);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: `Wrote ${file}\n` });
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/<(?:script|iframe|object|embed|base|link)\b/i);
    expect(text).not.toMatch(/@import|url\(/i);
    const { document } = parseHTML(text);
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name, element.outerHTML.slice(0, 200)).not.toMatch(/^on|^src(?:set)?$/);
        if (name.endsWith('href')) expect(value).toMatch(/^#/);
      }
    for (const { id } of document.querySelectorAll('[id]'))
      expect(document.querySelectorAll(`[id="${id}"]`)).toHaveLength(1);
    const words = document.body.textContent;
    for (const title of titles) expect(words).toContain(title);
    expect(text.trimEnd()).toMatch(/<\/html>$/);
  });

  test('--md - prints Markdown with every source and the deadlocks', () => {
    const text = output('brief', '--md', '-');
    expect(text).toMatch(/^# Istanbul talks, May 2025\n/);
    for (const title of titles) expect(text).toContain(title);
    expect(text).toContain('A ceasefire waits for talks on substance');
    expect(text).toContain('There can be no meaningful dialogue, he stresses, until the guns are silent');
  });

  test('C6: every citation in the data is a quote of the case, word for word', () => {
    const brief = json<{ sources: { letter: string; id: string }[] }>('brief');
    const ids = new Map(brief.sources.map(({ letter, id }) => [letter, id]));
    const known = new Set(quotesIn(bundled).map(({ source, quote }) => `${source} ${quote}`));
    const cited: string[] = [];
    JSON.stringify(brief, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'letter' in value && 'quote' in value)
        cited.push(`${ids.get(String(value.letter))} ${String(value.quote)}`);
      return value;
    });
    expect(cited.length).toBeGreaterThan(50);
    expect(cited.filter((quote) => !known.has(quote))).toEqual([]);
  });
});

// --- changes ------------------------------------------------------------------------------------------------------------

interface Changes {
  readonly rows: readonly {
    readonly section: string;
    readonly id: string;
    readonly kind: string;
    readonly keys: string[];
  }[];
  readonly cycles: { readonly appeared: readonly Cycle[]; readonly gone: readonly Cycle[] };
}

describe('changes', () => {
  test('C4: since 14 May the second cycle appeared, and e24 is new', () => {
    const { rows, cycles } = json<Changes>('changes', '--since', '2025-05-14');
    expect(cycles.appeared.map((cycle) => cycle.steps)).toEqual([INFERRED_DEADLOCK.steps]);
    expect(cycles.gone).toEqual([]);
    expect(rows).toContainEqual(expect.objectContaining({ section: 'events', id: 'e24', kind: 'new' }));
    expect(rows.filter((row) => row.section === 'sources').map((row) => row.id)).toEqual(['b', 'c']);
  });

  test('nothing changed since the day itself', () => {
    const { rows, cycles } = json<Changes>('changes', '--since', '2025-05-15');
    expect({ rows, cycles }).toEqual({ rows: [], cycles: { appeared: [], gone: [] } });
  });

  test('B1: against a git revision, a row that was added, one that changed and one that was waived', () => {
    const folder = bundledCopy();
    const git = (...args: string[]): void =>
      void execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false', ...args],
        { cwd: folder, stdio: 'ignore' },
      );
    git('init');
    git('add', '.');
    git('commit', '-m', 'Case');
    const before = listing(join(folder, '.git'));

    const file = join(folder, 'case.yaml');
    const text = readFileSync(file, 'utf8');
    const edited = text
      .replace('  p02:\n', '  p02:\n    waived: { on: 2025-05-15 }\n')
      .replace('    text: no peace without accountability\n', '    text: accountability before peace\n')
      .replace('\nscenarios:\n', '\n  e38: { what: A row that was added }\n\nscenarios:\n');
    writeFileSync(file, edited);
    const { rows, cycles } = json<Changes>('changes', folder, '--against', 'HEAD');
    expect(rows.map(({ section, id, kind, keys }) => [section, id, kind, keys])).toEqual([
      ['preconditions', 'p02', 'waived', []],
      ['preconditions', 'p17', 'changed', ['text']],
      ['events', 'e38', 'new', []],
    ]);
    // p04 and p20 still stand.
    expect(cycles).toEqual({ appeared: [], gone: [] });
    expect(output('changes', folder, '--against', 'HEAD')).toMatch(
      /Demands waived \(1\)[^]*p02[^]*New rows \(1\)[^]*e38/,
    );
    expect(listing(join(folder, '.git'))).toEqual(before);

    writeFileSync(file, edited.replace('  e38: { what: A row that was added }\n', ''));
    git('commit', '-am', 'Another');
    writeFileSync(file, edited);
    expect(json<Changes>('changes', folder, '--against', 'HEAD').rows.map((row) => row.id)).toEqual(['e38']);
    expect(json<Changes>('changes', folder, '--against', 'HEAD~1').rows.map((row) => row.id)).toEqual([
      'p02',
      'p17',
      'e38',
    ]);
    expect(parley('changes', folder, '--against', 'nowhere')).toMatchObject({ status: 2 });
  });
});

// --- import -------------------------------------------------------------------------------------------------------------

describe('import', () => {
  const model = {
    options: ['Release water', 'Escalate', 'Attack'].map((name) => ({ name, permittedDirection: 'both' })),
    decisionMakers: [
      { name: 'Syria', options: [0, 1], preferences: [], preferenceRanking: [1, 3, 6, 2, 4, 5] },
      { name: 'Iraq', options: [2], preferences: [], preferenceRanking: [2, 4, 6, 1, 5, 3] },
    ],
    infeasibles: [[0, 1].map((option) => [option, 'Y'])],
    useManualPreferenceRanking: true,
  };
  const folder = scratch();
  const file = join(folder, 'water-1975.gmcr');
  const made = join(folder, 'made');

  test('U5: a .gmcr model becomes a case with its equilibria, and the same model again', () => {
    writeFileSync(file, JSON.stringify(model));
    expect(json('import', file, made)).toEqual({ case: join(made, 'case.yaml'), parties: 2, options: 3, notes: [] });
    const { states, concepts } = json<{ states: number; concepts: Record<string, { equilibria: number[] }> }>(
      'stability',
      made,
    );
    expect([states, concepts['seq']!.equilibria, concepts['gmr']!.equilibria]).toEqual([6, [6], [0, 6]]);
    expect(JSON.parse(output('export', made, '--as', 'gmcr'))).toMatchObject(model);
  });

  test('U5: its state graph has every state and every move', () => {
    const lines = output('export', made, '--as', 'state-graph-dot').split('\n');
    expect(lines.filter((line) => /^ {2}"\d+" \[/.test(line))).toHaveLength(6);
    expect(lines.filter((line) => /^ {2}"\d+" -> "\d+" \[/.test(line))).toHaveLength(18);
    expect(lines.find((line) => line.startsWith('  "6" ['))).toContain('xlabel="NASH');
  });

  test('nothing that is there is overwritten, and a mistake is told with its place', () => {
    const before = listing(made);
    expect(parley('import', file, made)).toMatchObject({ status: 2, stdout: '' });
    expect(listing(made)).toEqual(before);
    const wrong = join(folder, 'wrong.gmcr');
    writeFileSync(wrong, JSON.stringify({ ...model, decisionMakers: model.decisionMakers.slice(0, 1) }, null, 1));
    const { status, stderr } = parley('import', wrong, join(folder, 'none'));
    expect(status).toBe(1);
    expect(stderr).toMatch(/wrong\.gmcr:11:3 {2}options\[2\]: Option “Attack” belongs to nobody/);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

// --- export -------------------------------------------------------------------------------------------------------------

describe('export', () => {
  const { edges, convening } = json<Blocks>('blocks');
  const arrows = [...edges, ...convening];
  const steps = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  const pairs = arrows.map(({ from, to }) => `${from} → ${to}`).toSorted();

  test('B3: dot has a node for every step and an arrow for every edge', () => {
    const lines = output('export', '--as', 'dot').trimEnd().split('\n');
    expect(lines.at(0)).toBe('digraph requires {');
    expect(lines.at(-1)).toBe('}');
    const text = '"((?:[^"\\\\]|\\\\.)*)"';
    const nodes = lines.flatMap(
      (line) => new RegExp(`^  ${text} \\[label=${text}[^"]*(?:"#[0-9a-f]{6}"[^"]*)?\\];$`).exec(line)?.[1] ?? [],
    );
    const drawn = lines.flatMap((line) => {
      const [, from, to] =
        new RegExp(`^  ${text} -> ${text} \\[label=${text}, style=(?:solid|bold|dotted)\\];$`).exec(line) ?? [];
      return from === undefined ? [] : [`${from} → ${to}`];
    });
    expect(new Set(nodes)).toEqual(steps);
    expect(drawn.toSorted()).toEqual(pairs);
    // The first, the last and two lines of settings are no node and no arrow.
    expect(nodes.length + drawn.length).toBe(lines.length - 4);
  });

  test('B3: mermaid has a node for every step and an arrow for every edge', () => {
    const lines = output('export', '--as', 'mermaid').trimEnd().split('\n');
    expect(lines[0]).toBe('flowchart LR');
    const nodes = lines.filter((line) => /^ {2}n\d+\["[^"]+"\](?::::cycle)?$/.test(line));
    const drawn = lines.filter((line) => /^ {2}n\d+ (?:-->|==>|-\.->)(?:\|"[^"|]+"\|)? n\d+$/.test(line));
    expect(nodes).toHaveLength(steps.size);
    expect(drawn).toHaveLength(arrows.length);
    expect(nodes.length + drawn.length).toBe(lines.length - 2);
    expect(lines.filter((line) => line.endsWith(':::cycle'))).toHaveLength(5);
    expect(lines.filter((line) => line.includes('-.->'))).toHaveLength(1);
  });

  test('B3: graphml is well-formed and has a node for every step and an arrow for every edge', () => {
    const text = output('export', '--as', 'graphml');
    const open: string[] = [];
    const between = text
      .replace(/^<\?xml [^>]*\?>/, '')
      .replace(
        /<(\/?)([\w:]+)((?: [\w:.]+="[^"<]*")*)(\/?)>/g,
        (_all, closing: string, name: string, _attributes, empty: string) => {
          if (closing !== '') expect(open.pop()).toBe(name);
          else if (empty === '') open.push(name);
          return '';
        },
      );
    expect(open).toEqual([]);
    expect(between).not.toMatch(/[<>]|&(?!#\d+;)/);
    const attribute = (pattern: RegExp): string[] =>
      [...text.matchAll(pattern)].map((match) => match.slice(1).join(' → '));
    expect(new Set(attribute(/<node id="([^"]+)"/g))).toEqual(steps);
    expect(attribute(/<edge id="e\d+" source="([^"]+)" target="([^"]+)"/g).toSorted()).toEqual(pairs);
    const keys = new Set(attribute(/<key id="([^"]+)"/g));
    for (const used of attribute(/<data key="([^"]+)"/g)) expect(keys).toContain(used);
  });

  test('-o writes the same into a file', () => {
    const file = join(scratch(), 'graph.dot');
    expect(parley('export', '--as', 'dot', '-o', file)).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe(output('export', '--as', 'dot'));
  });

  interface Annotation {
    readonly '@context': string;
    readonly type: string;
    readonly target: {
      readonly source: string;
      readonly selector: readonly [
        { readonly type: string; readonly exact: string; readonly prefix: string; readonly suffix: string },
        { readonly type: string; readonly start: number; readonly end: number },
      ];
    };
  }
  const annotationsOf = (folder: string): Annotation[] =>
    JSON.parse(output('export', folder, '--as', 'annotations')) as Annotation[];

  function expectWords(folder: string, found: readonly Annotation[]): void {
    for (const { '@context': context, type, target } of found) {
      expect([context, type]).toEqual(['http://www.w3.org/ns/anno.jsonld', 'Annotation']);
      const [words, position] = target.selector;
      expect([words.type, position.type]).toEqual(['TextQuoteSelector', 'TextPositionSelector']);
      const points = [...readFileSync(join(folder, target.source), 'utf8')];
      const { start, end } = position;
      expect(points.slice(start, end).join('')).toBe(words.exact);
      expect(points.slice(0, start).join('').endsWith(words.prefix)).toBe(true);
      expect(points.slice(end).join('').startsWith(words.suffix)).toBe(true);
    }
  }

  test('C6: annotations select the exact words of every quote', () => {
    const found = annotationsOf(BUNDLED);
    expect(found).toHaveLength(quotesIn(bundled).length);
    expectWords(BUNDLED, found);
  });

  test('C6: positions of annotations count code points, a byte-order mark as one', () => {
    const folder = bundledCopy();
    for (const source of ['a', 'b', 'c', 'd', 'e']) {
      const file = join(folder, 'sources', `${source}.md`);
      writeFileSync(file, `\uFEFF${'🕊️𝔸 '.repeat(7)}${readFileSync(file, 'utf8')}`);
    }
    const before = annotationsOf(BUNDLED);
    const after = annotationsOf(folder);
    expectWords(folder, after);
    // One mark; a dove with its selector, a letter and a space, seven times over.
    const starts = (list: readonly Annotation[]): number[] => list.map((a) => a.target.selector[1].start);
    expect(starts(after)).toEqual(starts(before).map((start) => start + 1 + 7 * 4));
  });
});

// --- schema -------------------------------------------------------------------------------------------------------------

describe('schema', () => {
  interface Schema {
    readonly $schema?: string;
    readonly $ref?: string;
    readonly type?: string;
    readonly required?: readonly string[];
    readonly properties?: Record<string, Schema>;
    readonly additionalProperties?: boolean | Schema;
  }

  test('is JSON Schema that knows every section of the bundled case and no other', () => {
    const schema = JSON.parse(output('schema')) as Schema;
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.type).toBe('object');
    expect([...(schema.required ?? [])].toSorted()).toEqual(['parley', 'parties']);
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(bundled)));
    const pointers: string[] = [];
    const types = new Set<unknown>();
    JSON.stringify(schema, (key, value: unknown) => {
      if (key === '$ref') pointers.push(String(value));
      if (key === 'type' && typeof value === 'string') types.add(value);
      return value;
    });
    for (const pointer of pointers) {
      const steps = pointer
        .replace(/^#\/?/, '')
        .split('/')
        .filter((step) => step !== '');
      const target = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], schema);
      expect(target, pointer).toBeDefined();
    }
    const known = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];
    expect([...types].filter((type) => !known.includes(String(type)))).toEqual([]);
  });
});

// --- anchors ------------------------------------------------------------------------------------------------------------

describe('anchors', () => {
  interface Followed {
    readonly source: string;
    readonly exact: string;
    readonly kind: 'same' | 'moved' | 'changed' | 'orphan';
    readonly now?: string;
    readonly line?: string;
  }
  const followed = (folder: string): { edited: string[]; quotes: Followed[] } =>
    (JSON.parse(parley('check', folder, '--json').stdout) as { anchors: { edited: string[]; quotes: Followed[] } })
      .anchors;

  function anchored(): { folder: string; file: string; source: string } {
    const folder = bundledCopy();
    expect(existsSync(join(folder, 'anchors.json'))).toBe(false);
    expect(parley('check', folder, '--anchor')).toMatchObject({ status: 0 });
    return { folder, file: join(folder, 'case.yaml'), source: join(folder, 'sources', 'c.md') };
  }
  const edit = (file: string, from: string, to: string): void => {
    const text = readFileSync(file, 'utf8');
    expect(text.split(from)).toHaveLength(2);
    writeFileSync(
      file,
      text.replace(from, () => to),
    );
  };
  const ofC = quotesIn(bundled).filter((quote) => quote.source === 'c').length;

  test('C6: --anchor stores every quote and changes nothing else', () => {
    const folder = bundledCopy();
    const before = listing(folder);
    output('check', folder, '--anchor');
    expect(listing(folder).filter((line) => !line.startsWith('anchors.json'))).toEqual(before);
    const stored = JSON.parse(readFileSync(join(folder, 'anchors.json'), 'utf8')) as unknown[];
    expect(stored).toHaveLength(quotesIn(bundled).length);
    expect(followed(folder)).toEqual({ edited: [], quotes: [] });
  });

  test('C6: text inserted before the quotes moves them, and none is lost', () => {
    const { folder, source } = anchored();
    writeFileSync(source, `A paragraph that was added later.\n\n${readFileSync(source, 'utf8')}`);
    const { edited, quotes } = followed(folder);
    expect(edited).toEqual(['sources/c.md']);
    expect(quotes.map((quote) => quote.kind)).toEqual(Array(ofC).fill('moved'));
    expect(output('check', folder)).toMatch(
      new RegExp(`: 0 where they stood, ${ofC} moved, 0 changed, 0 no longer there`),
    );
  });

  test('C6: a word changed within a quote is shown as a difference, and --reanchor takes it over and nothing else', () => {
    const { folder, file, source } = anchored();
    const quote = 'It was not for Ukraine to go looking for Putin in order to talk';
    const changed = 'It was not for Ukraine to go searching for Putin in order to talk';
    edit(source, quote, changed);
    const before = readFileSync(file, 'utf8');
    const rows = before.split('\n').flatMap((line, k) => (line.includes(quote) ? [k] : []));
    expect(rows.length).toBeGreaterThan(0);

    const report = followed(folder).quotes.filter((q) => q.kind === 'changed');
    expect(report.map((q) => [q.exact, q.now])).toEqual(rows.map(() => [quote, changed]));
    expect(report[0]!.line).toContain('looking');
    expect(report[0]!.line).toContain('searching');
    expect(parley('check', folder)).toMatchObject({ status: 1 });
    expect(readFileSync(file, 'utf8')).toBe(before);

    expect(parley('check', folder, '--reanchor')).toMatchObject({ status: 0 });
    const after = readFileSync(file, 'utf8').split('\n');
    expect(after).toHaveLength(before.split('\n').length);
    expect(before.split('\n').flatMap((line, k) => (line === after[k] ? [] : [k]))).toEqual(rows);
    for (const row of rows) expect(after[row]).toContain(changed);
    const comments = (text: string): string[] => text.split('\n').filter((line) => line.includes('#'));
    expect(comments(after.join('\n'))).toEqual(comments(before));
    expect(followed(folder)).toEqual({ edited: [], quotes: [] });
  });

  test('C6: a deleted sentence leaves an orphan, which --reanchor neither drops nor rewrites', () => {
    const { folder, file, source } = anchored();
    const sentence =
      ' It was not for Ukraine to go looking for Putin in order to talk; and while Russia gives no serious answer, trust cannot grow.';
    edit(source, sentence, '');
    const lost = quotesIn(bundled).filter((quote) => quote.source === 'c' && sentence.includes(quote.quote));
    const orphans = followed(folder).quotes.filter((quote) => quote.kind === 'orphan');
    expect(orphans.map((quote) => quote.exact).toSorted()).toEqual(lost.map((quote) => quote.quote).toSorted());
    expect(parley('check', folder).stdout).toContain(`${lost.length} no longer there`);

    const before = listing(folder);
    const { status, stderr } = parley('check', folder, '--reanchor');
    expect(status).toBe(1);
    expect(stderr).toMatch(/case\.yaml:\d+:\d+ {2}These words are not in source “c”/);
    expect(listing(folder)).toEqual(before);
    expect(readFileSync(file, 'utf8')).toContain(lost[0]!.quote);
  });

  test('C6: a source that is gone leaves orphans', () => {
    const { folder, source } = anchored();
    rmSync(source);
    expect(followed(folder).quotes.map((quote) => quote.kind)).toEqual(Array(ofC).fill('orphan'));
  });

  test('C6: beside an orphan a changed quote is taken over all the same, and it is said that something was written', () => {
    const { folder, file, source } = anchored();
    edit(source, 'It was not for Ukraine to go looking for Putin', 'It was not for Ukraine to go searching for Putin');
    edit(source, 'The two delegations landed in different cities', 'Nobody saw them come');
    const { status, stdout } = parley('check', folder, '--reanchor');
    expect(status).toBe(1);
    expect(stdout).not.toContain('Nothing was written');
    expect(readFileSync(file, 'utf8')).toContain('It was not for Ukraine to go searching for Putin');
    expect(readFileSync(file, 'utf8')).toContain('The two delegations landed in different cities');
  });

  const GUNS = 'There can be no meaningful dialogue, he stresses, until the guns are silent';
  test.each([
    ['over several lines', `>-\n          ${GUNS.replace('stresses, ', 'stresses,\n          ')}`],
    ['line by line', `|\n          ${GUNS}`],
    ['with an anchor of YAML', `&guns "${GUNS}"`],
    ['without quotation marks', GUNS],
  ])('C6: --reanchor rewrites a quote written %s where it stands', (_, written) => {
    const folder = bundledCopy();
    const file = join(folder, 'case.yaml');
    edit(
      file,
      `      - { source: d, quote: '${GUNS}' }\n`,
      `      - source: d # the summary\n        quote: ${written}\n        by: zelenskyy\n`,
    );
    output('check', folder, '--anchor');
    edit(join(folder, 'sources', 'd.md'), 'the guns are silent', 'the guns fall silent');
    output('check', folder, '--reanchor');
    expect(readFileSync(file, 'utf8')).toMatch(
      /- source: d # the summary\n {8}quote: (?:&guns )?"There can be .* until the guns fall silent"\n {8}by: zelenskyy\n/,
    );
  });
});

// --- new ----------------------------------------------------------------------------------------------------------------

describe('new takes in everything or nothing', () => {
  const binary = Buffer.concat([
    Buffer.from('\u007FELF\u0002\u0001\u0001'),
    Buffer.alloc(2000),
    Buffer.from([0xff, 0xfe, 0, 0x81]),
  ]);

  test.each<[string, readonly string[], RegExp]>([
    ['a binary file', ['PLACE/fresh', 'PLACE/program'], /program: .*\nNothing was written/],
    [
      'a binary file that is called HTML, after a good one',
      ['PLACE/fresh', 'PLACE/one.txt', 'PLACE/page.html'],
      /page\.html: .*\nNothing was written/,
    ],
    [
      'a binary file, for a case that is there',
      ['PLACE/case', 'PLACE/one.txt', 'PLACE/program'],
      /program: .*\nNothing was written/,
    ],
    ['an article that is not there', ['PLACE/fresh', 'PLACE/one.txt', 'PLACE/nowhere.txt'], /no file .*nowhere\.txt/],
    ['a folder for an article', ['PLACE/fresh', 'PLACE/case'], /case is not a file.*\nName text, Markdown or HTML/],
    ['an article of 100 MB', ['PLACE/fresh', 'PLACE/large.txt'], /100 MB; at most 20 MB are read/],
    ['the name of a file for the case', ['PLACE/one.txt', 'PLACE/one.txt'], /is a file, not a folder/],
    ['a place below a file', ['PLACE/one.txt/fresh', 'PLACE/one.txt'], /cannot be written/],
    [
      'a case that cannot be read',
      ['PLACE/broken', 'PLACE/one.txt'],
      /case\.yaml:\d+:\d+[^]*Put the case in order first/,
    ],
    ['no folder', [], /missing required argument 'dir'/],
  ])('not with %s', (_, args, message) => {
    const place = scratch();
    for (const folder of ['case', 'broken']) mkdirSync(join(place, folder));
    writeFileSync(join(place, 'one.txt'), 'The gate stays shut until the bridge is paid for.\n');
    for (const name of ['program', 'page.html']) writeFileSync(join(place, name), binary);
    writeFileSync(join(place, 'large.txt'), '');
    truncateSync(join(place, 'large.txt'), 100_000_000);
    writeFileSync(join(place, 'case', 'case.yaml'), 'parley: 1\ntitle: T\nas-of: 2025-03-01\nparties: {}\n');
    writeFileSync(join(place, 'broken', 'case.yaml'), 'sources: [\n');
    const before = listing(place);
    const { status, stdout, stderr } = parley('new', ...args.map((arg) => arg.replace('PLACE', place)));
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toMatch(/\n\s+at .+:\d+:\d+/);
    expect(listing(place)).toEqual(before);
  });
});
