/**
 * Checks the gold set and prints its counts: `npx tsx eval/reading/check.ts`.
 *
 * Every quote stands word for word in its text, every id is in `entities.yaml`, every value is one that README.md
 * names. Three things are checked so that nothing is left out by oversight: whatever stands in quotation marks is
 * annotated, so is every weekday, month and year, and a weekday falls on the day that its row gives.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

type Fields = Record<string, unknown>;
interface Account {
  readonly split: string;
  readonly name: string;
  readonly text: string;
  readonly head: Fields;
  readonly rows: readonly Fields[];
}
interface Span {
  readonly start: number;
  readonly end: number;
}

const SPLITS = ['development', 'test'] as const;
const ACTS =
  'invite accept decline condition demand offer urge threaten dismiss certify wait dispatch host lapse state deny report';
const TYPES = 'person office organisation place state';
const BANDS = [
  ['almost no chance', 0.01, 0.05],
  ['very unlikely', 0.05, 0.2],
  ['unlikely', 0.2, 0.45],
  ['roughly even chance', 0.45, 0.55],
  ['likely', 0.55, 0.8],
  ['very likely', 0.8, 0.95],
  ['almost certain', 0.95, 0.99],
] as const;
const DIFFERENCES =
  'number date place role who set strength order change part-of naming translation headline self fact none';
/** Which fields a row of each kind has; `?` may be left out. `occurrence?` goes with every `quote`. */
const FIELDS: Readonly<Record<string, string>> = {
  quotation: 'quote speaker speaker-words cue',
  'quoted-term': 'quote',
  indirect: 'quote speaker speaker-words cue act polarity modality',
  name: 'quote refers-to type metonym',
  date: 'quote edtf counts-from?',
  plan: 'quote on',
  happening: 'quote on',
  order: 'before after cue',
  condition: 'quote holder step needs timing',
  position: 'quote party issue stance',
  likelihood: 'quote of range term?',
  residue: 'quote',
};
const EDTF = /^(\d{4}(-\d\d){0,2}[~?]?|\.\.)(\/(\d{4}(-\d\d){0,2}[~?]?|\.\.))?$/;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January|February|March|April|June|July|August|September|October|November|December';
const DATE_WORDS = new RegExp(
  String.raw`(?<!Good )\b(${WEEKDAYS.join('|')}|${MONTHS}|\d+ May|May \d+|(?:1[89]|20)\d\d)\b`,
  'g',
);
const MARKED = /“[^”]*”|"[^"]*"|(?<=^|[\s(])‘[^’]*(?:’\w[^’]*)*’/gm;

const here = fileURLToPath(new URL('.', import.meta.url));
const problems: string[] = [];
let where = '';
const wrong = (what: string): number => problems.push(`${where}: ${what}`);
const read = (path: string): string => readFileSync(here + path, 'utf8');
const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = (list: string, value: unknown): boolean => list.split(' ').includes(words(value));

/** The n-th place, counted from 1, where `quote` stands in `text`; undefined where there is none. */
function place(text: string, quote: string, n: number): Span | undefined {
  let start = -1;
  for (let k = 0; k < n; k++) {
    start = text.indexOf(quote, start + 1);
    if (start < 0) return undefined;
  }
  return { start, end: start + quote.length };
}

function span(text: string, row: Fields): Span | undefined {
  const quote = words(row.quote);
  if (!quote || quote !== quote.trim()) wrong(`a quote is empty or has blanks at its edge: “${quote}”`);
  const n = typeof row.occurrence === 'number' ? row.occurrence : 1;
  const found = quote ? place(text, quote, n) : undefined;
  if (!found) wrong(`not in the text: “${quote}” (${n})`);
  else if (row.occurrence === undefined && place(text, quote, 2)) wrong(`stands more than once: “${quote}”`);
  return found;
}

const entities = parse(read('entities.yaml')) as Record<string, { type: string; name: string; held?: Fields[] }>;
const used = new Set<string>();
function entity(id: unknown, of: string): string | undefined {
  const known = entities[words(id)];
  used.add(words(id));
  if (!known) wrong(`${of} “${words(id)}” is not in entities.yaml`);
  return known?.type;
}

function checkRow(account: Account, row: Fields): Span | undefined {
  const { text } = account;
  const kind = words(row.kind);
  const fields = FIELDS[kind]?.split(' ');
  if (!fields) {
    wrong(`unknown kind “${kind}”`);
    return undefined;
  }
  for (const field of fields) if (!field.endsWith('?') && !(field in row)) wrong(`${kind} without ${field}`);
  const known = new Set(['kind', 'occurrence', ...fields.map((field) => field.replace('?', ''))]);
  for (const field of Object.keys(row)) if (!known.has(field)) wrong(`${kind} with unknown field ${field}`);
  for (const field of ['cue', 'speaker-words', 'before', 'after']) {
    if (field in row && !text.includes(words(row[field]))) wrong(`${field} not in the text: “${words(row[field])}”`);
  }
  if (kind === 'name') {
    if (!oneOf(TYPES, row.type) || entity(row['refers-to'], 'refers-to') !== row.type)
      wrong(`type of “${words(row.quote)}”`);
    if (!oneOf('yes no', row.metonym)) wrong('metonym is neither yes nor no');
  }
  for (const field of ['speaker', 'holder', 'party']) if (field in row) entity(row[field], field);
  if (kind === 'indirect') {
    if (!oneOf(ACTS, row.act)) wrong(`act “${words(row.act)}”`);
    if (!oneOf('affirmed negated', row.polarity)) wrong(`polarity “${words(row.polarity)}”`);
    if (!oneOf('certain likely possible unlikely', row.modality)) wrong(`modality “${words(row.modality)}”`);
  }
  if (kind === 'condition' && !oneOf('before together while', row.timing)) wrong(`timing “${words(row.timing)}”`);
  for (const field of ['edtf', 'on', 'counts-from']) {
    if (field in row && !EDTF.test(words(row[field]))) wrong(`${field} “${words(row[field])}” is no date`);
  }
  if (kind === 'likelihood' && row.range !== 'none') {
    const [low, high] = row.range as number[];
    if (!BANDS.some(([term, a, b]) => term === row.term && a === low && b === high))
      wrong(`range of “${words(row.quote)}”`);
  }
  if (kind === 'order') return undefined;
  const found = span(text, row);
  if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(words(row.edtf))) {
    const day = WEEKDAYS[new Date(`${words(row.edtf)}T00:00:00Z`).getUTCDay()];
    const named = WEEKDAYS.filter((weekday) => words(row.quote).includes(weekday));
    if (named.length > 0 && !named.includes(day ?? '')) wrong(`${words(row.edtf)} is a ${day}: “${words(row.quote)}”`);
  }
  return found;
}

/** What the text marks by itself and no row covers. */
function checkCover(account: Account, spans: ReadonlyMap<Fields, Span>): void {
  const covered = (kinds: string, { start, end }: Span): boolean =>
    [...spans].some(([row, s]) => oneOf(kinds, row.kind) && s.start < end && start < s.end);
  for (const match of account.text.matchAll(MARKED)) {
    const at = { start: match.index, end: match.index + match[0].length };
    if (!covered('quotation quoted-term residue', at)) wrong(`in quotation marks, in no row: ${match[0]}`);
  }
  for (const match of account.text.matchAll(DATE_WORDS)) {
    const at = { start: match.index, end: match.index + match[0].length };
    if (!covered('date residue quotation quoted-term', at)) {
      wrong(`a date in no row: …${account.text.slice(Math.max(0, at.start - 25), at.end + 10)}…`);
    }
  }
}

const accounts: Account[] = [];
const differences = new Map<string, number>();
const topics = new Map<string, string>();
let sets = 0;
for (const split of SPLITS) {
  const files = readdirSync(here + split).toSorted();
  for (const file of files.filter((name) => name.endsWith('.txt'))) {
    const name = file.slice(0, -4);
    where = `${split}/${name}`;
    const { rows, ...head } = parse(read(`${where}.yaml`)) as Fields & { rows: Fields[] };
    accounts.push({ split, name, text: read(`${where}.txt`), head, rows });
  }
  for (const file of files.filter((name) => name.endsWith('.differences.yaml'))) {
    sets++;
    where = `${split}/${file}`;
    const list = (parse(read(where)) as { differences: { kind: string; a: Fields; b: Fields; note: string }[] })
      .differences;
    for (const { kind, a, b, note } of list) {
      if (!oneOf(DIFFERENCES, kind)) wrong(`kind “${kind}”`);
      if (!note) wrong('a difference without a note');
      for (const side of [a, b]) span(read(`${split}/${words(side.file)}`), side);
      const key = `${split}\t${kind}`;
      differences.set(key, (differences.get(key) ?? 0) + 1);
    }
  }
}

const kinds = new Map<string, number>();
for (const account of accounts) {
  where = `${account.split}/${account.name}`;
  const { head, text } = account;
  for (const field of ['written', 'language', 'topic', 'setting']) if (!words(head[field])) wrong(`no ${field}`);
  if (!EDTF.test(words(head.written))) wrong(`written “${words(head.written)}” is no date`);
  const other = topics.get(words(head.topic));
  if (other !== undefined && other !== account.split) wrong(`topic ${words(head.topic)} is in both halves`);
  topics.set(words(head.topic), account.split);
  const length = text.split(/\s+/).filter(Boolean).length;
  const longest = words(head['register']) === 'digest' ? 1400 : 350; // the project's own digests are as long as they are
  if (length < 120 || length > longest) wrong(`${length} words`);
  const spans = new Map<Fields, Span>();
  for (const row of account.rows) {
    const found = checkRow(account, row);
    if (found) spans.set(row, found);
    const key = `${account.split}\t${words(row.kind)}`;
    kinds.set(key, (kinds.get(key) ?? 0) + 1);
  }
  if (head.language === 'en') checkCover(account, spans);
}
where = 'entities.yaml';
for (const [id, { held }] of Object.entries(entities)) {
  for (const { by } of held ?? []) entity(by, 'held by');
  if (!used.has(id)) wrong(`${id} is used nowhere`);
}

function table(title: string, counts: ReadonlyMap<string, number>): void {
  console.log(`\n${title.padEnd(14)} development   test`);
  const names = [...new Set([...counts.keys()].map((key) => key.split('\t')[1] ?? ''))].toSorted();
  for (const name of names) {
    const [a, b] = SPLITS.map((split) => String(counts.get(`${split}\t${name}`) ?? 0));
    console.log(`${name.padEnd(14)} ${a?.padStart(11)} ${b?.padStart(6)}`);
  }
}
const count = (split: string): number => accounts.filter((account) => account.split === split).length;
console.log(`${count('development')} accounts for development, ${count('test')} for the test, ${sets} sets`);
table('rows', kinds);
table('differences', differences);
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? '\nin order' : `\n${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
