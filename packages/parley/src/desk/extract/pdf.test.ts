import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { extract } from './extract.ts';
import { smallPdf } from './small-pdf.twin.ts';

const read = (bytes: Uint8Array) => extract({ name: 'paper.pdf', bytes });
const LINES = [
  [72, 700, 'Envoys meet again at Dren'],
  [72, 660, 'The envoy of the north said that nego-'],
  [72, 645, 'tiations would resume on Tuesday, if the mid-'],
  [72, 630, 'October truce held.'],
  [72, 600, 'Nobody answered him.'],
] as const;

test('lines become paragraphs, and a divided word is one again', async () => {
  const result = await read(smallPdf({ pages: [LINES] }));
  expect(result).toMatchObject({
    kind: 'extracted',
    title: 'Envoys meet again at Dren',
    text: 'Envoys meet again at Dren\n\nThe envoy of the north said that negotiations would resume on Tuesday, if the mid-October truce held.\n\nNobody answered him.',
    pages: [{ page: 1, start: 0 }],
  });
});

test('headers, footers and page numbers are left out and listed; a sentence goes on over the page', async () => {
  const page = (number: number, words: string) =>
    [
      [72, 760, 'The Dren Courier'],
      [72, 700, words],
      [300, 30, String(number)],
    ] as const;
  const result = await read(
    smallPdf({ pages: [page(1, 'The envoys met, and they'), page(2, 'parted.'), page(3, 'All was said.')] }),
  );
  if (result.kind === 'refused') throw new Error(result.message);
  expect(result.text).toBe('The envoys met, and they parted.\n\nAll was said.');
  expect(result.setAside.map(({ page: on, words }) => [on, words])).toEqual([
    [1, 'The Dren Courier'],
    [1, '1'],
    [2, 'The Dren Courier'],
    [2, '2'],
    [3, 'The Dren Courier'],
    [3, '3'],
  ]);
  expect(result.pages?.map(({ start, end }) => result.text.slice(start, end))).toEqual([
    'The envoys met, and they',
    'parted.',
    'All was said.',
  ]);
});

const whole = smallPdf({ pages: [LINES] });
const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<00><00>] `;
test.each<[string, Uint8Array, string]>([
  ['broken', Buffer.from('%PDF-1.7\nand nothing of it'), 'pdf-broken'],
  ['cut off', whole.subarray(0, 300), 'pdf-broken'],
  ['locked', smallPdf({ pages: [LINES], trailer: locked }), 'pdf-encrypted'],
  ['scanned', smallPdf({ pages: [[], []] }), 'pdf-no-text'],
  [
    'a bomb',
    smallPdf({
      pages: [[]],
      content: { bytes: deflateSync(Buffer.alloc(210_000_000, ' ')), dictionary: '/Filter /FlateDecode ' },
    }),
    'pdf-unpacks',
  ],
  [
    'a bomb within a bomb',
    smallPdf({
      pages: [[]],
      content: {
        bytes: deflateSync(deflateSync(Buffer.alloc(210_000_000, ' '))),
        dictionary: '/Filter [/FlateDecode /FlateDecode] ',
      },
    }),
    'pdf-unpacks',
  ],
])('%s: refused', async (_, bytes, code) => {
  const result = await read(bytes);
  expect(result).toMatchObject({ kind: 'refused', code });
});
