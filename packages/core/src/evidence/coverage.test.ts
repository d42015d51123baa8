import { expect, test } from 'vitest';
import { readCase } from '../case/file.ts';
import type { Case } from '../case/index.ts';
import { coverageOf } from './coverage.ts';

const HEAD = `
parley: 1
title: Two neighbours
as-of: 2025-05-15
sources:
  gazette: { file: gazette.md, written: 2025-05-14 }
  herald: { file: herald.md, written: 2025-05-14 }
`;
const SAID = 'said: [{ source: gazette, quote: words }]';

function given(rest: string): Case {
  const reading = readCase(HEAD + rest);
  if (reading.case === undefined) throw new Error(reading.problems.map((d) => d.message).join('\n'));
  return reading.case;
}

test('C6 every row counts once: quoted, assumed or inferred', () => {
  const coverage = coverageOf(
    given(`
parties: { north: { ${SAID}, people: { ada: { name: Ada, ${SAID} } } }, south: {} }
options: { north: { withdraws: { text: North withdraws, ${SAID} }, talks: North talks } }
impossible: [{ that: north.withdraws and not north.withdraws, inferred: yes }]
preconditions:
  p01: { holder: north, step: north.talks, needs: north.withdraws, said: [{ source: gazette, quote: one }, { source: herald, quote: two }] }
  x01: { holder: south, step: north.talks, needs: north.withdraws, inferred: yes, why: a guess }
`),
  );
  expect(coverage).toMatchObject({ quoted: 4, assumed: 2, inferred: 2, quantities: 0 });
  expect(coverage.sections.parties).toEqual({ quoted: 2, assumed: 1, inferred: 0 });
  expect(coverage.sections.options).toEqual({ quoted: 1, assumed: 1, inferred: 0 });
  expect(coverage.sections.impossible).toEqual({ quoted: 0, assumed: 0, inferred: 1 });
  expect(coverage.sections.preconditions).toEqual({ quoted: 1, assumed: 0, inferred: 1 });
  expect(coverage.sections.events).toEqual({ quoted: 0, assumed: 0, inferred: 0 });
});

test('C6 every quantity is an assumption, even where its row has a quote', () => {
  const coverage = coverageOf(
    given(`
parties: { north: { ${SAID} } }
options: { north: { withdraws: { text: North withdraws, reopening: 5, ${SAID} } } }
happenings: { truce: { text: a truce, rate: 0.1 to 0.2, ${SAID} } }
preconditions:
  p01: { holder: north, step: truce, needs: north.withdraws, firmness: 0.5 to 0.9, ${SAID} }
  p02: { holder: north, step: truce, needs: north.withdraws, firmness: not reported, ${SAID} }
  p03: { holder: north, step: truce, needs: north.withdraws, ${SAID} }
influences: { pressure: { when: truce, reserved: -3, rate: { truce: 0 to 0.1 }, ${SAID} } }
`),
  );
  expect(coverage).toMatchObject({ quoted: 7, quantities: 5, assumed: 5, inferred: 0 });
});

test('C6 what stands in a statement, a score or a likelihood counts too', () => {
  const coverage = coverageOf(
    given(`
parties: { north: { ${SAID} } }
happenings: { truce: { text: a truce, ${SAID} } }
issues: { border: { values: [open, closed], ${SAID} } }
preferences:
  north:
    ${SAID}
    statements: [{ that: truce, weight: 5 to 10, ${SAID} }, truce]
    issues: { border: { weight: 3, scores: { open: 0, closed: 100 }, ${SAID} } }
scenarios:
  s01: { title: a truce comes, when: truce, ${SAID}, likelihood: [{ source: herald, quote: most likely, range: 0.6 to 0.9 }] }
`),
  );
  expect(coverage).toMatchObject({ quoted: 7, assumed: 6, quantities: 5 });
  expect(coverage.sections.preferences).toEqual({ quoted: 3, assumed: 1, inferred: 0 });
});

test('U5 what is not reported is a hole: said outright or passed over in silence', () => {
  const coverage = coverageOf(
    given(`
parties: { north: {}, south: {}, host: {} }
meetings: { summit: { parties: [north, south] } }
issues: { border: { values: [open, closed] }, letters: { values: [none, some] } }
positions:
  north-border: { party: north, issue: border, value: not reported }
  north-letters: { party: [north, host], issue: letters, text: in favour }
`),
  );
  expect(coverage.notReported).toEqual([
    { issue: 'border', party: 'north' },
    { issue: 'border', party: 'south' },
    { issue: 'letters', party: 'south' },
  ]);
  // The row that says so is neither quoted nor assumed.
  expect(coverage.sections.positions).toEqual({ quoted: 0, assumed: 1, inferred: 0 });
});

test('U5 a written utility is a position of its own, and preferences may say `not reported`', () => {
  const coverage = coverageOf(
    given(`
parties: { north: {}, south: {} }
meetings: { summit: { parties: [north, south] } }
issues: { border: { values: [open, closed] }, letters: { values: [none, some] } }
preferences:
  north: { issues: { border: { weight: 1, scores: { closed: 100 } }, letters: not reported } }
  south: not reported
`),
  );
  expect(coverage.notReported).toEqual([
    { issue: 'border', party: 'south' },
    { issue: 'letters', party: 'north' },
    { issue: 'letters', party: 'south' },
  ]);
});

test('M4 where there are no meetings the principals are asked', () => {
  const rest = `
parties: { north: { role: principal }, south: { role: [principal, host] }, far: { role: observer } }
issues: { border: { values: [open, closed] } }
`;
  expect(coverageOf(given(rest)).notReported.map((hole) => hole.party)).toEqual(['north', 'south']);
});

test('C6 an utterance counts once for its speaker, however many rows rest on it', () => {
  const by = (quote: string, who: string): string => `{ source: gazette, quote: '${quote}', by: ${who} }`;
  const coverage = coverageOf(
    given(`
parties: { north: { people: { ada: { name: Ada }, bo: { name: Bo } } } }
events:
  e1: { what: Ada speaks, said: [${by('We shall talk, but not now', 'ada')}] }
  e2: { what: Ada speaks, said: [${by('We shall  talk — but not now', 'ada')}, ${by('Nor tomorrow', 'ada')}] }
  e3: { what: Bo agrees, said: [${by('We shall talk, but not now', 'bo')}, { source: herald, quote: Bo agreed }] }
`),
  );
  expect([...coverage.speakers]).toEqual([
    ['ada', 2],
    ['bo', 1],
  ]);
});

test('C6 utterances in other letters than Latin ones are told apart', () => {
  const coverage = coverageOf(
    given(`
parties: { north: { people: { ada: { name: Ada } } } }
events:
  e1: { what: Ada speaks, said: [{ source: gazette, quote: Мы будем говорить, by: ada }] }
  e2: { what: Ada speaks, said: [{ source: gazette, quote: Но не завтра, by: ada }] }
`),
  );
  expect(coverage.speakers.get('ada')).toBe(2);
});
