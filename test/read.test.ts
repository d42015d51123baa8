/** Reading through the front door: articles read, proposals kept beside the case, decided on, taken back, and searched. */
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallPdf } from '../packages/parley/src/desk/extract/small-pdf.twin.ts';
import { json, listing, output, parley, parleyAsync, scratch } from './command.ts';

const NORTH = `Envoys of the two republics meet again
Published: 14 May 2025

President Milan Horák of Norland said on Tuesday that his army would stop firing only if the southern observers left first. "We will not sign a paper that nobody means to keep," he told reporters in Dren.

Sudland has not accepted the offer. Its foreign minister, Ilka Varga, insisted on talks without conditions. Observers say that a signing this month is unlikely.
`;
const SOUTH = `Varga wants talks without conditions
14 May 2025

Foreign Minister Ilka Varga of Sudland said on Wednesday that talks should begin at once. The President of Norland, Milan Horak, had set terms that could not be met, she added.

The envoys are due in Dren on 16 May, and both sides have sent word that they will come.
`;

interface Words {
  readonly source: string;
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}
interface ReadJson {
  readonly sources: readonly {
    id: string;
    file: string;
    sha256: string;
    asOf: string | null;
    text?: string;
    copyOf?: string;
    setAside: readonly { start: number; end: number; why: string; exact: string }[];
  }[];
  readonly rows: readonly (Words & { kind: string; speaker: string | null; rule: string; precision: unknown })[];
  readonly quotedTerms: readonly Words[];
  readonly dates: readonly Words[];
  readonly orders: readonly Words[];
  readonly differences: readonly { kind: string; about: string; sides: readonly Words[]; status: string }[];
  readonly problems: readonly { file: string; code: string; message: string }[];
}

/** Files in a new folder; their paths in order. */
function files(...given: readonly (readonly [string, string | Buffer])[]): string[] {
  const folder = scratch();
  return given.map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
}

function newCase(...articles: readonly (readonly [string, string | Buffer])[]): string {
  const folder = join(scratch(), 'talks');
  output('new', folder, ...files(...articles));
  return folder;
}

const inFolder = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

describe('parley read, without a case', () => {
  test('offsets point into the text, every row names its rule, and what that is worth', () => {
    const [north, south] = files(['north.txt', NORTH], ['south.md', SOUTH]) as [string, string];
    const result = json<ReadJson>('read', north, south);
    expect(result.sources.map(({ id, file, asOf }) => [id, file, asOf])).toEqual([
      ['a', north, '2025-05-14'],
      ['b', south, '2025-05-14'],
    ]);
    const texts = new Map([
      ['a', NORTH],
      ['b', SOUTH],
    ]);
    const { rows, quotedTerms, dates, orders, differences } = result;
    const words = [...rows, ...quotedTerms, ...dates, ...orders, ...differences.flatMap(({ sides }) => sides)];
    for (const { source, exact, start, end } of words) expect(texts.get(source)!.slice(start, end)).toBe(exact);
    expect(rows.length).toBeGreaterThan(4);
    for (const { kind, rule, precision } of rows) {
      expect(['quotation', 'indirect', 'name', 'event', 'precondition', 'position', 'chance']).toContain(kind);
      expect(rule).toMatch(/^[a-z0-9-]+$/);
      if (precision !== 'too few')
        expect(precision).toMatchObject({ n: expect.any(Number), share: expect.any(Number) });
    }
    expect(rows.some(({ kind, exact }) => kind === 'name' && exact.includes('Horák'))).toBe(true);
    expect(output('read', north, south)).toMatch(/rows in 2 sources/);
  });

  test('the date is that of the option, of the article, or none', () => {
    const [dated, bare] = files(['dated.txt', NORTH], ['bare.txt', 'The envoys met. They said nothing of it.\n']) as [
      string,
      string,
    ];
    const asOf = (...more: string[]): (string | null)[] =>
      json<ReadJson>('read', dated, bare, ...more).sources.map((source) => source.asOf);
    expect(asOf()).toEqual(['2025-05-14', null]);
    expect(asOf('--written', `${bare}=2025-05-13/2025-05-14`)).toEqual(['2025-05-14', '2025-05-13/2025-05-14']);
    expect(asOf('--written', '2025-05-15')).toEqual(['2025-05-15', '2025-05-15']);
    expect(parley('read', bare, '--written', 'soon')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('soon'),
    });
    expect(parley('read', bare, '--written', 'other.txt=2025-05-15').status).toBe(2);
  });

  test('pages and PDFs are read; their text comes along, since offsets point into it', () => {
    const page = `<html><head><title>Envoys meet</title><meta property="article:published_time" content="2025-05-14T08:00:00Z"></head>
      <body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Envoys meet</h1>
      <p>The envoys of Norland &amp; Sudland met in Dren on Tuesday, and said that they would meet again.</p>
      <p>Nothing was signed, but both sides spoke of a useful day, and of more to come before the summer.</p></article></body></html>`;
    const paper = smallPdf({
      pages: [
        [
          [72, 700, 'The envoys of Norland met in Dren on Tuesday, and said that nego-'],
          [72, 685, 'tiations would go on.'],
        ],
      ],
    });
    const result = json<ReadJson>('read', ...files(['page.html', page], ['paper.pdf', paper]));
    expect(result.problems).toEqual([]);
    expect(result.sources[0]).toMatchObject({ asOf: '2025-05-14', text: expect.stringContaining('Norland & Sudland') });
    expect(result.sources[1]!.text).toContain('said that negotiations would go on.');
    for (const { source, exact, start, end } of result.rows)
      expect(result.sources.find(({ id }) => id === source)!.text!.slice(start, end)).toBe(exact);
  });

  test('what is not the account is set aside', () => {
    const text = `${NORTH}\nNo comments\nThey met for two hours .Reuters+1AP News+2\n`;
    const [source] = json<ReadJson>('read', ...files(['north.txt', text])).sources;
    expect(source!.setAside.map(({ why }) => why)).toContain('citation residue');
    for (const { start, end, exact } of source!.setAside) expect(text.slice(start, end)).toBe(exact);
  });

  test('the same article twice is one account', () => {
    const result = json<ReadJson>('read', ...files(['one.txt', NORTH], ['two.txt', NORTH]));
    expect(result.sources[1]).toMatchObject({ copyOf: 'a' });
    expect(result.rows.every(({ source }) => source === 'a')).toBe(true);
  });
});

describe('a bad file is told, and the rest goes on', () => {
  const many = 60_000;
  test.each<[string, string | Buffer, string]>([
    ['program.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3, 0]), 'binary'],
    [
      'mixed.txt',
      Buffer.concat([Buffer.from('The envoys met – '), Buffer.from([0x93, 0xe9]), Buffer.from(' and left.')]),
      'not-utf8',
    ],
    ['deep.html', `<html><body>${'<div>'.repeat(many)}The envoys met.`, 'too-deep'],
    [
      'right-to-left.txt',
      'اجتمع المبعوثون يوم الثلاثاء وقالوا إنهم سيعودون قريبا مع رد حكوماتهم على الاقتراح.',
      'not-english',
    ],
    [
      'german.txt',
      'Die Gesandten beider Seiten trafen sich am Dienstag und sagten, dass sie bald mit einer Antwort wiederkommen.',
      'not-english',
    ],
    ['words.txt', '12 34 56\n***\nA. B. C.\n', 'no-sentence'],
    ['nothing.txt', '', 'no-text'],
    ['broken.pdf', '%PDF-1.7 and nothing of it', 'pdf-broken'],
    ['scan.pdf', smallPdf({ pages: [[]] }), 'pdf-no-text'],
    ['large.txt', 'LARGE', 'too-large'],
  ])('%s', (name, content, code) => {
    const [bad, good] = files([name, content], ['good.txt', NORTH]) as [string, string];
    if (content === 'LARGE') truncateSync(bad, 50_000_000);
    const { status, stdout, stderr } = parley('read', bad, good, '--json');
    expect(status).toBe(1);
    const result = JSON.parse(stdout) as ReadJson;
    expect(result.problems).toMatchObject([{ file: bad, code }]);
    expect(result.rows.length).toBeGreaterThan(0);
    expect(stderr).toContain(`${bad}: `);
    expect(stderr).not.toContain('    at ');
  });

  test('a file that is not there, and broken HTML, which every browser shows', () => {
    const [broken] = files([
      'broken.html',
      `<p>The envoys of Norland met in Dren<b> on <i>Tuesday</b>, and they said <td>so.</p </i>`,
    ]);
    const { status, stdout } = parley('read', broken!, 'nowhere.txt', '--json');
    expect(status).toBe(1);
    const result = JSON.parse(stdout) as ReadJson;
    expect(result.problems.map(({ code }) => code)).toEqual(['missing']);
    expect(result.sources).toHaveLength(1);
  });
});

describe('parley read CASE', () => {
  test('keeps proposals beside the case and never touches it; reading again changes no byte', () => {
    const folder = newCase(['north.txt', NORTH], ['south.txt', SOUTH]);
    const before = inFolder(folder, 'case.yaml');
    const first = output('read', folder);
    expect(first).toMatch(/\d+ new proposals/);
    expect(inFolder(folder, 'case.yaml')).toBe(before);
    const after = listing(folder);
    expect(after.filter((line) => /^(?:proposals|differences)\.yaml/.test(line))).toHaveLength(2);
    expect(output('read', folder)).toMatch(/0 new proposals/);
    expect(listing(folder)).toEqual(after);
    expect(output('check', folder)).toContain('is in order');
  });

  test('a case that grew by an article is as if all had been read at once', () => {
    const grown = newCase(['north.txt', NORTH]);
    output('read', grown);
    output('new', grown, ...files(['south.md', SOUTH]));
    output('read', grown);
    const whole = newCase(['north.txt', NORTH], ['south.md', SOUTH]);
    output('read', whole);
    const lines = (folder: string, file: string): string[] => inFolder(folder, file).split('\n').toSorted();
    for (const file of ['proposals.yaml', 'differences.yaml']) expect(lines(grown, file)).toEqual(lines(whole, file));
  });

  test('the bundled case is read without writing', () => {
    expect(output('read')).toContain('Nothing was written');
  });

  test('a status that somebody gave a difference stays, and what is no longer found goes', () => {
    const folder = newCase(['north.txt', NORTH]);
    output('read', folder);
    const file = join(folder, 'differences.yaml');
    const row = (id: string, status: string): string =>
      `  ${id}: { "status": "${status}", "kind": "number", "about": "envoys", "sides": [], "rule": "number", "found": "open" }\n`;
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        /differences:.*\n/,
        `differences:\n${row('d-1', 'settled by the minutes')}  # a note\n${row('d-2', 'open')}`,
      ),
    );
    output('read', folder);
    const kept = readFileSync(file, 'utf8');
    expect(kept).toContain('settled by the minutes');
    expect(kept).toContain('"gone": true');
    expect(kept).toContain('# a note');
    expect(kept).not.toContain('d-2');
    output('read', folder);
    expect(readFileSync(file, 'utf8')).toBe(kept);
  });
});

// --- deciding -----------------------------------------------------------------------------------------------------------

const CASE = `# Our case. Do not lose this line.
parley: 1
title: Norland and Sudland      # working title
as-of: 2025-05-20
sources:
  a: { file: sources/north.txt, written: 2025-05-14 }   # the wire

# who takes part
parties:
  norland: { name: Norland, role: principal, people: { horak: { name: Milan Horák } } }   # one line
  sudland:
    name: Sudland
    # its minister follows

happenings:
  withdrawal: { title: "the southern observers left", text: The southern observers leave }
issues:
  border: { title: The border, values: [kept, moved] }

# --- events ---
events:
  e07: { on: 2025-05-01, what: The offer is made }

# the end
`;

/** A case by hand with proposals by hand, one of each kind. */
function decidable(): string {
  const folder = newCase(['north.txt', NORTH]);
  writeFileSync(join(folder, 'case.yaml'), CASE);
  const norland = { id: 'norland', name: 'Norland', type: 'state' };
  const horak = { id: 'horak', name: 'Milan Horák', type: 'person', of: norland };
  const varga = {
    id: 'ilka-varga',
    name: 'Ilka Varga',
    type: 'person',
    of: { id: 'sudland', name: 'Sudland', type: 'state' },
  };
  const row = (id: string, kind: string, exact: string, more: object): string => {
    const start = NORTH.indexOf(exact);
    expect(start, exact).toBeGreaterThanOrEqual(0);
    const words = { kind, source: 'a', exact, start, end: start + exact.length, act: null, precision: 'too few' };
    return `  ${id}: ${JSON.stringify({ ...words, speaker: null, rule: `${kind}-rule`, ...more })}\n`;
  };
  writeFileSync(
    join(folder, 'proposals.yaml'),
    `# by hand\nparley: 1\nproposals:\n${[
      row('q-1111', 'quotation', 'We will not sign a paper that nobody means to keep,', {
        speaker: 'Milan Horák',
        act: 'decline',
        who: horak,
      }),
      row('i-1111', 'indirect', 'talks without conditions', {
        speaker: 'Ilka Varga',
        act: 'demand',
        cue: 'insisted on',
        who: varga,
        whoAt: { exact: 'Ilka Varga', start: NORTH.indexOf('Ilka Varga'), end: NORTH.indexOf('Ilka Varga') + 10 },
      }),
      row('n-1111', 'name', 'Ilka Varga', { entity: 'ilka-varga', name: 'Ilka Varga', type: 'person', who: varga }),
      row('n-2222', 'name', 'Dren', {
        entity: 'dren',
        name: 'Dren',
        type: 'place',
        who: { id: 'dren', name: 'Dren', type: 'place' },
      }),
      row('p-1111', 'precondition', 'his army would stop firing only if the southern observers left', {
        who: horak,
        speaker: 'Milan Horák',
        binds: 'condition',
        step: 'his army would stop firing',
        needs: 'the southern observers left',
        isNegated: false,
        timing: 'before',
      }),
      row('v-1111', 'position', 'Its foreign minister, Ilka Varga, insisted on talks without conditions', {
        who: varga,
        speaker: 'Ilka Varga',
        stance: 'demands',
        about: 'talks without conditions',
      }),
      row('e-1111', 'event', 'Envoys of the two republics meet again', {
        status: 'plan',
        on: '2025-05-16',
        actorsWho: [norland],
      }),
      row('c-1111', 'chance', 'a signing this month is unlikely', {
        of: 'a signing this month',
        cue: 'unlikely',
        range: [0.2, 0.45],
        term: 'unlikely',
      }),
    ].join('')}`,
  );
  return folder;
}

describe('parley accept, reject and undo', () => {
  test('each kind enters its section with rule and quote; every line of the case is still there; undo restores the bytes', () => {
    const folder = decidable();
    const before = listing(folder);
    const decided = json<{ decided: { id: string; as: string[]; because?: string }[]; waiting: number }>(
      'accept',
      '--source',
      'a',
      folder,
    );
    const places = Object.fromEntries(decided.decided.map(({ id, as }) => [id, as]));
    expect(places).toEqual({
      'n-1111': ['parties.sudland.people.varga'],
      'n-2222': [],
      'q-1111': ['events.e08'],
      'i-1111': ['events.e09'],
      'p-1111': ['preconditions.p01', 'happenings.army-stop-firing'],
      'v-1111': [],
      'e-1111': ['events.e10'],
      'c-1111': ['scenarios.s01'],
    });
    expect(decided.waiting).toBe(0);
    const after = inFolder(folder, 'case.yaml');
    const lines = after.split('\n');
    let at = 0;
    for (const line of CASE.split('\n')) {
      const found = lines.indexOf(line, at);
      expect(found, `“${line}” is gone`).toBeGreaterThanOrEqual(0);
      at = found + 1;
    }
    expect(after).toContain('rule: precondition-rule');
    expect(after).toContain('needs: withdrawal');
    expect(after).toContain('by: horak');
    expect(after).toContain('range: 0.2 to 0.45');
    expect(output('check', folder)).toContain('each found word for word');
    const accepted = inFolder(folder, 'accepted.yaml');
    expect(accepted).toContain('"because": "a case has no section for places"');
    expect(accepted).toContain('"rule": "position-rule"');

    expect(output('undo', folder)).toContain('Taken back');
    expect(listing(folder)).toEqual(before);
    expect(parley('undo', folder).status).toBe(2);
  });

  test('one at a time, each taken back in turn; a changed case is left alone', () => {
    const folder = decidable();
    const states = [listing(folder)];
    for (const id of ['p-1111', 'e-1111', 'c-11']) {
      output('accept', id, folder);
      states.push(listing(folder));
    }
    output('reject', 'q-1111', folder);
    for (const state of states.toReversed()) {
      output('undo', folder);
      const now = listing(folder).filter((line) => !line.startsWith('undo.json'));
      expect(now).toEqual(state.filter((line) => !line.startsWith('undo.json')));
    }
    output('accept', 'p-1111', folder);
    writeFileSync(join(folder, 'case.yaml'), `${inFolder(folder, 'case.yaml')}# mine\n`);
    const changed = listing(folder);
    expect(parley('undo', folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('case.yaml was changed'),
    });
    expect(listing(folder)).toEqual(changed);
  });

  test('what the case lacked can be told later', () => {
    const folder = decidable();
    expect(output('accept', 'v-1111', folder)).toContain('accept it with --issue ISSUE');
    expect(output('accept', 'v-1111', '--issue', 'border', folder)).toContain('positions.sudland-border');
    expect(output('check', folder)).toContain('is in order');
  });

  test('what was rejected does not come back, and what was accepted is not proposed again', () => {
    const folder = newCase(['north.txt', NORTH], ['south.txt', SOUTH]);
    output('read', folder);
    const { proposals } = json<{ proposals: { id: string; kind: string; exact: string }[] }>('proposals', folder);
    expect(proposals.length).toBeGreaterThan(2);
    const [first, second] = proposals as unknown as [{ id: string }, { id: string }];
    output('reject', first.id, folder);
    output('accept', second.id, folder);
    expect(output('read', folder)).toMatch(/0 new proposals/);
    const left = json<{ proposals: { id: string }[]; accepted: number; rejected: number }>('proposals', folder);
    expect(left).toMatchObject({ accepted: 1, rejected: 1 });
    expect(left.proposals.map(({ id }) => id)).not.toContain(first.id);
    expect(output('check', folder)).toContain('is in order');
  });

  test('everything that a reading proposes can be accepted, and the case is in order', () => {
    const folder = newCase(['north.txt', NORTH], ['south.txt', SOUTH]);
    output('read', folder);
    const before = listing(folder);
    output('accept', '--source', 'a', folder);
    output('accept', '--source', 'b', folder);
    expect(output('check', folder)).toContain('each found word for word');
    output('brief', folder);
    output('undo', folder);
    output('undo', folder);
    expect(listing(folder)).toEqual(before);
  });

  test.each<[string[], RegExp]>([
    [['accept'], /Nothing says which proposals/],
    [['accept', 'x-9999'], /No proposal “x-9999” waits/],
    [['accept', '--rule', 'no-such-rule'], /No proposal waits with rule no-such-rule/],
    [['reject', '--kind', 'rumour'], /No proposal waits with kind rumour/],
  ])('%j is told', (words, expected) => {
    const { status, stderr } = parley(...words, decidable());
    expect(status).toBe(2);
    expect(stderr).toMatch(expected);
  });

  test('a case with a problem is left as it is', () => {
    const folder = decidable();
    writeFileSync(join(folder, 'case.yaml'), CASE.replace('title:', 'titel:'));
    const before = listing(folder);
    expect(parley('accept', 'p-1111', folder).status).toBe(1);
    expect(listing(folder)).toEqual(before);
  });

  test('an edited queue may be wrong, but enters nothing that is not in the source', () => {
    const folder = decidable();
    const file = join(folder, 'proposals.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('only if', 'whether or not'));
    expect(output('accept', 'p-1111', folder)).toContain('its words no longer stand in source a');
    expect(inFolder(folder, 'case.yaml')).toBe(CASE);
    writeFileSync(file, 'proposals: [');
    expect(parley('proposals', folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('proposals.yaml:1'),
    });
    rmSync(file);
    expect(output('proposals', folder)).toContain('There are no proposals');
  });

  test('several at once wait for one another', async () => {
    const folder = decidable();
    const ids = ['q-1111', 'i-1111', 'n-1111', 'p-1111', 'e-1111', 'c-1111'];
    const outcomes = await Promise.all(ids.map((id) => parleyAsync('accept', id, folder)));
    expect(outcomes.map(({ status }) => status)).toEqual(ids.map(() => 0));
    expect(json('proposals', folder)).toMatchObject({ accepted: 6, waiting: 2 });
    expect(output('check', folder)).toContain('is in order');
    ids.forEach(() => output('undo', folder));
    expect(inFolder(folder, 'case.yaml')).toBe(CASE);
  });
});

describe('parley search', () => {
  test('finds sentences, rows and proposals; accents, beginnings and slips do not matter', () => {
    const folder = decidable();
    const found = (...words: string[]): { what: string; id: string; source?: string; start?: number; text: string }[] =>
      json<{ hits: { what: string; id: string; source?: string; start?: number; text: string }[] }>(
        'search',
        ...words,
        folder,
      ).hits;
    expect(found('Horak').some(({ id }) => id === 'parties.norland.people.horak')).toBe(true);
    expect(found('withdraw').some(({ id }) => id === 'happenings.withdrawal')).toBe(true);
    expect(found('obsevers', 'left').some(({ what }) => what === 'sentence')).toBe(true);
    expect(found('signing').some(({ id }) => id === 'c-1111')).toBe(true);
    for (const { what, start, text } of found('observers'))
      if (what === 'sentence') expect(NORTH.slice(start, start! + text.length)).toBe(text);
    expect(output('search', 'zebra', folder)).toContain('Nothing in');
    expect(output('search', 'ceasefire')).toContain('facts.ceasefire');
    expect(parley('search', '!!', folder).status).toBe(2);
  });
});
