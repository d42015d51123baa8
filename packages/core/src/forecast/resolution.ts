/**
 * `outcomes.yaml`: what happened afterwards, from sources outside the case (rule P11). It is no evidence. Its resolutions
 * are for scoring and debriefing, its events for replaying; each counts from the end of its `known` day.
 *
 * Read like `case.yaml`: every mistake at once, each with its place; outcomes come back only when there is none. Names are
 * looked up in the case. An entry of its own here because YAML and the schema take time to load.
 */
import { readWhen, type When } from '../case/dates.ts';
import { diagnostic, type Code, type Detail, type Diagnostic } from '../case/diagnostics.ts';
import type { Case, CaseEvent, EventLink, Setting } from '../case/model.ts';
import { nearestName } from '../case/nearest.ts';
import type { Path } from '../case/places.ts';
import { readQuantity, type Quantity } from '../case/quantity.ts';
import { outcomesSchema } from '../case/schema.ts';
import { structureProblems } from '../case/structure.ts';
import { parseYaml, type YamlFile } from '../case/yaml.ts';
import type { Outcome, Resolved } from './track-record.ts';

export interface OutcomeSource {
  readonly id: string;
  readonly title: string;
  readonly urls: readonly string[];
  readonly note?: string;
}

/** As an event of a case, but that it rests on outside sources. */
export interface OutcomeEvent extends CaseEvent {
  readonly known: When;
  readonly sources: readonly string[];
}

export interface Resolution extends Resolved {
  readonly scenario: string;
  readonly on: When;
  readonly sources: readonly string[];
  readonly note?: string;
}

export interface Outcomes {
  readonly sources: ReadonlyMap<string, OutcomeSource>;
  readonly events: ReadonlyMap<string, OutcomeEvent>;
  readonly resolutions: ReadonlyMap<string, Resolution>;
}

export interface OutcomesReading {
  /** There when no error was found. */
  readonly outcomes?: Outcomes;
  readonly problems: readonly Diagnostic[];
}

/** `given` is the whole case, not as of a day: what happened later names what became known later. */
export function readOutcomes(text: string, given: Case, file = 'outcomes.yaml'): OutcomesReading {
  const parsed = parseYaml(text.startsWith('\uFEFF') ? text.slice(1) : text, file);
  if (parsed.yaml === undefined) return { problems: parsed.problems };
  const structure = structureProblems(outcomesSchema, parsed.value, parsed.yaml);
  const problems = [...parsed.problems, ...structure];
  if (structure.length > 0) return { problems: inOrder(problems) };
  const outcomes = new Reading(outcomesSchema.parse(parsed.value), given, parsed.yaml, problems).outcomes();
  return problems.length > 0 ? { problems: inOrder(problems) } : { outcomes, problems };
}

const inOrder = (found: readonly Diagnostic[]): Diagnostic[] =>
  found.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);

type OutcomesFile = ReturnType<typeof outcomesSchema.parse>;
type EventFile = OutcomesFile['events'][string];

const listOf = <T>(written: T | T[] | undefined): T[] =>
  written === undefined ? [] : Array.isArray(written) ? written : [written];
const NEVER: When = { text: '..', first: undefined, last: undefined, min: -Infinity, max: Infinity, vague: true };

class Reading {
  readonly #file: OutcomesFile;
  readonly #given: Case;
  readonly #yaml: YamlFile;
  readonly #problems: Diagnostic[];

  constructor(file: OutcomesFile, given: Case, yaml: YamlFile, problems: Diagnostic[]) {
    this.#file = file;
    this.#given = given;
    this.#yaml = yaml;
    this.#problems = problems;
  }

  outcomes(): Outcomes {
    const { sources, events, resolutions } = this.#file;
    return {
      sources: new Map(
        Object.entries(sources).map(([id, { title, url, note }]) => [
          id,
          { id, title, urls: listOf(url), ...(note === undefined ? {} : { note }) },
        ]),
      ),
      events: new Map(Object.entries(events).map(([id, x]) => [id, this.#event(id, x, ['events', id])])),
      resolutions: new Map(
        Object.entries(resolutions).map(([id, x]) => [id, this.#resolution(id, x, ['resolutions', id])]),
      ),
    };
  }

  #resolution(scenario: string, x: OutcomesFile['resolutions'][string], path: Path): Resolution {
    const row = this.#given.scenarios.get(scenario);
    if (this.#refer(scenario, this.#given.scenarios.keys(), 'scenario', path, true) && !row!.resolves)
      this.#report('narrative-resolved', path, { scenario }, true);
    const [on, known] = this.#days(x.on, x.known, path);
    return {
      scenario,
      outcome: x.outcome satisfies Outcome,
      on,
      known: known.last ?? '9999-12-31',
      sources: this.#sources(x.source, path),
      ...(x.note === undefined ? {} : { note: x.note }),
    };
  }

  /** Nothing is known before it may have happened. */
  #days(written: string | number | undefined, known: string | number, path: Path): [on: When, known: When] {
    const [happened, reported] = [
      written === undefined ? NEVER : this.#when(written, [...path, 'on']),
      this.#when(known, [...path, 'known']),
    ];
    if (reported !== NEVER && reported.last === undefined)
      this.#report('date', [...path, 'known'], { found: String(known), reason: 'it has no end.' });
    else if (happened.first !== undefined && reported.last !== undefined && reported.last < happened.first)
      this.#report('disagreeing-dates', [...path, 'known'], {
        reason: `This was known by ${reported.last}, but happened on ${happened.first} or later. Correct one of the two.`,
      });
    return [happened, reported];
  }

  #event(id: string, x: EventFile, path: Path): OutcomeEvent {
    const given = this.#given;
    const people = [...given.parties.values()].flatMap((p) => p.people.map((person) => person.id));
    const who = listOf(x.who);
    who.forEach((name, k) =>
      this.#refer(name, [...given.parties.keys(), ...people], 'person or party', this.#inList(x.who, path, 'who', k)),
    );
    const links = (key: 'after' | 'in-response-to'): EventLink[] =>
      listOf(x[key]).map((link, k) => {
        const at = this.#inList(x[key], path, key, k);
        const event = typeof link === 'string' ? link : link.event;
        this.#refer(event, [...Object.keys(this.#file.events), ...given.events.keys()], 'event', at);
        return { event, said: [], response: key === 'in-response-to', path: at };
      });
    const [on, known] = this.#days(x.on, x.known, path);
    return {
      id,
      path,
      said: [],
      known,
      ...(x.on === undefined ? {} : { on }),
      inferred: x.inferred === true || x.inferred === 'yes',
      confidential: x.confidential === true || x.confidential === 'yes',
      ...(x.why === undefined ? {} : { why: x.why }),
      ...(x.note === undefined ? {} : { note: x.note }),
      what: x.what,
      kind: x.kind ?? 'happened',
      who,
      ...(x.place === undefined ? {} : { place: x.place }),
      ...(x.channel === undefined ? {} : { channel: x.channel }),
      sets: this.#settings(x.sets ?? {}, [...path, 'sets']),
      signals: this.#signals(x.signals ?? {}, [...path, 'signals']),
      after: [...links('after'), ...links('in-response-to')],
      sources: this.#sources(x.source, path),
    };
  }

  #settings(written: NonNullable<EventFile['sets']>, path: Path): Map<string, Setting> {
    const { options, happenings, meetings, issues } = this.#given;
    const names = [...options.keys(), ...happenings.keys(), ...meetings.keys(), ...issues.keys()];
    const settings = new Map<string, Setting>();
    for (const [name, value] of Object.entries(written)) {
      const at = [...path, name];
      if (!this.#refer(name, names, 'option, happening, meeting or issue', at, true)) continue;
      const issue = issues.get(name);
      if (issue !== undefined) {
        const values = listOf(value as string | (string | number)[]).map(String);
        if (issue.kind === 'one' && values.length !== 1)
          this.#report('wrong-type', at, { expected: 'One value', found: values.length === 0 ? 'nothing' : 'a list' });
        else if (values.every((v) => this.#refer(v, issue.values, `value of ${name}`, at))) settings.set(name, values);
      } else if (value === true || value === 'yes') settings.set(name, 'yes');
      else if (value === false || value === 'no') settings.set(name, 'no');
      else this.#report('wrong-value', at, { found: String(value), expected: ['yes', 'no'] });
    }
    return settings;
  }

  #signals(written: NonNullable<EventFile['signals']>, path: Path): Map<string, Quantity> {
    const { options, happenings, meetings, preconditions, parties } = this.#given;
    const signals = new Map<string, Quantity>();
    for (const [name, ratio] of Object.entries(written)) {
      const at = [...path, name];
      const [row, quantity] = name.split('.');
      const isQuantity =
        (quantity === 'firmness' && preconditions.has(row!)) || (quantity === 'reserved' && parties.has(row!));
      const names = [...options.keys(), ...happenings.keys(), ...meetings.keys()];
      if (!isQuantity) this.#refer(name, names, 'option, happening or quantity', at, true);
      const read = readQuantity(ratio, { least: 0 });
      if (typeof read === 'string') this.#report('quantity', at, { found: String(ratio), reason: read });
      else signals.set(name, read);
    }
    return signals;
  }

  #sources(written: string | string[], path: Path): string[] {
    const known = Object.keys(this.#file.sources);
    return listOf(written).filter((id, k) =>
      this.#refer(id, known, 'source', this.#inList(written, path, 'source', k)),
    );
  }

  #inList(written: unknown, path: Path, key: string, k: number): Path {
    return Array.isArray(written) ? [...path, key, k] : [...path, key];
  }

  #when(written: string | number, path: Path): When {
    const when = readWhen(written);
    if (typeof when !== 'string') return when;
    this.#report('date', path, { found: String(written), reason: when });
    return NEVER;
  }

  #refer(name: string, known: Iterable<string>, what: string, path: Path, key = false): boolean {
    const all = [...known];
    if (all.includes(name)) return true;
    this.#report('unknown-name', path, { name, what, known: all, nearest: nearestName(name, all) }, key);
    return false;
  }

  #report<C extends Code>(code: C, path: Path, detail: Detail<C>, key = false): void {
    this.#problems.push(diagnostic(code, this.#yaml.place(path, { key }), detail));
  }
}
