/**
 * Builds a {@link Case} from a `CaseFile`, one function a section. It fills in the defaults of docs/rules.md and hands
 * every name, condition, date and quantity to the {@link Reader}, which reports what cannot be read.
 */
import { isExpressionError, parseExpression, RESERVED } from './expression.ts';
import * as m from './model.ts';
import type { Bounds, Quantity } from './quantity.ts';
import type { Reader } from './reader.ts';
import type { CaseFile, QuotationFile } from './schema.ts';
import type { Path } from './places.ts';

const CHANCE: Bounds = { least: 0, most: 1 };
const NOT_NEGATIVE: Bounds = { least: 0 };
const BINDING: ReadonlySet<m.PreconditionKind> = new Set(['condition', 'red-line', 'ratification']);

type Of<K extends keyof CaseFile> = NonNullable<CaseFile[K]>;
type Entry<K extends keyof CaseFile> = Of<K>[string & keyof Of<K>];
type YesNo = boolean | 'yes' | 'no';
type StatementsFile = NonNullable<Exclude<Entry<'preferences'>, string>['statements']>;
type RankingFile = NonNullable<Exclude<Entry<'preferences'>, string>['ranking']>;

interface RowFile {
  said?: QuotationFile[];
  known?: string | number;
  from?: string | number;
  until?: string | number;
  inferred?: YesNo;
  why?: string;
  confidential?: YesNo;
  note?: string;
  rule?: string;
}

const isYes = (written: YesNo | undefined, otherwise = false): boolean =>
  written === undefined ? otherwise : written === true || written === 'yes';
const listOf = <T>(written: T | T[] | undefined): T[] =>
  written === undefined ? [] : Array.isArray(written) ? written : [written];

/** `{ [key]: value }` unless the value is missing: absent stays absent. */
const given = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

export function buildCase(file: CaseFile, read: Reader): m.Case {
  return new Builder(file, read).case();
}

class Builder {
  readonly #file: CaseFile;
  readonly #read: Reader;
  readonly #parties: ReadonlySet<string>;
  /** Person → party; of people with one id the first counts. */
  readonly #people: ReadonlyMap<string, string>;
  readonly #preconditions: ReadonlySet<string>;
  readonly #events: ReadonlySet<string>;
  /** Short numbers such as i13, and the row each belongs to. */
  readonly #numbers = new Map<string, string>();
  /** Ids of statements so far. */
  readonly #statements = new Set<string>();
  #weightedNames: ReadonlySet<string> | undefined;
  #optionsOfFile: readonly string[] | undefined;
  readonly #sources: ReadonlySet<string>;
  readonly #ranks: readonly string[];

  constructor(file: CaseFile, read: Reader) {
    this.#file = file;
    this.#read = read;
    this.#parties = new Set(Object.keys(file.parties));
    this.#people = new Map(
      Object.entries(file.parties)
        .flatMap(([party, p]) => Object.keys(p.people ?? {}).map((person) => [person, party] as const))
        .toReversed(),
    );
    this.#preconditions = new Set(Object.keys(file.preconditions ?? {}));
    this.#events = new Set(Object.keys(file.events ?? {}));
    this.#sources = new Set(Object.keys(file.sources ?? {}));
    this.#ranks = file.ranks ?? [];
  }

  case(): m.Case {
    const { title, summary, horizon } = this.#file;
    return {
      title: title ?? 'Untitled',
      ...given('summary', summary),
      asOf: this.#asOf(),
      ...given('horizon', horizon === undefined ? undefined : this.#read.day(horizon, ['horizon'])),
      timeZone: this.#file['time-zone'] ?? 'UTC',
      ranks: this.#ranks,
      sources: this.#section('sources', (id, s, path) => this.#source(id, s, path)),
      parties: this.#section('parties', (id, p, path) => this.#party(id, p, path)),
      options: this.#options(),
      bundles: this.#section('bundles', (id, b, path) => ({
        ...this.#row(id, b, path),
        party: this.#party_(b.party, [...path, 'party']),
        options: b.options.filter((name, k) =>
          this.#read.refer(name, this.#read.names.all('option'), 'option', [...path, 'options', k]),
        ),
      })),
      facts: this.#section('facts', (id, f, path) => this.#fact(id, f, path)),
      happenings: this.#section('happenings', (id, h, path) => this.#happening(id, h, path)),
      impossible: this.#impossible(),
      indistinguishable: this.#section('indistinguishable', (id, x, path) =>
        typeof x !== 'object'
          ? { ...this.#row(id, {}, path), that: this.#read.expression(x, path) }
          : { ...this.#row(id, x, path), that: this.#read.expression(x.that, [...path, 'that']) },
      ),
      statusQuo: this.#settings(this.#file['status-quo'], ['status-quo']),
      preconditions: this.#section('preconditions', (id, p, path) => this.#precondition(id, p, path)),
      relaxations: this.#section('relaxations', (id, r, path) => this.#relaxation(id, r, path)),
      meetings: this.#section('meetings', (id, x, path) => this.#meeting(id, x, path)),
      mandates: this.#section('mandates', (id, x, path) => this.#mandate(id, x, path)),
      issues: this.#section('issues', (id, x, path) => this.#issue(id, x, path)),
      positions: this.#section('positions', (id, x, path) => this.#position(id, x, path)),
      redLines: this.#redLines(),
      ratifiers: this.#section('ratifiers', (id, x, path) => this.#ratifier(id, x, path)),
      preferences: this.#section('preferences', (id, x, path) => this.#preference(id, x, path)),
      perceptions: this.#section('perceptions', (id, x, path) => ({
        ...this.#row(id, x, path),
        by: this.#party_(x.by, [...path, 'by']),
        of: this.#party_(x.of, [...path, 'of']),
        statements: this.#statementsOf(id, x.statements, path),
        ...given('ranking', this.#ranking(x, path)),
      })),
      influences: this.#section('influences', (id, x, path) => this.#influence(id, x, path)),
      events: this.#section('events', (id, x, path) => this.#event(id, x, path)),
      scenarios: this.#section('scenarios', (id, x, path) => this.#scenario(id, x, path)),
    };
  }

  #asOf(): string {
    const written = this.#file['as-of'];
    if (written !== undefined) return this.#read.day(written, ['as-of']);
    const dated = (['sources', 'events', 'scenarios'] as const).find((key) => this.#file[key] !== undefined);
    if (dated !== undefined || this.#file.horizon !== undefined)
      this.#read.report('missing-key', dated === undefined ? ['horizon'] : [dated], { key: 'as-of' }, { key: true });
    return m.TIMELESS;
  }

  #section<K extends 'sources' | 'parties' | (m.Section & keyof CaseFile), R>(
    key: K,
    build: (id: string, entry: Entry<K>, path: Path) => R,
  ): Map<string, R> {
    const entries = Object.entries((this.#file[key] ?? {}) as Record<string, Entry<K>>);
    return new Map(entries.map(([id, entry]) => [id, build(id, entry, [key, id])]));
  }

  // --- what every row has ---------------------------------------------------------------------------------------------

  #row(id: string, r: RowFile, path: Path): m.Row {
    return {
      id,
      path,
      said: this.#said(r.said, [...path, 'said']),
      ...given('known', this.#read.when(r.known, [...path, 'known'])),
      ...given('from', this.#read.when(r.from, [...path, 'from'])),
      ...given('until', this.#read.when(r.until, [...path, 'until'])),
      inferred: isYes(r.inferred),
      confidential: isYes(r.confidential),
      ...given('why', r.why),
      ...given('note', r.note),
      ...given('rule', r.rule),
    };
  }

  #said(said: readonly QuotationFile[] | undefined, path: Path): m.Quotation[] {
    return (said ?? []).map((q, k) => this.#quotation(q, [...path, k]));
  }

  #quotation(
    q: { source: string; quote: string; prefix?: string; suffix?: string; by?: string },
    path: Path,
  ): m.Quotation {
    this.#read.refer(q.source, this.#sources, 'source', [...path, 'source']);
    if (q.by !== undefined)
      this.#read.refer(q.by, [...this.#people.keys(), ...this.#parties], 'person or party', [...path, 'by']);
    return {
      source: q.source,
      quote: q.quote,
      ...given('prefix', q.prefix),
      ...given('suffix', q.suffix),
      ...given('by', q.by),
      path,
    };
  }

  /** The short number of a row (`id: i13`), which no other row may have. */
  #number(row: string, number: string | undefined, path: Path): { number?: string } {
    if (number === undefined) return {};
    const first = this.#numbers.get(number);
    if (first === undefined) this.#numbers.set(number, row);
    else this.#read.report('duplicate-id', [...path, 'id'], { id: number, first: `as the id of ${first}` });
    return { number };
  }

  #party_(id: string, path: Path): string {
    this.#read.refer(id, this.#parties, 'party', path);
    return id;
  }

  #rank(id: string | undefined, path: Path): string | undefined {
    if (id !== undefined && id !== 'contact') this.#read.refer(id, this.#ranks, 'rank', path);
    return id;
  }

  #quantities(
    written: Record<string, string | number> | undefined,
    path: Path,
    bounds?: Bounds,
  ): Map<string, Quantity> {
    return new Map(
      Object.entries(written ?? {}).flatMap(([key, q]) => {
        const quantity = this.#read.quantity(q, [...path, key], bounds);
        return quantity === undefined ? [] : [[key, quantity] as const];
      }),
    );
  }

  #settings(written: Record<string, unknown> | undefined, path: Path): Map<string, m.Setting> {
    const settings = new Map<string, m.Setting>();
    for (const [name, value] of Object.entries(written ?? {})) {
      const at = [...path, name];
      const kind = this.#read.names.kinds.get(name);
      if (
        !this.#read.refer(
          name,
          this.#read.names.all('option', 'happening', 'meeting', 'issue'),
          'option, happening, meeting or issue',
          at,
        )
      )
        continue;
      if (kind === 'issue') {
        const values = listOf(value as string | number | (string | number)[]).map(String);
        const known = this.#read.names.values.get(name) ?? [];
        const one = (this.#file.issues?.[name]?.kind ?? 'one') === 'one';
        if (one && values.length !== 1) {
          this.#read.report('wrong-type', at, {
            expected: 'One value (or `kind: set` on the issue)',
            found: values.length === 0 ? 'nothing' : 'a list',
          });
        } else if (values.every((v) => this.#read.refer(v, known, `value of ${name}`, at))) settings.set(name, values);
      } else if (value === true || value === 'yes') settings.set(name, 'yes');
      else if (value === false || value === 'no') settings.set(name, 'no');
      else this.#read.report('wrong-value', at, { found: String(value), expected: ['yes', 'no'] });
    }
    return settings;
  }

  // --- one function a section -----------------------------------------------------------------------------------------

  #source(id: string, s: Entry<'sources'>, path: Path): m.Source {
    const { written, confidential, ...rest } = s;
    if (written === undefined) this.#read.report('source-undated', path, { id }, { key: true, severity: 'warning' });
    return {
      ...rest,
      id,
      path,
      ...given('written', this.#read.when(written, [...path, 'written'])),
      confidential: isYes(confidential),
    };
  }

  #party(id: string, p: Entry<'parties'>, path: Path): m.Party {
    if (p['part-of'] !== undefined) this.#party_(p['part-of'], [...path, 'part-of']);
    return {
      ...this.#row(id, p, path),
      name: p.name ?? nameFromId(id),
      aliases: p.aliases ?? [],
      roles: listOf(p.role),
      ...given('partOf', p['part-of']),
      people: Object.entries(p.people ?? {}).map(([person, x]) =>
        this.#person(person, id, x, [...path, 'people', person]),
      ),
    };
  }

  #person(id: string, party: string, p: NonNullable<Entry<'parties'>['people']>[string], path: Path): m.Person {
    const speaksFor = p['speaks-for'];
    if (speaksFor !== undefined)
      this.#read.refer(speaksFor, [...this.#people.keys(), ...this.#parties], 'person or party', [
        ...path,
        'speaks-for',
      ]);
    const first = this.#parties.has(id) ? 'as a party' : `among the people of ${this.#people.get(id)}`;
    if (this.#parties.has(id) || this.#people.get(id) !== party)
      this.#read.report('duplicate-id', path, { id, first }, { key: true });
    return {
      ...this.#row(id, p, path),
      party,
      name: p.name,
      aliases: p.aliases ?? [],
      ...given('rank', this.#rank(p.rank, [...path, 'rank'])),
      offices: (p.offices ?? []).map((o, k) => ({
        office: o.office,
        ...given('from', this.#read.when(o.from, [...path, 'offices', k, 'from'])),
        ...given('until', this.#read.when(o.until, [...path, 'offices', k, 'until'])),
        said: this.#said(o.said, [...path, 'offices', k, 'said']),
      })),
      ...given('speaksFor', speaksFor),
    };
  }

  #options(): Map<string, m.Option> {
    const options = new Map<string, m.Option>();
    for (const [party, own] of Object.entries(this.#file.options ?? {})) {
      this.#read.refer(party, this.#parties, 'party', ['options', party]);
      for (const [key, written] of Object.entries(own)) {
        const path = ['options', party, key];
        if (RESERVED.has(key)) this.#read.report('reserved-word', path, { id: key }, { key: true });
        const o = typeof written === 'string' ? { text: written } : written;
        const id = `${party}.${key}`;
        options.set(id, {
          ...this.#row(id, o, path),
          party,
          text: o.text,
          ...given('title', 'title' in o ? o.title : undefined),
          permitted: this.#permitted(o, path),
          visible: isYes('visible' in o ? o.visible : undefined),
          ...given('channel', 'channel' in o ? o.channel : undefined),
          ...given(
            'reopening',
            this.#read.quantity('reopening' in o ? o.reopening : undefined, [...path, 'reopening'], NOT_NEGATIVE),
          ),
        });
      }
    }
    return options;
  }

  /** `reversible: no` says that an option can only be taken; `permitted` says it in full. */
  #permitted(o: { reversible?: YesNo; permitted?: m.Option['permitted'] }, path: Path): m.Option['permitted'] {
    const byWord = isYes(o.reversible, true) ? 'both' : 'to-yes';
    if (o.permitted === undefined) return byWord;
    if (o.reversible !== undefined && o.permitted !== byWord)
      this.#read.report('wrong-value', [...path, 'permitted'], { found: o.permitted, expected: [byWord] });
    return o.permitted;
  }

  #fact(id: string, f: Entry<'facts'>, path: Path): m.Fact {
    if (typeof f !== 'object') return { ...this.#row(id, {}, path), that: this.#read.expression(f, path) };
    return {
      ...this.#row(id, f, path),
      that: this.#read.expression(f.that, [...path, 'that']),
      ...given('text', f.text),
      ...given('title', f.title),
      ...this.#number(id, f.id, path),
    };
  }

  #happening(id: string, written: Entry<'happenings'>, path: Path): m.Happening {
    const h = typeof written === 'string' ? { text: written } : written;
    return {
      ...this.#row(id, h, path),
      text: h.text,
      ...given('title', 'title' in h ? h.title : undefined),
      ...this.#number(id, 'id' in h ? h.id : undefined, path),
      ...given('rate', this.#read.quantity('rate' in h ? h.rate : undefined, [...path, 'rate'], CHANCE)),
      reversible: isYes('reversible' in h ? h.reversible : undefined),
    };
  }

  #impossible(): Map<string, m.Impossible> {
    const rows = (this.#file.impossible ?? []).map((x, k): m.Impossible => {
      const path = ['impossible', k];
      if (typeof x !== 'object')
        return { ...this.#row(`impossible-${k + 1}`, {}, path), that: this.#read.expression(x, path) };
      return {
        ...this.#row(x.id ?? `impossible-${k + 1}`, x, path),
        that: this.#read.expression(x.that, [...path, 'that']),
      };
    });
    const byId = new Map<string, m.Impossible>();
    for (const r of rows) {
      if (byId.has(r.id)) this.#read.report('duplicate-id', r.path, { id: r.id, first: 'in this list' });
      else byId.set(r.id, r);
    }
    return byId;
  }

  #precondition(id: string, p: Entry<'preconditions'>, path: Path): m.Precondition {
    const kind = p.kind ?? 'condition';
    const holders = listOf(p.holder);
    holders.forEach((holder, k) =>
      this.#party_(holder, Array.isArray(p.holder) ? [...path, 'holder', k] : [...path, 'holder']),
    );
    const firmness = this.#read.quantity(p.firmness, [...path, 'firmness'], CHANCE);
    const waivedOn = this.#read.when(p.waived?.on, [...path, 'waived', 'on']);
    return {
      ...this.#row(id, p, path),
      holders,
      step: this.#step(p.step, [...path, 'step']),
      needs: this.#read.expression(p.needs, [...path, 'needs']),
      ...given('text', p.text),
      timing: p.timing ?? 'before',
      kind,
      binds: BINDING.has(kind),
      ...given('firmness', firmness),
      ...given(
        'waived',
        waivedOn === undefined
          ? undefined
          : {
              on: waivedOn,
              said: this.#said(p.waived?.said, [...path, 'waived', 'said']),
              ...given('note', p.waived?.note),
            },
      ),
    };
  }

  #step(written: string, path: Path): m.StepName {
    const nothing: m.StepName = { kind: 'proposition', name: '' };
    const parsed = parseExpression(written);
    if (isExpressionError(parsed)) {
      this.#read.report(
        'expression-syntax',
        path,
        { reason: parsed.reason },
        { offset: parsed.at, length: parsed.length },
      );
      return nothing;
    }
    if (parsed.kind === 'name') {
      const kind = this.#read.names.kinds.get(parsed.name);
      if (kind === 'issue') return { kind: 'issue', issue: parsed.name };
      if (kind === 'fact') {
        this.#read.report('ambiguous-step', path, {
          step: written,
          reason: 'a fact is not taken by anybody; name the options, happenings, meetings or issues it rests on.',
        });
        return nothing;
      }
      this.#read.names.check(parsed, path);
      return { kind: 'proposition', name: parsed.name };
    }
    if (parsed.kind === 'equals') {
      this.#read.names.check(parsed, path);
      return { kind: 'issue', issue: parsed.issue, value: parsed.value };
    }
    this.#read.report('ambiguous-step', path, {
      step: written,
      reason: 'a step is one option, happening, meeting or issue, or `issue = value`.',
    });
    return nothing;
  }

  #relaxation(id: string, r: Entry<'relaxations'>, path: Path): m.Relaxation {
    this.#read.refer(r.of, this.#preconditions, 'precondition', [...path, 'of']);
    return {
      ...this.#row(id, r, path),
      of: r.of,
      needs: this.#read.expression(r.needs, [...path, 'needs']),
      ...given('text', r.text),
      ...given('cost', this.#read.quantity(r.cost, [...path, 'cost'], NOT_NEGATIVE)),
    };
  }

  #meeting(id: string, x: Entry<'meetings'>, path: Path): m.Meeting {
    const heads = new Map(Object.entries(x.heads ?? {}));
    for (const [party, person] of heads) {
      this.#read.refer(party, this.#parties, 'party', [...path, 'heads', party]);
      this.#read.refer(person, [...this.#people.keys()], 'person', [...path, 'heads', party]);
    }
    const each = (key: 'parties' | 'mediators' | 'auspices'): string[] =>
      (x[key] ?? []).map((party, k) => this.#party_(party, [...path, key, k]));
    if (x.host !== undefined) this.#party_(x.host, [...path, 'host']);
    return {
      ...this.#row(id, x, path),
      title: x.title ?? nameFromId(id),
      ...this.#number(id, x.id, path),
      when: x.when === undefined ? { kind: 'constant', value: true } : this.#read.expression(x.when, [...path, 'when']),
      parties: x.parties === undefined ? [...heads.keys()] : each('parties'),
      heads,
      ...given('rank', this.#rank(x.rank, [...path, 'rank']) ?? this.#lowestRank(heads)),
      ...given('at', this.#read.when(x.at, [...path, 'at'])),
      ...given('everyDays', x.every === undefined ? undefined : Number.parseInt(x.every, 10)),
      ...given('convenes', this.#read.quantity(x.convenes, [...path, 'convenes'], CHANCE)),
      ...given('bargains', x.bargains),
      ...given('powers', this.#powers(x, path)),
      ...given('place', x.place),
      ...given('host', x.host),
      mediators: each('mediators'),
      auspices: each('auspices'),
    };
  }

  /** Of those at its table. */
  #powers(x: Entry<'meetings'>, path: Path): Map<string, Quantity> | undefined {
    if (x.powers === undefined) return undefined;
    const at = [...path, 'powers'];
    const seats = x.parties ?? Object.keys(x.heads ?? {});
    for (const party of Object.keys(x.powers)) this.#read.refer(party, seats, 'party', [...at, party]);
    return this.#quantities(x.powers, at, NOT_NEGATIVE);
  }

  /** Rule M1: the lowest rank among the heads; unknown when one of them has none. */
  #lowestRank(heads: ReadonlyMap<string, string>): string | undefined {
    const indices = [...heads].map(([, person]) => {
      const party = this.#people.get(person);
      const rank = party === undefined ? undefined : this.#file.parties[party]?.people?.[person]?.rank;
      return rank === undefined ? -1 : this.#ranks.indexOf(rank);
    });
    const lowest = Math.min(...indices);
    return indices.length > 0 && lowest >= 0 ? this.#ranks[lowest] : undefined;
  }

  #mandate(id: string, x: Entry<'mandates'>, path: Path): m.Mandate {
    this.#party_(x.party, [...path, 'party']);
    this.#read.refer(x.meeting, this.#read.names.all('meeting'), 'meeting', [...path, 'meeting']);
    const issues = (key: 'may-settle' | 'may-discuss'): string[] | undefined =>
      x[key]?.filter((issue, k) => this.#read.refer(issue, this.#read.names.all('issue'), 'issue', [...path, key, k]));
    return {
      ...this.#row(id, x, path),
      party: x.party,
      meeting: x.meeting,
      ...given('maySettle', issues('may-settle')),
      ...given('mayDiscuss', issues('may-discuss')),
      ...given('text', x.text),
    };
  }

  #issue(id: string, x: Entry<'issues'>, path: Path): m.Issue {
    const kind = x.kind ?? 'one';
    const values = Array.isArray(x.values) ? x.values.map(String) : Object.keys(x.values);
    const statusQuo =
      x['status-quo'] === undefined ? (kind === 'one' ? values.slice(0, 1) : []) : listOf(x['status-quo']).map(String);
    for (const value of statusQuo) this.#read.refer(value, values, `value of ${id}`, [...path, 'status-quo']);
    const twice = values.find((value, k) => values.indexOf(value) !== k);
    if (twice !== undefined)
      this.#read.report('duplicate-id', [...path, 'values'], { id: twice, first: 'in this list' });
    if (kind === 'one' && statusQuo.length > 1) {
      this.#read.report('wrong-type', [...path, 'status-quo'], {
        expected: 'One value (or `kind: set`)',
        found: 'a list',
      });
    }
    if (x['part-of'] !== undefined)
      this.#read.refer(x['part-of'], this.#read.names.all('issue'), 'issue', [...path, 'part-of']);
    return {
      ...this.#row(id, x, path),
      title: x.title ?? nameFromId(id),
      ...this.#number(id, x.id, path),
      kind,
      ...given('category', x.category),
      values,
      meanings: new Map(Array.isArray(x.values) ? [] : Object.entries(x.values)),
      statusQuo,
      ...given('needs', this.#rank(x.needs, [...path, 'needs'])),
      ...given('partOf', x['part-of']),
    };
  }

  #position(id: string, x: Entry<'positions'>, path: Path): m.Position {
    const parties = listOf(x.party);
    parties.forEach((party, k) =>
      this.#party_(party, Array.isArray(x.party) ? [...path, 'party', k] : [...path, 'party']),
    );
    const known = this.#read.refer(x.issue, this.#read.names.all('issue'), 'issue', [...path, 'issue']);
    const values =
      x.value === 'not reported' ? 'not-reported' : x.value === undefined ? undefined : listOf(x.value).map(String);
    if (known && Array.isArray(values)) {
      for (const value of values)
        this.#read.refer(value, this.#read.names.values.get(x.issue) ?? [], `value of ${x.issue}`, [...path, 'value']);
    }
    return {
      ...this.#row(id, x, path),
      parties,
      issue: x.issue,
      ...given('value', values as m.Position['value']),
      ...given('text', x.text),
    };
  }

  #redLines(): Map<string, m.RedLine> {
    const rows = Object.entries(this.#file['red-lines'] ?? {}).flatMap(([party, lines]) => {
      this.#read.refer(party, this.#parties, 'party', ['red-lines', party]);
      return lines.map((x, k): m.RedLine => {
        const path = ['red-lines', party, k];
        const id = `red-line-${party}-${k + 1}`;
        if (typeof x !== 'object') return { ...this.#row(id, {}, path), party, that: this.#read.expression(x, path) };
        return {
          ...this.#row(id, x, path),
          party,
          that: this.#read.expression(x.that, [...path, 'that']),
          ...given('text', x.text),
        };
      });
    });
    return new Map(rows.map((r) => [r.id, r]));
  }

  #ratifier(id: string, x: Entry<'ratifiers'>, path: Path): m.Ratifier {
    this.#party_(x.of, [...path, 'of']);
    this.#party_(x.by ?? id, x.by === undefined ? path : [...path, 'by']);
    return {
      ...this.#row(id, x, path),
      of: x.of,
      by: x.by ?? id,
      acceptsIf: this.#read.expression(x['accepts-if'], [...path, 'accepts-if']),
      ...given('firmness', this.#read.quantity(x.firmness, [...path, 'firmness'], CHANCE)),
    };
  }

  #statementsOf(owner: string, written: StatementsFile | undefined, path: Path): m.Statement[] {
    return (written ?? []).map((s, k): m.Statement => {
      const at = [...path, 'statements', k];
      const id = statementId(owner, s, k);
      if (this.#statements.has(id)) this.#read.report('duplicate-id', at, { id, first: 'as an earlier statement' });
      this.#statements.add(id);
      if (typeof s !== 'object') return { ...this.#row(id, {}, at), that: this.#read.expression(s, at) };
      return {
        ...this.#row(id, s, at),
        that: this.#read.expression(s.that, [...at, 'that']),
        ...given('weight', this.#read.quantity(s.weight, [...at, 'weight'], NOT_NEGATIVE)),
      };
    });
  }

  #ranking(x: { statements?: unknown; ranking?: RankingFile }, path: Path): m.Ranking | undefined {
    if (x.ranking === undefined) return undefined;
    const at = [...path, 'ranking'];
    if (x.statements !== undefined) this.#read.report('two-preferences', at, {}, { key: true });
    const levels: m.RankedState[][] = [];
    const leaps: number[] = [];
    for (const [k, entry] of x.ranking.entries()) {
      if (entry === '>>') {
        if (levels.length === 0 || k === x.ranking.length - 1 || leaps.includes(levels.length - 1))
          this.#read.report('stray-leap', [...at, k], {});
        else leaps.push(levels.length - 1);
      } else if (Array.isArray(entry))
        levels.push(entry.flatMap((state, n) => this.#rankedState(state, [...at, k, n]) ?? []));
      else levels.push([this.#rankedState(entry, [...at, k])].flatMap((state) => state ?? []));
    }
    return { levels, leaps, path: at };
  }

  #rankedState(written: number | string, path: Path): m.RankedState | undefined {
    const options = this.#optionIds();
    const names = Object.keys(this.#file.indistinguishable ?? {});
    if (typeof written === 'string' && names.includes(written)) return { name: written, path };
    const isPattern = typeof written === 'string' && written.length === options.length && /^[YN]+$/.test(written);
    if (isPattern) return { taken: options.filter((_, k) => written[k] === 'Y'), path };
    if (typeof written === 'number' && written < 2 ** options.length)
      return { taken: options.filter((_, k) => Math.floor(written / 2 ** k) % 2 === 1), path };
    this.#read.report('not-a-state', path, { found: String(written), options: options.length, names });
    return undefined;
  }

  /** Options in the order of the file: the k-th is bit k of a state's decimal. */
  #optionIds(): readonly string[] {
    this.#optionsOfFile ??= Object.entries(this.#file.options ?? {}).flatMap(([party, own]) =>
      Object.keys(own).map((key) => `${party}.${key}`),
    );
    return this.#optionsOfFile;
  }

  #preference(party: string, x: Entry<'preferences'>, path: Path): m.Preference {
    this.#read.refer(party, this.#parties, 'party', path);
    const nothing = {
      party,
      reported: false,
      statements: [],
      unseen: [],
      issues: new Map<string, m.IssueUtility | 'not-reported'>(),
      bonuses: [],
    };
    if (x === 'not reported') return { ...this.#row(party, {}, path), ...nothing };
    const statements = this.#statementsOf(party, x.statements, path);
    const issues = new Map<string, m.IssueUtility | 'not-reported'>();
    for (const [issue, u] of Object.entries(x.issues ?? {})) {
      const at = [...path, 'issues', issue];
      if (!this.#read.refer(issue, this.#read.names.all('issue'), 'issue', at)) continue;
      if (u === 'not reported') {
        issues.set(issue, 'not-reported');
        continue;
      }
      for (const value of Object.keys(u.scores ?? {})) {
        this.#read.refer(value, this.#read.names.values.get(issue) ?? [], `value of ${issue}`, [
          ...at,
          'scores',
          value,
        ]);
      }
      issues.set(issue, {
        ...this.#row(`${party}-${issue}`, u, at),
        ...given('weight', this.#read.quantity(u.weight, [...at, 'weight'], NOT_NEGATIVE)),
        scores: this.#quantities(u.scores, [...at, 'scores']),
      });
    }
    return {
      ...this.#row(party, x, path),
      party,
      reported: true,
      statements,
      ...given('ranking', this.#ranking(x, path)),
      unseen: (x.unseen ?? []).map((e, k) => this.#read.expression(e, [...path, 'unseen', k])),
      issues,
      bonuses: (x.bonuses ?? []).flatMap((b, k) => {
        const at = [...path, 'bonuses', k];
        const add = this.#read.quantity(b.add, [...at, 'add']);
        return add === undefined
          ? []
          : [
              {
                ...this.#row(`${party}-bonus-${k + 1}`, b, at),
                when: this.#read.expression(b.when, [...at, 'when']),
                add,
              },
            ];
      }),
      ...given('reserved', this.#read.quantity(x.reserved, [...path, 'reserved'])),
      ...given('dealShare', this.#read.quantity(x['deal-share'], [...path, 'deal-share'], CHANCE)),
      ...given('rationality', this.#read.quantity(x.rationality, [...path, 'rationality'], NOT_NEGATIVE)),
      ...given('revision', this.#read.quantity(x.revision, [...path, 'revision'], CHANCE)),
    };
  }

  #influence(id: string, x: Entry<'influences'>, path: Path): m.Influence {
    if (x.party !== undefined) this.#party_(x.party, [...path, 'party']);
    const at = (key: string): Path => [...path, key];
    for (const name of Object.keys(x.rate ?? {}))
      this.#read.refer(name, this.#read.names.all('happening', 'meeting'), 'happening', [...path, 'rate', name]);
    for (const name of Object.keys(x.firmness ?? {})) {
      this.#read.refer(name, this.#preconditions, 'precondition', [...path, 'firmness', name]);
    }
    for (const name of Object.keys(x.weight ?? {}))
      this.#read.refer(name, this.#weighted(), 'issue or statement', [...path, 'weight', name]);
    return {
      ...this.#row(id, x, path),
      ...given('when', x.when === undefined ? undefined : this.#read.expression(x.when, at('when'))),
      everyDay: x.every !== undefined,
      once: isYes(x.once),
      ...given('party', x.party),
      ...given('text', x.text),
      ...given('reserved', this.#read.quantity(x.reserved, at('reserved'))),
      ...given('cost', this.#read.quantity(x.cost, at('cost'))),
      weight: this.#quantities(x.weight, at('weight')),
      rate: this.#quantities(x.rate, at('rate')),
      firmness: this.#quantities(x.firmness, at('firmness')),
    };
  }

  /** What carries a weight: issues, and the statements of all parties. */
  #weighted(): ReadonlySet<string> {
    this.#weightedNames ??= new Set([
      ...this.#read.names.all('issue'),
      ...Object.entries(this.#file.preferences ?? {}).flatMap(([party, p]) =>
        p === 'not reported' ? [] : (p.statements ?? []).map((s, k) => statementId(party, s, k)),
      ),
    ]);
    return this.#weightedNames;
  }

  #event(id: string, x: Entry<'events'>, path: Path): m.CaseEvent {
    const links = (key: 'after' | 'in-response-to'): m.EventLink[] =>
      listOf(x[key]).map((link, k) => {
        const at = Array.isArray(x[key]) ? [...path, key, k] : [...path, key];
        const l = typeof link === 'string' ? { event: link } : link;
        this.#read.refer(l.event, this.#events, 'event', at);
        return {
          event: l.event,
          said: this.#said('said' in l ? l.said : undefined, [...at, 'said']),
          response: key === 'in-response-to',
          path: at,
        };
      });
    const quantities = this.#read.names.all('option', 'happening', 'meeting');
    for (const name of Object.keys(x.signals ?? {})) {
      const [first, last] = name.split('.');
      const ofRow =
        (last === 'firmness' && this.#preconditions.has(first!)) || (last === 'reserved' && this.#parties.has(first!));
      if (!ofRow) this.#read.refer(name, quantities, 'option, happening or quantity', [...path, 'signals', name]);
    }
    const who = listOf(x.who);
    who.forEach((name, k) =>
      this.#read.refer(
        name,
        [...this.#parties, ...this.#people.keys()],
        'person or party',
        Array.isArray(x.who) ? [...path, 'who', k] : [...path, 'who'],
      ),
    );
    return {
      ...this.#row(id, x, path),
      ...given('on', this.#read.when(x.on, [...path, 'on'])),
      what: x.what,
      kind: x.kind ?? 'happened',
      who,
      ...given('place', x.place),
      ...given('channel', x.channel),
      sets: this.#settings(x.sets, [...path, 'sets']),
      signals: this.#quantities(x.signals, [...path, 'signals'], NOT_NEGATIVE),
      after: [...links('after'), ...links('in-response-to')],
    };
  }

  #scenario(id: string, x: Entry<'scenarios'>, path: Path): m.Scenario {
    const resolves = isYes(x.resolves, true);
    if (resolves && x.when === undefined) this.#read.report('missing-key', path, { key: 'when' }, { key: true });
    return {
      ...this.#row(id, x, path),
      title: x.title,
      ...given('when', x.when === undefined ? undefined : this.#read.expression(x.when, [...path, 'when'])),
      ...given('by', this.#read.when(x.by, [...path, 'by'])),
      ...given('at', this.#read.when(x.at, [...path, 'at'])),
      never: isYes(x.never),
      resolves,
      ...given('resolution', x.resolution),
      ...given('group', x.group),
      likelihood: (x.likelihood ?? []).map((l, k) => ({
        words: this.#quotation(l, [...path, 'likelihood', k]),
        ...given('range', this.#read.quantity(l.range, [...path, 'likelihood', k, 'range'], CHANCE)),
      })),
    };
  }
}

const statementId = (party: string, statement: string | boolean | { id?: string }, k: number): string =>
  (typeof statement === 'object' ? statement.id : undefined) ?? `${party}-${k + 1}`;

/** `united-states` → `United States`, when the case gives no name. */
export const nameFromId = (id: string): string =>
  id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
