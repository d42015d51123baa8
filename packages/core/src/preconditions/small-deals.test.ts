import { describe, expect, test } from 'vitest';
import { readCase } from '../case/file.ts';
import type { Case } from '../case/index.ts';
import { workBudget } from './cone.ts';
import { compileCase } from './from-case.ts';
import { meetingsOf, smallDealsOf, type MeetingReach } from './small-deals.ts';

const HEAD = `
parley: 1
title: Two neighbours
as-of: 2025-05-15
ranks: [official, minister, leader]
parties:
  north: { people: { ada: { name: Ada, rank: leader }, bo: { name: Bo, rank: official } } }
  south: { people: { cy: { name: Cy, rank: leader }, di: { name: Di, rank: minister }, ed: { name: Ed } } }
options:
  north: { travels: North travels, withdraws: North withdraws }
  south: { travels: South travels }
issues:
  border: { values: [disputed, old, new], needs: leader }
  prisoners: { values: [held, exchanged], needs: official }
  hotline: { values: [none, open], needs: contact }
  banners: { values: [up, down] }
`;
const TEAMS = 'teams: { heads: { north: bo, south: di } }';
const SUMMIT = 'summit: { heads: { north: ada, south: cy }, when: north.travels and south.travels }';

function given(rest: string): Case {
  const reading = readCase(HEAD + rest);
  if (reading.case === undefined) throw new Error(reading.problems.map((d) => d.message).join('\n'));
  return reading.case;
}
function reach(rest: string): MeetingReach[] {
  const of = given(rest);
  return meetingsOf(of, compileCase(of), () => workBudget());
}
function deals(rest: string): string[] {
  const of = given(rest);
  const compiled = compileCase(of);
  const meetings = meetingsOf(of, compiled, () => workBudget());
  return smallDealsOf(of, compiled, meetings, () => workBudget()).map(
    (deal) => `${deal.issue} = ${deal.value} by ${deal.meetings.join(' and ') || 'channel'}`,
  );
}

test('B8 a meeting settles what its rank suffices for', () => {
  expect(deals(`meetings: { ${TEAMS} }`)).toEqual([
    'prisoners = exchanged by teams',
    'hotline = open by teams',
    'banners = down by teams',
  ]);
  expect(deals(`meetings: { ${SUMMIT} }`)).toEqual([
    'border = old by summit',
    'border = new by summit',
    'prisoners = exchanged by summit',
    'hotline = open by summit',
    'banners = down by summit',
  ]);
});

test('B8 each deal names all meetings that may settle it', () => {
  expect(deals(`meetings: { ${TEAMS}, ${SUMMIT} }`)).toContain('prisoners = exchanged by teams and summit');
});

test('B8 without meetings only channels are open', () => {
  expect(deals('')).toEqual(['hotline = open by channel']);
});

test('M1 a meeting has the lowest rank among its heads, and none that is known if one head has none', () => {
  const unknown = 'meetings: { talks: { heads: { north: ada, south: ed } } }';
  expect(reach(`meetings: { ${TEAMS} }`)[0]).toMatchObject({ rank: 'official' });
  expect(reach(unknown)[0]).not.toHaveProperty('rank');
  expect(deals(unknown)).toEqual(['hotline = open by talks', 'banners = down by talks']);
  expect(reach('meetings: { talks: { heads: { north: bo, south: ed }, rank: leader } }')[0]).toMatchObject({
    rank: 'leader',
  });
});

test('B8 a meeting that cannot be reached with nothing waived settles nothing', () => {
  const blocked = `
meetings: { ${SUMMIT} }
preconditions:
  p01: { holder: north, step: north.travels, needs: south.travels }
  p02: { holder: south, step: south.travels, needs: north.travels }
`;
  expect(reach(blocked)[0]).toMatchObject({ reachable: false, past: false });
  expect(deals(blocked)).toEqual(['hotline = open by channel']);
  const together = blocked.replace(/needs: (\w+\.travels) }/g, 'needs: $1, timing: together }');
  expect(reach(together)[0]).toMatchObject({ reachable: true });
  expect(deals(together)).toContain('border = old by summit');
});

test('B8 a meeting that has taken place may still settle', () => {
  const past = `meetings: { ${TEAMS} }\nstatus-quo: { teams: yes }`;
  expect(reach(past)[0]).toMatchObject({ past: true, reachable: true, sequence: [] });
  expect(deals(past)).toContain('prisoners = exchanged by teams');
});

describe('B8 mandates narrow what a delegation may settle', () => {
  const mandate = (fields: string): string =>
    `meetings: { ${TEAMS} }\nmandates: { m1: { party: north, meeting: teams, ${fields} } }`;

  test('to the issues listed', () => {
    expect(deals(mandate('may-settle: [banners]'))).toEqual(['hotline = open by channel', 'banners = down by teams']);
    expect(deals(mandate('may-settle: []'))).toEqual(['hotline = open by channel']);
  });

  test('but not without a list', () => {
    expect(deals(mandate('may-discuss: [banners]'))).toHaveLength(3);
  });

  test('and only while they are in force', () => {
    expect(deals(mandate('may-settle: [], until: 2025-05-14'))).toHaveLength(3);
    expect(deals(mandate('may-settle: [], from: 2025-05-16'))).toHaveLength(3);
    expect(deals(mandate('may-settle: [], from: 2025-05-15, until: 2025-05-15'))).toHaveLength(1);
  });
});

describe('B8 what still blocks the value itself', () => {
  const WITH = `meetings: { ${TEAMS} }\n`;

  test('an unmet row on the value, or on its whole issue, bars it', () => {
    expect(
      deals(`${WITH}preconditions: { p01: { holder: north, step: prisoners = exchanged, needs: north.withdraws } }`),
    ).not.toContain('prisoners = exchanged by teams');
    expect(deals(`${WITH}preconditions: { p01: { holder: north, step: hotline, needs: north.withdraws } }`)).toEqual([
      'prisoners = exchanged by teams',
      'banners = down by teams',
    ]);
  });

  test('a row that the meeting itself meets does not', () => {
    expect(
      deals(`${WITH}preconditions: { p01: { holder: north, step: prisoners = exchanged, needs: teams } }`),
    ).toContain('prisoners = exchanged by teams');
  });

  test('a row that does not bind does not', () => {
    expect(
      deals(`${WITH}preconditions: { p01: { holder: north, step: prisoners, needs: north.withdraws, kind: demand } }`),
    ).toContain('prisoners = exchanged by teams');
  });

  test('a red line that it would cross bars it', () => {
    expect(deals(`${WITH}red-lines: { north: [prisoners = held] }`)).not.toContain('prisoners = exchanged by teams');
  });

  test('something impossible bars it', () => {
    expect(deals(`${WITH}impossible: [banners = down and not north.withdraws]`)).not.toContain(
      'banners = down by teams',
    );
  });

  test('a second deal is not made along with it', () => {
    expect(
      deals(
        `${WITH}preconditions: { p01: { holder: north, step: banners, needs: prisoners = exchanged, timing: together } }`,
      ),
    ).toEqual(['prisoners = exchanged by teams', 'hotline = open by teams']);
  });
});

test('B8 what is settled already, and the status quo, are no deals', () => {
  expect(deals(`meetings: { ${TEAMS} }\nstatus-quo: { prisoners: exchanged }`)).toEqual([
    'hotline = open by teams',
    'banners = down by teams',
  ]);
});

test('U5 an issue on which a signatory’s position is not reported is a hole of the meeting, not a deal', () => {
  const hole = `meetings: { ${TEAMS} }\npositions: { x1: { party: south, issue: banners, value: not reported } }`;
  expect(deals(hole)).toEqual(['prisoners = exchanged by teams', 'hotline = open by teams']);
  expect(reach(hole)[0]!.holes).toEqual(['banners']);
  const known = hole.replace('not reported } }', 'not reported }, x2: { party: south, issue: banners, value: down } }');
  expect(reach(known)[0]!.holes).toEqual([]);
  expect(reach(hole.replace('not reported', 'not reported, until: 2025-05-01'))[0]!.holes).toEqual([]);
  // Nobody reports a position on the other issues either, but nobody says so.
  expect(deals(`meetings: { ${TEAMS} }`)).toContain('banners = down by teams');
});

test('B8 values of a set are deals one by one', () => {
  const set = `meetings: { ${TEAMS} }`;
  const of = readCase(`${HEAD}  aid: { kind: set, values: [food, fuel, roads], status-quo: [roads] }\n${set}`).case!;
  const compiled = compileCase(of);
  const meetings = meetingsOf(of, compiled, () => workBudget());
  const found = smallDealsOf(of, compiled, meetings, () => workBudget());
  expect(found.filter((deal) => deal.issue === 'aid').map((deal) => deal.value)).toEqual(['food', 'fuel']);
});
