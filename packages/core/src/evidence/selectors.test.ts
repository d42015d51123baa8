import { expect, test } from 'vitest';
import fc from 'fast-check';
import { anchorQuote } from './anchor.ts';
import { annotations, codePointOffsets } from './selectors.ts';
import { prepare } from './source.ts';
import { troublesome } from './random-text.twin.ts';

test('an anchor is exported with quote and position in code points', () => {
  const text = '🇹🇷 The talks 🤝 began. “We came,” he said.';
  const anchor = anchorQuote(prepare(text), { quote: '"We came,"' });
  if (anchor.kind !== 'found') throw new Error('not found');
  const sha256 = '7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069'; // of “Hello World!”, RFC 6920 §8.2
  const [annotation] = annotations({ iri: 'sources/wire.md', text, sha256 }, [anchor]);
  expect(annotation).toEqual({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    target: {
      type: 'SpecificResource',
      source: 'sources/wire.md',
      state: { type: 'TimeState', cached: 'ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk' },
      selector: [
        { type: 'TextQuoteSelector', exact: '“We came,”', prefix: '🇹🇷 The talks 🤝 began. ', suffix: ' he said.' },
        { type: 'TextPositionSelector', start: 22, end: 32 },
      ],
    },
  });
  expect([...text].slice(22, 32).join('')).toBe('“We came,”');
});

test('property: an offset in code points counts the characters before it, in whatever order offsets are asked', () => {
  fc.assert(
    fc.property(troublesome, fc.array(fc.nat()), (text, places) => {
      const whole = places.map((place) => [...text].slice(0, place % (text.length + 1)));
      const offsets = whole.map((characters) => characters.join('').length);
      expect(codePointOffsets(text, offsets)).toEqual(whole.map((characters) => characters.length));
    }),
  );
});
