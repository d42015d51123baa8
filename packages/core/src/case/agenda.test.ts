import { expect, test } from 'vitest';
import { agendaOf } from './agenda.ts';
import { readCase } from './file.ts';

const { case: given } = readCase(`
parley: 1
as-of: 2025-05-15
ranks: [official, leader]
parties: { north: {}, south: {} }
meetings: { teams: { rank: official, parties: [north, south], when: yes } }
issues:
  border: { values: [open, closed], needs: leader }
  water: { values: [none, shared], needs: official }
  toll: { values: [none, some] }
  bridge: { values: [shut, free], needs: contact }
  hall: { values: [old, new] }
mandates:
  north-team: { party: north, meeting: teams, may-settle: [border, water, bridge, hall] }
  expired: { party: south, meeting: teams, may-settle: [], until: 2025-05-01 }
positions:
  silent: { party: south, issue: hall, value: not reported }
preferences:
  south: { issues: { bridge: not reported, water: not reported } }
  north: { issues: { bridge: { weight: 1, scores: { shut: 0, free: 100 } } } }
`);
const asked = { rank: 'official', meeting: 'teams', parties: ['north', 'south'] };

test('M1 M2 U5 rank, mandates in force and silence say what is on the agenda, and why the rest is not', () => {
  expect(agendaOf(given!, asked)).toEqual({
    maySettle: [],
    holes: [
      { issue: 'water', parties: ['south'] },
      { issue: 'bridge', parties: ['south'] },
      { issue: 'hall', parties: ['south'] },
    ],
    others: [
      { issue: 'border', why: 'rank', needs: 'leader' },
      { issue: 'toll', why: 'mandate', mandates: ['north-team'] },
    ],
  });
});

test('M2 a meeting that nobody has called has no mandates', () => {
  const { maySettle, others } = agendaOf(given!, { ...asked, meeting: undefined });
  expect({ maySettle, others }).toEqual({
    maySettle: ['toll'],
    others: [{ issue: 'border', why: 'rank', needs: 'leader' }],
  });
});

test('M1 without a known rank only what needs none can be settled; silence counts only at the table', () => {
  expect(agendaOf(given!, { parties: ['north'] }).maySettle).toEqual(['toll', 'bridge', 'hall']);
});
