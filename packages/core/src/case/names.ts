/**
 * The names of a case: what each one stands for, and the check of an expression against them. Happenings, meetings,
 * issues and facts share one namespace; options are `party.option`.
 */
import { diagnostic, type Diagnostic, type Place } from './diagnostics.ts';
import { RESERVED, type Expression } from './expression.ts';
import { nearestName } from './nearest.ts';
import type { CaseFile } from './schema.ts';
import type { Path, Places } from './places.ts';

export type NameKind = 'option' | 'happening' | 'meeting' | 'issue' | 'fact';

const SAY: Readonly<Record<NameKind | 'party' | 'person', string>> = {
  option: 'an option',
  happening: 'a happening',
  meeting: 'a meeting',
  issue: 'an issue',
  fact: 'a fact',
  party: 'a party',
  person: 'a person',
};

export class Names {
  readonly kinds = new Map<string, NameKind>();
  readonly values = new Map<string, readonly string[]>();
  readonly #parties: ReadonlySet<string>;
  readonly #cut: ReadonlySet<string>;
  readonly #yaml: Places;
  readonly #found: (problem: Diagnostic) => void;
  readonly #ofKinds = new Map<string, ReadonlySet<string>>();

  constructor(file: CaseFile, cut: ReadonlySet<string>, yaml: Places, found: (problem: Diagnostic) => void) {
    this.#cut = cut;
    this.#yaml = yaml;
    this.#found = found;
    this.#parties = new Set(Object.keys(file.parties));
    for (const [party, options] of Object.entries(file.options ?? {})) {
      for (const option of Object.keys(options)) this.kinds.set(`${party}.${option}`, 'option');
    }
    const sections = { happenings: 'happening', meetings: 'meeting', issues: 'issue', facts: 'fact' } as const;
    for (const [section, kind] of Object.entries(sections)) {
      for (const name of Object.keys(file[section as keyof typeof sections] ?? {}))
        this.#declare(name, kind, [section, name]);
    }
    for (const [id, issue] of Object.entries(file.issues ?? {})) {
      this.values.set(id, Array.isArray(issue.values) ? issue.values.map(String) : Object.keys(issue.values));
    }
  }

  #declare(name: string, kind: NameKind, path: Path): void {
    const place = (): Place => this.#yaml.place(path, { key: true });
    if (RESERVED.has(name)) this.#found(diagnostic('reserved-word', place(), { id: name }));
    const first = this.kinds.get(name);
    if (first !== undefined) this.#found(diagnostic('duplicate-id', place(), { id: name, first: `as ${SAY[first]}` }));
    else this.kinds.set(name, kind);
  }

  /** All names of the given kinds. */
  all(...kinds: readonly NameKind[]): ReadonlySet<string> {
    const key = kinds.join();
    const known = this.#ofKinds.get(key);
    if (known !== undefined) return known;
    const names = new Set([...this.kinds].filter(([, kind]) => kinds.includes(kind)).map(([name]) => name));
    this.#ofKinds.set(key, names);
    return names;
  }

  /** Reports every name in `e` that does not exist or cannot stand where it does. */
  check(e: Expression, path: Path): void {
    switch (e.kind) {
      case 'constant':
      case 'time':
        return;
      case 'name':
        if (this.kinds.get(e.name) === 'issue') {
          this.#report('issue-without-value', path, e.at, e.name, {
            issue: e.name,
            values: this.values.get(e.name) ?? [],
          });
        } else this.#expect(e.name, ['option', 'happening', 'meeting', 'fact'], path, e.at);
        return;
      case 'equals': {
        if (!this.#expect(e.issue, ['issue'], path, e.at)) return;
        const values = this.values.get(e.issue) ?? [];
        if (values.includes(e.value)) return;
        this.#report('unknown-name', path, e.valueAt, e.value, {
          name: e.value,
          what: `value of ${e.issue}`,
          known: values,
          nearest: nearestName(e.value, values),
        });
        return;
      }
      case 'declined':
        this.#expect(e.name, ['option'], path, e.at);
        return;
      case 'can-meet':
        this.#expect(e.meeting, ['meeting'], path, e.at);
        return;
      case 'not':
      case 'ever':
        this.check(e.of, path);
        return;
      case 'and':
      case 'or':
      case 'at-least':
        for (const part of e.of) this.check(part, path);
        return;
      case 'if':
        this.check(e.condition, path);
        this.check(e.consequence, path);
        return;
      case 'iff':
        this.check(e.left, path);
        this.check(e.right, path);
    }
  }

  #expect(name: string, kinds: readonly NameKind[], path: Path, at: number): boolean {
    const kind = this.kinds.get(name);
    if (kind !== undefined && kinds.includes(kind)) return true;
    if (this.#cut.has(name)) return false;
    const expected = kinds.map((k) => SAY[k]).join(' or ');
    if (kind !== undefined || this.#parties.has(name)) {
      this.#report('wrong-kind-of-name', path, at, name, { name, is: SAY[kind ?? 'party'], expected });
      return false;
    }
    const known = [...this.all(...kinds)];
    const what = kinds.length === 1 ? kinds[0]! : 'option, happening, meeting or fact';
    // After a known party only its own options can be meant.
    const own = known.filter((candidate) => candidate.startsWith(`${name.split('.')[0]}.`));
    this.#report('unknown-name', path, at, name, {
      name,
      what,
      known: own.length > 0 ? own : known,
      nearest: nearestName(name, known),
    });
    return false;
  }

  #report<C extends 'unknown-name' | 'wrong-kind-of-name' | 'issue-without-value'>(
    code: C,
    path: Path,
    offset: number,
    word: string,
    detail: Parameters<typeof diagnostic<C>>[2],
  ): void {
    this.#found(diagnostic(code, this.#yaml.place(path, { offset, length: word.length }), detail));
  }
}
