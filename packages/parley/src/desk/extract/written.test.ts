import { expect, test } from 'vitest';
import { writtenInPage, writtenInText } from './written.ts';

test.each([
  ['---\ntitle: A\ndate: 2025-05-14\n---\nThe envoys met.', '2025-05-14'],
  ['The envoys meet\nPublished: 14 May 2025\nThey met.', '2025-05-14'],
  ['The envoys meet\nMay 14, 2025\nThey met.', '2025-05-14'],
  ['The envoys meet\nWednesday, 14 May 2025, 10:30\nThey met.', '2025-05-14'],
  ['DREN, May 14, 2025 — The envoys met.', '2025-05-14'],
  ['DREN, 14 May 2025 (Agency) - The envoys met.', '2025-05-14'],
  ['The envoys meet\n*Updated 14:20, 14 May 2025*\nThey met.', '2025-05-14'],
  ['The envoys met on 14 May 2025 and again later.', undefined],
  ['The envoys meet\n31 February 2025\nThey met.', undefined],
  ['The envoys meet\nMay 2025\nThey met.', undefined],
])('%j', (text, expected) => {
  expect(writtenInText(text)).toBe(expected);
});

test.each([
  ['<meta property="article:published_time" content="2025-05-14T23:30:00-04:00">', '2025-05-14'],
  ["<meta content='May 14, 2025' name='date'>", '2025-05-14'],
  ['<script type="application/ld+json">{"datePublished": "2025-05-14"}</script>', '2025-05-14'],
  ['<meta name="viewport" content="2025-05-14"><time>2025-05-14</time>', undefined],
])('%j', (html, expected) => {
  expect(writtenInPage(html)).toBe(expected);
});
