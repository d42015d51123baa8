import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assemble } from './assemble.ts';
import type { Diagnostic } from './diagnostics.ts';
import { formatExpression } from './expression.ts';
import { readCase, type CaseFile } from './file.ts';
import type { Case, Row } from './model.ts';
import { noPlaces, type Path, type Places } from './places.ts';
import { asKnownOn, bindsOn, inForce, redacted, withoutInferred } from './subset.ts';

const HEAD = `
parley: 1
title: Two neighbours
as-of: 2025-05-15
ranks: [official, leader]
sources:
  early: { file: early.md, written: 2025-05-10 }
  late: { file: late.md, written: 2025-05-13/2025-05-14 }
  undated: { file: undated.md }
parties:
  north: { people: { ada: { name: Ada } } }
  south: { people: { bo: { name: Bo, speaks-for: south } } }
options:
  north: { withdraws: North withdraws, talks: North talks }
  south: { withdraws: South withdraws, talks: South talks }
happenings: { truce: a truce }
issues: { border: { values: [disputed, old, new] }, letters: { values: [none, some] } }
`;
const EARLY = '{ source: early, quote: early words }';
const LATE = '{ source: late, quote: late words }';
const UNDATED = '{ source: undated, quote: undated words }';

function given(rest: string, head = HEAD): Case {
  const reading = readCase(head + rest);
  if (reading.case === undefined) throw new Error(reading.problems.map((d) => d.message).join('\n'));
  return reading.case;
}
const p = (id: string, fields: string): string =>
  `  ${id}: { holder: north, step: truce, needs: south.withdraws, ${fields} }\n`;
const preconditions = (...rows: string[]): string => `preconditions:\n${rows.join('')}`;
const json = (of: Case): string =>
  JSON.stringify(of, (_, value: unknown) => (value instanceof Map ? [...value] : value));

// --- inferred rows ----------------------------------------------------------------------------------------------------

test('C1 without inferred rows goes what is inferred, and what names it', () => {
  const of = withoutInferred(
    given(`
facts:
  hunch: { that: truce, inferred: yes, why: a guess }
  built-on-it: hunch and north.talks
  other: north.talks
preconditions:
  p01: { holder: north, step: truce, needs: south.withdraws }
  x01: { holder: north, step: truce, needs: south.talks, inferred: yes }
  p02: { holder: north, step: truce, needs: built-on-it }
relaxations: { r01: { of: x01, needs: truce }, r02: { of: p01, needs: truce } }
scenarios: { s01: { title: on a hunch, when: not hunch }, s02: { title: a truce, when: truce } }
`),
  );
  expect([...of.facts.keys()]).toEqual(['other']);
  expect([...of.preconditions.keys()]).toEqual(['p01']);
  expect([...of.relaxations.keys()]).toEqual(['r02']);
  expect([...of.scenarios.keys()]).toEqual(['s02']);
});

test('C1 inferred parts of a row go, and the row stays', () => {
  const of = withoutInferred(
    given(`
preferences:
  north:
    statements: [truce, { that: south.talks, inferred: yes, id: guess }]
    issues: { border: { weight: 3, inferred: yes }, letters: { weight: 2 } }
    bonuses: [{ when: truce, add: 5, inferred: yes }]
influences: { i: { when: truce, weight: { guess: 1, letters: 2 } } }
`),
  );
  const north = of.preferences.get('north')!;
  expect(north.statements.map((s) => s.id)).toEqual(['north-1']);
  expect([...north.issues.keys()]).toEqual(['letters']);
  expect(north.bonuses).toEqual([]);
  expect([...of.influences.get('i')!.weight.keys()]).toEqual(['letters']);
});

// --- as of a day ------------------------------------------------------------------------------------------------------

describe('C4 what is known at the end of a day', () => {
  const known = (day: string, ...rows: string[]): string[] => [
    ...asKnownOn(given(preconditions(...rows)), day).preconditions.keys(),
  ];

  test('a row is known from the end of its earliest source', () => {
    const rows = [p('both', `said: [${LATE}, ${EARLY}]`), p('late', `said: [${LATE}]`)];
    expect(known('2025-05-09', ...rows)).toEqual([]);
    expect(known('2025-05-10', ...rows)).toEqual(['both']);
    expect(known('2025-05-13', ...rows)).toEqual(['both']);
    expect(known('2025-05-14', ...rows)).toEqual(['both', 'late']);
  });

  test('its own `known:` comes before its sources', () => {
    const rows = [p('sooner', `said: [${LATE}], known: 2025-05-01`), p('later', `said: [${EARLY}], known: 2025-05-12`)];
    expect(known('2025-05-01', ...rows)).toEqual(['sooner']);
    expect(known('2025-05-12', ...rows)).toEqual(['sooner', 'later']);
  });

  test('assumptions and inferred rows are always known, unless `known:` says otherwise', () => {
    const rows = [
      p('assumed', 'why: so we think'),
      p('inferred', `inferred: yes, said: [${LATE}]`),
      p('assumed-late', 'known: 2025-05-12'),
      p('inferred-late', 'inferred: yes, known: 2025-05-12'),
    ];
    expect(known('2025-01-01', ...rows)).toEqual(['assumed', 'inferred']);
    expect(known('2025-05-12', ...rows)).toHaveLength(4);
  });

  test('a source without a date is known from the beginning', () => {
    expect(known('2020-01-01', p('p01', `said: [${UNDATED}]`))).toEqual(['p01']);
  });

  test('quotes and sources that came later are not there', () => {
    const of = asKnownOn(given(preconditions(p('p01', `said: [${LATE}, ${EARLY}]`))), '2025-05-12');
    expect([...of.sources.keys()]).toEqual(['early', 'undated']);
    expect(of.preconditions.get('p01')!.said.map((q) => q.source)).toEqual(['early']);
    expect(of.asOf).toBe('2025-05-12');
  });

  test('the analyst’s vocabulary stays, without its later quotes', () => {
    const rest = `
facts: { quiet: { that: north.withdraws, said: [${LATE}] }, noise: { that: truce, known: 2025-05-12 } }
impossible: [{ that: truce and north.withdraws, said: [${LATE}] }]
meetings: { summit: { heads: { north: ada, south: bo }, said: [${LATE}] } }
scenarios: { s01: { title: a truce, when: truce, said: [${LATE}], likelihood: [${LATE.replace(' }', ', range: 0.1 to 0.2 }')}, ${EARLY}] } }
preferences: { north: { said: [${LATE}], statements: [{ that: truce, said: [${LATE}] }] } }
`;
    const of = asKnownOn(given(rest), '2025-05-10');
    expect([...of.facts.keys()]).toEqual(['quiet']);
    for (const row of [of.facts.get('quiet')!, of.impossible.get('impossible-1')!, of.meetings.get('summit')!])
      expect(row.said).toEqual([]);
    expect(of.scenarios.get('s01')!.likelihood.map((l) => l.words.source)).toEqual(['early']);
    expect(of.preferences.get('north')!.statements).toHaveLength(1);
    expect(json(of)).not.toContain('late words');
    expect([...asKnownOn(given(rest), '2025-05-12').facts.keys()]).toEqual(['quiet', 'noise']);
  });

  test('events, positions, mandates and influences are known as they are reported', () => {
    const rest = `
meetings: { summit: { heads: { north: ada, south: bo } } }
mandates: { m1: { party: north, meeting: summit, said: [${LATE}] } }
positions: { n1: { party: north, issue: border, value: old, said: [${LATE}] } }
influences: { i1: { when: truce, said: [${LATE}] } }
red-lines: { north: [{ that: border != new, said: [${LATE}] }] }
ratifiers: { south: { of: north, accepts-if: truce, said: [${LATE}] } }
events:
  e1: { what: happened early and reported late, on: 2025-05-01, said: [${LATE}] }
  e2: { what: foretold, on: 2025-06-01, kind: plan, said: [${EARLY}] }
`;
    const of = asKnownOn(given(rest), '2025-05-12');
    for (const section of ['mandates', 'positions', 'influences', 'redLines', 'ratifiers'] as const)
      expect(of[section].size, section).toBe(0);
    expect([...of.events.keys()]).toEqual(['e2']);
    expect(asKnownOn(given(rest), '2025-05-14').events.size).toBe(2);
  });

  test('what dangles goes too, until nothing does; lists that can be shortened are', () => {
    const of = asKnownOn(
      given(`
facts: { news: { that: truce, known: 2025-05-12 }, of-news: news, of-that: not of-news }
bundles: { both: { party: north, options: [north.talks, north.withdraws] } }
events:
  e1: { what: first, said: [${LATE}] }
  e2: { what: second, after: [e1, { event: e3 }], sets: { truce: yes }, said: [${EARLY}] }
  e3: { what: third }
preconditions:
${p('p01', `said: [${LATE}]`)}${p('p02', 'text: a demand').replace('south.withdraws', 'of-that')}${p('p03', 'text: a demand')}
relaxations: { r01: { of: p01, needs: truce } }
influences: { i1: { when: truce, firmness: { p01: 0.1, p03: 0.2 }, rate: { truce: 0.1 } } }
`),
      '2025-05-10',
    );
    expect(of.facts.size).toBe(0);
    expect([...of.preconditions.keys()]).toEqual(['p03']);
    expect(of.relaxations.size).toBe(0);
    expect(of.events.get('e2')!.after.map((link) => link.event)).toEqual(['e3']);
    expect([...of.influences.get('i1')!.firmness.keys()]).toEqual(['p03']);
    expect(of.bundles.size).toBe(1);
  });

  test('a waiver, an office and a claim of order that are reported later are not there yet', () => {
    const head = HEAD.replace(
      'name: Bo,',
      `name: Bo, offices: [{ office: envoy, said: [${EARLY}] }, { office: chair, said: [${LATE}] }],`,
    );
    const of = given(
      `events:
  e1: { what: first }
  e2: { what: second, after: [{ event: e1, said: [${LATE}] }] }
${preconditions(p('p01', `said: [${EARLY}], waived: { on: 2025-05-01, said: [${LATE}] }`))}`,
      head,
    );
    const parts = (day: string): unknown[] => {
      const seen = asKnownOn(of, day);
      const p01 = seen.preconditions.get('p01')!;
      const offices = seen.parties.get('south')!.people[0]!.offices.map((o) => o.office);
      return [bindsOn(p01, day), offices, seen.events.get('e2')!.after.length];
    };
    expect(parts('2025-05-12')).toEqual([true, ['envoy'], 0]);
    expect(parts('2025-05-14')).toEqual([false, ['envoy', 'chair'], 1]);
  });

  test('a date-time counts on the day that it names', () => {
    const late = HEAD.replace('2025-05-13/2025-05-14', '2025-05-12T23:30:00-05:00');
    const of = given(preconditions(p('p01', `said: [${LATE}]`)), late);
    expect(asKnownOn(of, '2025-05-12').preconditions.size).toBe(1);
    expect(asKnownOn(of, '2025-05-11').preconditions.size).toBe(0);
  });
});

test('C1 a row is in force from the first day of its `from` to the last of its `until`', () => {
  const row = (fields: string) => given(preconditions(p('p01', fields))).preconditions.get('p01')!;
  expect(inForce(row('from: 2025-05, until: 2025-06'), '2025-05-01')).toBe(true);
  expect(inForce(row('from: 2025-05, until: 2025-06'), '2025-06-30')).toBe(true);
  expect(inForce(row('from: 2025-05, until: 2025-06'), '2025-04-30')).toBe(false);
  expect(inForce(row('from: 2025-05, until: 2025-06'), '2025-07-01')).toBe(false);
  expect(inForce(row('until: 2025-05/..'), '2030-01-01')).toBe(true);
  expect(bindsOn(row('kind: threat'), '2025-05-15')).toBe(false);
  expect(bindsOn(row('waived: { on: 2025-05-16 }'), '2025-05-15')).toBe(true);
  expect(bindsOn(row('waived: { on: 2025-05-16 }'), '2025-05-16')).toBe(false);
});

// --- redaction --------------------------------------------------------------------------------------------------------

/** Every word with “secret” in it stands for something confidential. */
const SECRETS = `
sources:
  open: { file: open.md, written: 2025-05-10 }
  secret-cable: { file: secret-file.md, title: Secret title, author: Secret author, written: 2025-05-11, confidential: yes }
parties:
  north:
    people:
      ada: { name: Ada, offices: [{ office: Chair, said: [OPEN] }, { office: Secret office, said: [HIDDEN] }] }
      secret-person: { name: Secret Name, confidential: yes }
      secret-voice: { name: Secret Voice, speaks-for: secret-person }
  south: {}
  secret-party: { name: Secret Party, confidential: yes }
  secret-member: { part-of: secret-party }
options:
  north: { talks: North talks, withdraws: North withdraws, secret-plan: { text: the secret plan, confidential: yes } }
  south: { talks: South talks }
  secret-party: { secret-move: a secret move }
bundles: { secret-bundle: { party: north, options: [north.talks, north.secret-plan] } }
facts: { secret-fact: { that: north.talks, said: [HIDDEN] }, secret-too: not secret-fact, quiet: north.talks and south.talks }
happenings: { truce: a truce, secret-happening: { text: secretly, said: [HIDDEN] } }
impossible: [north.talks and secret-too, { that: truce and not truce, confidential: yes, id: secret-rule, note: secret note }]
status-quo: { north.secret-plan: yes, north.talks: yes }
preconditions:
  p01: { holder: north, step: truce, needs: south.talks, said: [OPEN, HIDDEN], waived: { on: 2025-06-01, said: [HIDDEN], note: secret waiver } }
  secret-row: { holder: north, step: truce, needs: north.withdraws, confidential: yes, text: secret text, why: secret why }
  secret-rest: { holder: north, step: truce, needs: south.talks, said: [HIDDEN] }
  secret-step: { holder: north, step: secret-happening, needs: truce }
  secret-holder: { holder: [north, secret-party], step: truce, needs: south.talks }
relaxations: { secret-relaxation: { of: secret-row, needs: truce } }
meetings:
  summit: { parties: [north, south], when: quiet }
  secret-meeting: { parties: [north, south], mediators: [secret-party] }
  secret-heads: { heads: { north: secret-person } }
mandates:
  m1: { party: north, meeting: summit, may-settle: [border, secret-issue], may-discuss: [secret-issue] }
  secret-mandate: { party: north, meeting: secret-meeting, may-settle: [border] }
issues:
  border: { values: [old, new] }
  secret-issue: { values: [none, secret-value], confidential: yes }
  secret-part: { values: [a, b], part-of: secret-issue }
positions:
  n1: { party: north, issue: border, value: new, said: [OPEN] }
  secret-position: { party: north, issue: secret-issue, value: secret-value }
  secret-shared: { party: [north, secret-party], issue: border, value: old }
red-lines: { north: [{ that: border != old, said: [HIDDEN] }, truce or not truce], secret-party: [truce or not truce] }
ratifiers:
  secret-ratifier: { of: north, by: secret-party, accepts-if: truce }
  south: { of: north, accepts-if: truce }
preferences:
  north:
    statements: [truce, { that: secret-fact, id: secret-wish }, { that: truce, id: secret-statement, confidential: yes }, { that: quiet, id: secret-hidden, said: [HIDDEN] }]
    issues: { border: { weight: 1, confidential: yes, note: secret score }, secret-issue: not reported }
    bonuses: [{ when: truce, add: 1, note: secret bonus, said: [HIDDEN] }]
  secret-party: not reported
influences:
  i1: { when: truce, weight: { border: 1, secret-issue: 1, secret-statement: 1 }, rate: { secret-happening: 0.1 }, firmness: { secret-row: 0.1, p01: 0.1 } }
  secret-influence: { party: secret-party }
events:
  e1:
    what: something happened
    who: north
    sets: { truce: no, north.secret-plan: no }
    signals: { north.secret-plan: 2, secret-row.firmness: 2, secret-party.reserved: 2, truce: 2, secret-happening: 3 }
    after: [secret-event, { event: e2, said: [HIDDEN], note: secret link }]
    in-response-to: secret-event
    said: [OPEN, { source: open, quote: in the open, by: secret-person }, { source: secret-cable, quote: Secret quote, by: ada }]
  e2: { what: before that }
  secret-event: { what: secret doings, confidential: yes }
  secret-who: { what: they met, who: [secret-voice] }
scenarios:
  s01: { title: a truce, when: truce, likelihood: [{ source: secret-cable, quote: Secret odds, range: 0.1 to 0.2 }, { source: open, quote: fair odds }] }
  secret-scenario: { title: Secret scenario, when: secret-too }
`;

describe('C4 redaction', () => {
  const text = SECRETS.replaceAll('OPEN', '{ source: open, quote: open words }').replaceAll(
    'HIDDEN',
    '{ source: secret-cable, quote: Secret quote, prefix: secret prefix }',
  );
  const head = 'parley: 1\ntitle: Two neighbours\nas-of: 2025-05-15\n';

  test('leaves no id, title, quote or word of what is confidential', () => {
    const of = json(redacted(given(text, head)));
    const left = [...of.matchAll(/.{0,60}secret.{0,60}/gi)].map((match) => match[0]);
    expect(left).toEqual([]);
  });

  test('leaves what rests on something open', () => {
    const of = redacted(given(text, head));
    expect([...of.sources.keys()]).toEqual(['open']);
    expect([...of.parties.keys()]).toEqual(['north', 'south']);
    expect(of.parties.get('north')!.people.map((x) => x.id)).toEqual(['ada']);
    expect([...of.options.keys()]).toEqual(['north.talks', 'north.withdraws', 'south.talks']);
    expect([...of.facts.keys()]).toEqual(['quiet']);
    expect([...of.preconditions.keys()]).toEqual(['p01']);
    expect([...of.meetings.keys()]).toEqual(['summit']);
    expect(of.mandates.get('m1')!.maySettle).toEqual(['border']);
    expect([...of.issues.keys()]).toEqual(['border']);
    expect([...of.positions.keys()]).toEqual(['n1']);
    expect([...of.redLines.keys()]).toEqual(['red-line-north-1']);
    expect([...of.ratifiers.keys()]).toEqual(['south']);
    expect([...of.preferences.get('north')!.statements].map((s) => s.id)).toEqual(['north-1']);
    expect([...of.events.keys()]).toEqual(['e1', 'e2']);
    expect([...of.events.get('e1')!.sets.keys()]).toEqual(['truce']);
    expect(of.events.get('e1')!.said.map((q) => q.quote)).toEqual(['open words', 'in the open']);
    expect(of.scenarios.get('s01')!.likelihood.map((l) => l.words.quote)).toEqual(['fair odds']);
    expect([...of.statusQuo.keys()]).toEqual(['north.talks']);
  });

  test('of a redacted case changes nothing', () => {
    const once = redacted(given(text, head));
    expect(json(redacted(once))).toBe(json(once));
  });

  test('of a case with nothing confidential changes nothing', () => {
    const of = given('');
    expect(json(redacted(of))).toBe(json(of));
  });
});

// --- the bundled case -------------------------------------------------------------------------------------------------

describe('C4 the bundled case', () => {
  const bundled = readFileSync(new URL('../../../../cases/istanbul-2025/case.yaml', import.meta.url), 'utf8');
  const SECTIONS = [
    'bundles',
    'facts',
    'happenings',
    'preconditions',
    'relaxations',
    'meetings',
    'mandates',
    'issues',
    'positions',
    'ratifiers',
    'influences',
    'events',
    'scenarios',
  ];
  type Tree = Record<string, any>;
  const original = parse(bundled) as Tree;
  const fresh = (): Tree => structuredClone(original);

  /** Every source and row that can be marked, by its path: options and people are rows within parties. */
  const paths: Path[] = (() => {
    const file = fresh();
    const keys = (path: Path): Path[] => Object.keys(valueAt(file, path) ?? {}).map((key) => [...path, key]);
    return [
      ...keys(['sources']),
      ...keys(['parties']),
      ...keys(['parties']).flatMap((party) => keys([...party, 'people'])),
      ...keys(['options']).flatMap(keys),
      ...SECTIONS.flatMap((section) => keys([section])),
    ];
  })();

  test('redacted, it is the file from which the confidential parts were deleted, and then what dangles', () => {
    // Few parties at a time, else nothing is left to compare.
    const marks = fc.uniqueArray(fc.nat(paths.length - 1), { maxLength: 8 }).map((ks) => ks.map((k) => paths[k]!));
    fc.assert(
      fc.property(marks, (marked) => {
        const file = fresh();
        for (const path of marked) {
          const row: unknown = valueAt(file, path);
          const parent = valueAt(file, path.slice(0, -1)) as Tree;
          parent[path.at(-1)!] =
            typeof row === 'string'
              ? { [path[0] === 'facts' ? 'that' : 'text']: row, confidential: 'yes' }
              : { ...(row as Tree), confidential: 'yes' };
        }
        const found: Diagnostic[] = [];
        const whole = assemble(file as CaseFile, noPlaces('case.yaml'), found);
        expect(found.filter((d) => d.severity === 'error')).toEqual([]);
        expect(idsOf(redacted(whole!))).toEqual(idsOf(deleted(fresh(), marked)));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  test('as it could be known on a day, it holds nothing that is known only later, and days only add to it', () => {
    const whole = readCase(bundled).case!;
    const days = ['2025-05-10', '2025-05-11', '2025-05-13', '2025-05-14', '2025-05-15', '2025-05-31'];
    const ids = days.map((day) => new Set(idsOf(asKnownOn(whole, day))));
    for (const [k, day] of days.entries()) {
      const of = asKnownOn(whole, day);
      for (const source of of.sources.values()) expect((source.written?.last ?? '') <= day).toBe(true);
      const later = k === 0 ? ids[0]! : ids[k - 1]!;
      for (const id of later) expect(ids[k]!.has(id), `${id} on ${day}`).toBe(true);
    }
    expect(ids.at(-1)).toEqual(new Set(idsOf(whole)));
  });

  /** The literal reading of rule C4: take the parts out of the file, and then what the reader says is not there. */
  function deleted(file: Tree, marked: readonly Path[]): Case {
    let targets: Path[] = [...marked];
    for (;;) {
      for (const path of targets.toSorted(lastFirst)) remove(file, path);
      const missing: Path[] = [];
      const places: Places = {
        place: (path) => ({ file: JSON.stringify(path), line: 1, column: 1, length: 0, lineText: '' }),
      };
      const found: Diagnostic[] = [];
      const of = assemble(file as CaseFile, places, found);
      for (const d of found)
        if (d.code === 'unknown-name' || d.code === 'wrong-kind-of-name')
          missing.push(JSON.parse(d.place.file) as Path);
      if (missing.length === 0) return of!;
      const unique = new Map(missing.map(toDelete).map((path) => [JSON.stringify(path), path]));
      targets = [...unique.values()];
    }
  }

  /** How much goes when a name at `path` is not there. */
  function toDelete(path: Path): Path {
    const [section, , key] = path;
    if (path.at(-1) === 'by' && path.includes('said')) return path;
    if (path.at(-1) === 'source') return path.slice(0, -1);
    const shortened: Record<string, readonly unknown[]> = {
      mandates: ['may-settle', 'may-discuss'],
      events: ['sets', 'signals', 'after', 'in-response-to'],
      influences: ['weight', 'rate', 'firmness'],
      preferences: ['statements', 'issues', 'bonuses'],
    };
    if (section === 'parties' && key === 'people') return path.slice(0, 4);
    if (shortened[String(section)]?.includes(key)) return path.slice(0, 4);
    if (section === 'red-lines') return path.slice(0, 3);
    return path.slice(0, 2);
  }

  function remove(file: Tree, path: Path): void {
    const parent: unknown = valueAt(file, path.slice(0, -1));
    const last = path.at(-1)!;
    if (parent === undefined) return;
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else if (typeof parent === 'object' && parent !== null) delete (parent as Tree)[last];
    // What rested on that quote alone goes with it.
    if (path.at(-2) === 'said' && (parent as unknown[]).length === 0) remove(file, path.slice(0, -2));
  }
});

function valueAt(value: unknown, path: Path): any {
  return path.reduce<any>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
}

/** Deeper and later places first, so that taking one out of a list does not shift the others. */
function lastFirst(a: Path, b: Path): number {
  for (let k = 0; k < Math.min(a.length, b.length); k++) {
    if (a[k] === b[k]) continue;
    if (typeof a[k] === 'number' && typeof b[k] === 'number') return (b[k] as number) - (a[k] as number);
    return String(b[k]).localeCompare(String(a[k]));
  }
  return b.length - a.length;
}

/** Everything that a case names, as one sorted list: rows, inner rows, quotes, links. Numbered rows go by what they say. */
function idsOf(of: Case): string[] {
  const ids: string[] = [];
  const row = (where: string, r: Row): void => {
    ids.push(where, ...r.said.map((q) => `${where} says ${q.source} ${q.quote} ${q.by ?? ''}`));
  };
  for (const id of of.sources.keys()) ids.push(`source ${id}`);
  for (const id of of.statusQuo.keys()) ids.push(`status quo ${id}`);
  for (const party of of.parties.values()) {
    row(`party ${party.id}`, party);
    for (const person of party.people) row(`person ${person.id}`, person);
  }
  for (const x of of.impossible.values()) row(`impossible ${formatExpression(x.that)}`, x);
  for (const x of of.redLines.values()) row(`red line ${x.party} ${formatExpression(x.that)}`, x);
  for (const section of [
    'options',
    'bundles',
    'facts',
    'happenings',
    'preconditions',
    'relaxations',
    'meetings',
    'mandates',
    'issues',
    'positions',
    'ratifiers',
    'preferences',
    'influences',
    'events',
    'scenarios',
  ] as const)
    for (const [id, r] of of[section]) row(`${section} ${id}`, r);
  const list = (where: string, names: Iterable<string> = []): void => {
    for (const name of names) ids.push(`${where}: ${name}`);
  };
  for (const x of of.mandates.values()) {
    list(`${x.id} may settle`, x.maySettle);
    list(`${x.id} may discuss`, x.mayDiscuss);
  }
  for (const x of of.preferences.values()) {
    for (const s of x.statements) row(`${x.party} wants ${formatExpression(s.that)}`, s);
    for (const issue of x.issues.keys()) ids.push(`${x.party} values ${issue}`);
    for (const b of x.bonuses) row(`${x.party} gains by ${formatExpression(b.when)}`, b);
  }
  for (const x of of.influences.values())
    for (const changed of [x.weight, x.rate, x.firmness]) list(`${x.id} changes`, changed.keys());
  for (const x of of.events.values()) {
    list(`${x.id} sets`, x.sets.keys());
    list(`${x.id} signals`, x.signals.keys());
    for (const link of x.after) {
      ids.push(`${x.id} after ${link.event}`);
      list(
        `${x.id} after ${link.event}`,
        link.said.map((q) => q.quote),
      );
    }
  }
  for (const x of of.scenarios.values())
    list(
      `${x.id} likely`,
      x.likelihood.map((l) => l.words.quote),
    );
  return ids.toSorted();
}
