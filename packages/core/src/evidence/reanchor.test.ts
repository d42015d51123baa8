import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { anchorQuote, type Found } from './anchor.ts';
import { fold } from './fold.ts';
import { reanchor, type StoredAnchor } from './reanchor.ts';
import { prose, troublesome } from './random-text.twin.ts';
import { prepare } from './source.ts';

const OLD = `The first envoy said yes. The second envoy said yes. He would travel “only if Putin is there”, he wrote.
A minister called it theatre. The delegations will meet on Friday at ten in the old customs house.`;

function stored(text: string, quote: string, context: { prefix?: string; suffix?: string } = {}): StoredAnchor {
  const anchor = anchorQuote(prepare(text), { quote, ...context });
  if (anchor.kind !== 'found') throw new Error(`not in the text: ${quote}`);
  return { ...anchor, sha256: 'old' };
}

const become = (quote: string, text: string, context = {}) =>
  reanchor([stored(OLD, quote, context)], prepare(text), 'new')[0]!;

describe('after an edit of its source, an anchor', () => {
  test('is the same when its place did not change', () => {
    expect(become('said yes', OLD + '\nMore.')).toMatchObject({ kind: 'same', start: OLD.indexOf('said yes') });
  });

  test('has moved when words came before it', () => {
    const text = `An introduction.\n\n${OLD}`;
    const start = text.indexOf('only if');
    expect(become('only if Putin is there', text)).toMatchObject({
      kind: 'moved',
      context: 'kept',
      start,
      end: start + 22,
    });
  });

  test('has moved when only its quotation marks were reset', () => {
    expect(become('“only if Putin is there”', OLD.replace('yes.', 'yes!').replace(/[“”]/g, '"'))).toMatchObject({
      kind: 'moved',
      exact: '"only if Putin is there"',
    });
  });

  test('has changed when its words did, and the difference is shown', () => {
    expect(become('only if Putin is there', OLD.replace('is there', 'comes in person'))).toMatchObject({
      kind: 'changed',
      exact: 'only if Putin comes in person',
      line: 'only if Putin [-is there-]{+comes in person+}',
      difference: [
        { kind: 'same', text: 'only if Putin ' },
        { kind: 'removed', text: 'is there' },
        { kind: 'added', text: 'comes in person' },
      ],
    });
  });

  test('does not slip to another place that has the same short words', () => {
    const second = stored(OLD, 'yes', { prefix: 'second envoy said' });
    const [outcome] = reanchor([second], prepare(OLD.replace('second envoy said yes', 'second envoy said no')), 'new');
    expect(outcome).toMatchObject({ kind: 'changed', exact: 'no', line: '[-yes-]{+no+}' });
  });

  test('is followed to another paragraph', () => {
    const sentence = 'The delegations will meet on Friday at ten in the old customs house.';
    const text = `${sentence} ${OLD.replace(sentence, '')}`;
    expect(become(sentence, text)).toMatchObject({ kind: 'moved', start: 0 });
  });

  test('says so when the words are there without their surroundings', () => {
    expect(become('customs house', 'Nothing else is left but a customs house, somewhere.')).toMatchObject({
      kind: 'moved',
      context: 'lost',
    });
  });

  test('is an orphan when the passage is gone', () => {
    expect(
      become('only if Putin is there', 'Quite another account of the weather in March, and of trains that came late.'),
    ).toEqual({ kind: 'orphan' });
    expect(become('A minister called it theatre.', OLD.replace('A minister called it theatre. ', ''))).toEqual({
      kind: 'orphan',
    });
  });

  test('is looked for even when its stored place is wrong', () => {
    const wrong = { ...stored(OLD, 'only if Putin is there'), start: 3, end: 25, sha256: 'new' };
    expect(reanchor([wrong], prepare(OLD), 'new')[0]).toMatchObject({ kind: 'moved', start: OLD.indexOf('only if') });
  });
});

describe('properties', () => {
  const somewhere = fc.tuple(fc.nat(), fc.nat());
  const anchorIn = (text: string, [a, b]: [number, number]): Found | undefined => {
    const [x, y] = [a % (text.length + 1), b % (text.length + 1)];
    const anchor = anchorQuote(prepare(text), { quote: text.slice(Math.min(x, y), Math.max(x, y)) });
    return anchor.kind === 'found' ? anchor : undefined;
  };

  test('after an insertion before it, an anchor has moved by exactly its length', () => {
    fc.assert(
      fc.property(fc.oneof(prose, troublesome), somewhere, fc.oneof(prose, troublesome), (text, where, insertion) => {
        const anchor = anchorIn(text, where);
        const words = anchor && fold(anchor.exact).text.trim();
        // Repeats are told apart by their context only; see the examples above.
        fc.pre(
          anchor !== undefined &&
            anchor.occurrences === 1 &&
            !fold(insertion).text.includes(words!) &&
            !insertion.includes(anchor.exact),
        );
        const before = insertion + '\n\n';
        const [outcome] = reanchor([{ ...anchor, sha256: 'old' }], prepare(before + text), 'new');
        expect(outcome).toMatchObject({
          kind: 'moved',
          start: anchor.start + before.length,
          end: anchor.end + before.length,
          exact: anchor.exact,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('every anchor has an outcome, in order, whatever the new text; places hold what they say', () => {
    fc.assert(
      fc.property(
        fc.oneof(prose, troublesome),
        fc.array(somewhere, { maxLength: 5 }),
        fc.oneof(prose, troublesome),
        (text, places, now) => {
          const anchors = places
            .flatMap((where) => anchorIn(text, where) ?? [])
            .map((anchor) => ({ ...anchor, sha256: 'old' }));
          const outcomes = reanchor(anchors, prepare(now), 'new');
          expect(outcomes.length).toBe(anchors.length);
          for (const outcome of outcomes) {
            if (outcome.kind !== 'orphan') expect(outcome.exact).toBe(now.slice(outcome.start, outcome.end));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('an unedited source leaves everything the same', () => {
    fc.assert(
      fc.property(fc.oneof(prose, troublesome), somewhere, (text, where) => {
        const anchor = anchorIn(text, where);
        fc.pre(anchor !== undefined);
        expect(reanchor([{ ...anchor!, sha256: 'old' }], prepare(text), 'old')[0]).toMatchObject({
          kind: 'same',
          start: anchor!.start,
        });
        expect(reanchor([{ ...anchor!, sha256: 'old' }], prepare(text), 'other')[0]).toMatchObject({
          kind: 'same',
          start: anchor!.start,
        });
      }),
      { numRuns: 500 },
    );
  });
});
