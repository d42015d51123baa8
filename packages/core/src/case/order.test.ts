import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certainlyBefore, readWhen, type When } from './dates.ts';
import type { CaseEvent } from './model.ts';
import { eventOrder, type EventOrder } from './order.ts';

interface Told {
  readonly on?: string;
  readonly after?: readonly string[];
}

function events(told: Record<string, Told>): Map<string, CaseEvent> {
  return new Map(
    Object.entries(told).map(([id, { on, after = [] }]) => [
      id,
      {
        id,
        path: ['events', id],
        said: [],
        inferred: false,
        confidential: false,
        ...(on === undefined ? {} : { on: readWhen(on) as When }),
        what: id,
        kind: 'happened',
        who: [],
        sets: new Map(),
        signals: new Map(),
        after: after.map((event, k) => ({ event, said: [], response: false, path: ['events', id, 'after', k] })),
      },
    ]),
  );
}
const order = (told: Record<string, Told>): EventOrder => eventOrder(events(told));

test('C9 dates settle the order of events that do not overlap', () => {
  const { sequence, before } = order({
    refusal: { on: '2025-05-15' },
    offer: { on: '2025-05-11' },
    invasion: { on: '2022-02' },
  });
  expect(sequence).toEqual(['invasion', 'offer', 'refusal']);
  expect(before('invasion', 'refusal')).toBe(true);
  expect(before('refusal', 'invasion')).toBe(false);
});

test('C9 where dates overlap the accounts say which came first', () => {
  const told = { answer: { on: '2025-05-11', after: ['offer'] }, offer: { on: '2025-05-11' } };
  const { sequence, before, disputes } = order(told);
  expect(sequence).toEqual(['offer', 'answer']);
  expect(before('offer', 'answer')).toBe(true);
  expect(disputes).toEqual([]);
});

test('C9 claims lead on in chains, and together with dates', () => {
  const { before } = order({
    offer: { on: '2025-05-10' },
    invitation: { on: '2025-05-11' },
    answer: { after: ['invitation'] },
    departure: { after: ['answer'] },
  });
  expect(before('offer', 'departure')).toBe(true);
  expect(before('departure', 'offer')).toBe(false);
});

test('C9 claims that contradict one another are disputed and settle nothing', () => {
  const { disputes, before, sequence } = order({
    offer: { after: ['answer'] },
    answer: { after: ['offer'] },
    walkout: { after: ['answer'] },
  });
  expect(disputes.map((d) => d.events)).toEqual([['offer', 'answer']]);
  expect(disputes[0]!.claims.map((c) => `${c.earlier} < ${c.later}`)).toEqual(['answer < offer', 'offer < answer']);
  expect(before('offer', 'answer')).toBe(false);
  expect(before('answer', 'offer')).toBe(false);
  expect(before('answer', 'walkout')).toBe(true);
  expect(sequence).toHaveLength(3);
});

test('C9 a claim against the dates is disputed, and the dates stand', () => {
  const { disputes, before } = order({
    offer: { on: '2025-05-10', after: ['answer'] },
    meanwhile: { on: '2025-05-11' },
    answer: { on: '2025-05-12' },
  });
  expect(disputes.map((d) => d.events)).toEqual([['offer', 'answer']]);
  expect(before('offer', 'answer')).toBe(true);
  expect(before('answer', 'offer')).toBe(false);
});

test('C9 an event that is said to come after itself is disputed', () => {
  expect(order({ offer: { after: ['offer'] } }).disputes.map((d) => d.events)).toEqual([['offer']]);
});

test('C9 a claim about an event that is not there says nothing', () => {
  expect(order({ offer: { after: ['nowhere'] } })).toMatchObject({ sequence: ['offer'], disputes: [] });
});

test('C9 what nothing sets apart stands by the middle of its time, then in file order, undated first', () => {
  const { sequence } = order({
    may: { on: '2025-05' },
    twentieth: { on: '2025-05-20' },
    fifth: { on: '2025-05-05' },
    'fifth-too': { on: '2025-05-05' },
    undated: {},
  });
  expect(sequence).toEqual(['undated', 'fifth', 'fifth-too', 'may', 'twentieth']);
});

test('C9 an event with an open end stands where it must have happened by', () => {
  const told = events({ long: { on: '2025-05-01/..' }, middle: { on: '2025-05-10' } });
  expect(eventOrder(told).sequence).toEqual(['long', 'middle']);
  const reported = Date.parse('2025-05-31');
  expect(eventOrder(told, () => reported).sequence).toEqual(['middle', 'long']);
});

describe('C9 random claims and dates', () => {
  const IDS = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7'];
  const DATES = [
    '2025-05-10',
    '2025-05-11',
    '2025-05-12',
    '2025-05-10/2025-05-12',
    '2025-05-11/..',
    '../2025-05-11',
    '2025-05',
    '2025-05-11T10:00:00Z',
  ];
  const one = fc.record(
    {
      on: fc.constantFrom(...DATES),
      after: fc.array(fc.constantFrom(...IDS), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
  const told = fc
    .array(one, { minLength: 1, maxLength: IDS.length })
    .map((rows) => Object.fromEntries(rows.map((row, k) => [IDS[k]!, row])) as Record<string, Told>);

  /** The literal reading: a claim is disputed when dates and claims lead from its later event back to its earlier one. */
  function literally(given: ReadonlyMap<string, CaseEvent>): {
    pairs: [string, string][];
    disputed: [string, string][];
  } {
    const ids = [...given.keys()];
    const dated = ids.flatMap((a) =>
      ids
        .filter((b) => {
          const [x, y] = [given.get(a)!.on, given.get(b)!.on];
          return x !== undefined && y !== undefined && certainlyBefore(x, y);
        })
        .map((b): [string, string] => [a, b]),
    );
    const claimed = ids.flatMap((id) =>
      given
        .get(id)!
        .after.filter((link) => given.has(link.event))
        .map((link): [string, string] => [link.event, id]),
    );
    const all = closure(ids, [...dated, ...claimed]);
    const disputed = claimed.filter(([a, b]) => a === b || all.has(`${b} ${a}`));
    const pairs = [...dated, ...claimed.filter((claim) => !disputed.includes(claim))];
    return { pairs, disputed };
  }
  function closure(ids: readonly string[], pairs: readonly [string, string][]): Set<string> {
    const all = new Set(pairs.map(([a, b]) => `${a} ${b}`));
    for (const via of ids)
      for (const a of ids)
        for (const b of ids) if (all.has(`${a} ${via}`) && all.has(`${via} ${b}`)) all.add(`${a} ${b}`);
    return all;
  }

  test('the sequence respects every certain date and every undisputed claim', () => {
    fc.assert(
      fc.property(told, (t) => {
        const given = events(t);
        const { sequence } = eventOrder(given);
        expect(sequence.toSorted()).toEqual([...given.keys()].toSorted());
        for (const [a, b] of literally(given).pairs) expect(sequence.indexOf(a)).toBeLessThan(sequence.indexOf(b));
      }),
      { numRuns: 250 },
    );
  });

  test('the disputed claims are those that can be contradicted, each in one dispute', () => {
    fc.assert(
      fc.property(told, (t) => {
        const given = events(t);
        const found = eventOrder(given).disputes.flatMap((d) => d.claims.map((c) => `${c.earlier} ${c.later}`));
        expect(found.toSorted()).toEqual(
          literally(given)
            .disputed.map((pair) => pair.join(' '))
            .toSorted(),
        );
      }),
      { numRuns: 250 },
    );
  });

  test('one event is before another when dates and undisputed claims lead there', () => {
    fc.assert(
      fc.property(told, (t) => {
        const given = events(t);
        const { before } = eventOrder(given);
        const all = closure([...given.keys()], literally(given).pairs);
        for (const a of given.keys()) for (const b of given.keys()) expect(before(a, b)).toBe(all.has(`${a} ${b}`));
      }),
      { numRuns: 300 },
    );
  });
});
