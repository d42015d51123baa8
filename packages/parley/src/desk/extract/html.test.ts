import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import type { Extracted } from './extracted.ts';
import { extractHtml } from './html.ts';
import { toHtml } from './run-map.ts';

const PROSE =
  'The envoys met for <b>two hours</b> in the old customs house, and nobody spoke to the press afterwards; a second meeting, they said, is &ldquo;possible&rdquo; &amp; even likely.';

const PAGE = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Envoys meet in the customs house | The Daily Example</title>
<script>document.write("<p>never run</p>"); fetch('/x')</script><style>p { color: red }</style></head>
<body class="page">
<header><a href="/">The Daily Example</a><nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav></header>
<main><article>
  <h1>Envoys meet in the <em>customs house</em></h1>
  <p>${PROSE}</p>
  <!-- a comment <p>not text</p> -->
  <p>${PROSE}</p>
  <script type="text/javascript">var inside = "no words";</script>
  <ul><li>Prisoners&nbsp;– all for all<li>Grain &#x26; gas</ul>
  <blockquote>&#8220;We came,&#8221;
     he said.<br>Then he left&hellip; 5 &lt; 6 &NotEqualTilde; AT&T</blockquote>
  <table><tr><td>Kyiv<td>yes</tr></table>
  <pre>one
two</pre>
  <p>${PROSE} They agreed to go on .Reuters+1AP News+2</p>
</article>
<aside><h2>Most read</h2><ul><li><a href=1>One thing that happened</a><li><a href=2>Another thing</a></ul></aside></main>
<section id="comments" class="comments"><h2>3 comments</h2><ol><li>Bob: nonsense, all of it.<li>Ann: no.</ol></section>
<footer>© 2025 The Daily Example</footer></body></html>`;

async function extracted(html: string): Promise<Extracted> {
  const result = await extractHtml(html);
  if (result.kind === 'refused') throw new Error(result.message);
  return result;
}

function decoded(html: string): string {
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part) });
  parser.end(html);
  return text;
}

function expectTrueMap(html: string, { text, map }: Extracted): void {
  let last = 0;
  for (const run of map!) {
    expect(decoded(html.slice(run.htmlStart, run.htmlEnd))).toBe(text.slice(run.textStart, run.textEnd));
    // Between runs stand only the breaks and spaces that the extraction wrote.
    expect(text.slice(last, run.textStart)).toMatch(/^(?:\n\n?| )?$/);
    last = run.textEnd;
  }
  expect(last).toBe(text.length);
}

describe('a page', () => {
  test('gives the article, block by block', async () => {
    const { title, text } = await extracted(PAGE);
    const prose =
      'The envoys met for two hours in the old customs house, and nobody spoke to the press afterwards; a second meeting, they said, is “possible” & even likely.';
    expect(title).toBe('Envoys meet in the customs house');
    expect(text.split('\n\n')).toEqual([
      'Envoys meet in the customs house',
      prose,
      prose,
      'Prisoners\u00a0– all for all',
      'Grain & gas',
      '“We came,” he said.\nThen he left… 5 < 6 ≂̸ AT&T',
      'Kyiv\nyes',
      'one\ntwo',
      `${prose} They agreed to go on .Reuters+1AP News+2`,
    ]);
  });

  test('sets aside everything else, in offsets of the file', async () => {
    const { setAside, text } = await extracted(PAGE);
    expect(
      setAside.map(({ start, end, why }) => [why, PAGE.slice(start, end).replace(/\s+/g, ' ').slice(0, 42)]),
    ).toEqual([
      ['navigation', '<header><a href="/">The Daily Example</a><'],
      ['citation residue', 'Reuters+1AP News+2'],
      ['navigation', '<aside><h2>Most read</h2><ul><li><a href=1'],
      ['page furniture', '<section id="comments" class="comments"><h'],
      ['navigation', '<footer>© 2025 The Daily Example</footer>'],
    ]);
    const residue = setAside.find(({ why }) => why === 'citation residue')!;
    expect(text.slice(residue.inText!.start, residue.inText!.end)).toBe('Reuters+1AP News+2');
  });

  test('maps every piece of its text back into the file', async () => {
    const page = await extracted(PAGE);
    expectTrueMap(PAGE, page);
    const at = page.text.indexOf('two hours in the old');
    expect(toHtml(page.map!, { start: at, end: at + 20 })).toEqual({
      start: PAGE.indexOf('two hours'),
      end: PAGE.indexOf('in the old') + 10,
    });
    const quote = page.text.indexOf('“possible” &');
    const original = toHtml(page.map!, { start: quote, end: quote + 12 })!;
    expect(PAGE.slice(original.start, original.end)).toBe('&ldquo;possible&rdquo; &amp;');
    const paragraph = page.text.indexOf('\n\n');
    expect(toHtml(page.map!, { start: paragraph, end: paragraph + 2 })).toBeUndefined();
  });

  test('from right to left keeps its letters and direction marks', async () => {
    const arabic =
      '<p>قال الرئيس إنه <b>مُستعدّ</b> للمحادثات&rlm;، إذا حضر الطرف الآخر إلى إسطنبول يوم الخميس المقبل.</p>';
    const html = `<html dir="rtl" lang="ar"><head><title>المحادثات في إسطنبول</title></head><body><nav><a href="/">الرئيسية</a></nav><article>${arabic.repeat(8)}</article></body></html>`;
    const page = await extracted(html);
    expect(page.text.split('\n\n')[0]).toBe(
      'قال الرئيس إنه مُستعدّ للمحادثات\u200f، إذا حضر الطرف الآخر إلى إسطنبول يوم الخميس المقبل.',
    );
    expect(page.setAside).toMatchObject([{ why: 'navigation' }]);
    expectTrueMap(html, page);
  });

  test.each([
    ['without html or body', '<p>They met.<p>They left.', 'They met.\n\nThey left.'],
    ['without any tag', 'They met &amp; left.', 'They met & left.'],
    ['with tags never closed', '<div><p>They <b>met <i>in Istanbul<div>and left', 'They met in Istanbul\n\nand left'],
    ['with tags closed wrongly', '</div></p><p>They </b>met</i>.</article></table>', 'They met.'],
    ['cut off in a tag', '<p>They met.</p><a href="x', 'They met.'],
    ['with a BOM and CRLF', '\ufeff<p>They\r\nmet.</p>\r\n', 'They met.'],
    ['with words broken by markup', '<p>super<wbr>cali<!-- x -->fragi<span>listic</span></p>', 'supercalifragilistic'],
    ['with strange tags', '<x-y>They <o:p>met</o:p> <a"b>here</a"b>.</x-y>', 'They met here.'],
  ])('%s is read', async (_, html, text) => {
    const page = await extracted(html);
    expect(page.text).toBe(text);
    expectTrueMap(html, page);
  });

  test('an attribute named as our own does not confuse it', async () => {
    const html = `<p data-at="7">They met.</p><span data-at="0">And left.</span>`;
    const page = await extracted(html);
    expect(page.text).toBe('They met.\n\nAnd left.');
    expectTrueMap(html, page);
  });
});

describe('a page is refused', () => {
  test.each([
    ['nested 100,000 deep', '<div>'.repeat(100_000) + 'text', 'too-deep'],
    ['nested deep in elements that nobody sees', '<svg>' + '<g>'.repeat(100_000), 'too-deep'],
    ['of too many elements', '<br>'.repeat(600_000) + 'text', 'too-large'],
    ['without words', '<html><body><script>var words = "none"</script><img src=x></body></html>', 'no-text'],
    ['of nothing', '', 'no-text'],
  ])('%s', async (_, html, code) => {
    const began = performance.now();
    expect(await extractHtml(html)).toMatchObject({ kind: 'refused', code });
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

test('a very large page is read whole, without its frame', async () => {
  const html = `<nav><a href=1>Home</a></nav>${'<p>They met in the <i>customs</i> house.</p>'.repeat(15_000)}`;
  const page = await extracted(html);
  expect(page.text.split('\n\n')).toHaveLength(15_000);
  expect(page.setAside).toMatchObject([{ why: 'navigation', start: 0 }]);
});

const TAGS =
  '<p> </p> <div> </div> <b> </b> <ul><li> </ul> <table><tr><td> </table> <nav> </nav> <br> <pre> </pre> <h1> </h1> <script> </script> <!-- --> <title> </title> <svg> </svg> <math> <![CDATA[ ]]> <textarea> </textarea> <form> </form> <a/href=x> </a>';
const REFERENCES = '&amp; &lt &#8220; &#x1F600; &nbsp; &bogus; & &#0; &NotEqualTilde; &#32; < > "';
const SPACES = ['\n', '\r\n', ' ', '  ', '\u00a0', '\ufeff'];
const WORDS = [
  'The envoys met, and they talked, for two hours.',
  'word',
  'Reuters+1AP News+2',
  'No comments',
  '😀',
  '\ud800',
];

test('property: whatever the markup, the map is true and what is set aside lies in the file', async () => {
  const part = fc.constantFrom(...TAGS.split(' '), ...REFERENCES.split(' '), ...SPACES, ...WORDS);
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
      const html = parts.join('');
      const page = await extractHtml(html);
      if (page.kind === 'refused') {
        expect(page.code).toBe('no-text');
        return;
      }
      expectTrueMap(html, page);
      for (const { start, end } of page.setAside) expect(0 <= start && start < end && end <= html.length).toBe(true);
    }),
    { numRuns: 400 },
  );
});
