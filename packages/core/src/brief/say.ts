/** Names and conditions of a case in words for people. */
import { nameFromId, sayDay, type Case, type Expression } from '../case/index.ts';

export interface Words {
  /** A step as a short noun phrase: `Talks on substance`, `Russia's ceasefire`, `Territory: frozen`. */
  readonly label: (step: string) => string;
  /** A step as a clause: `Putin travels to Istanbul`. */
  readonly clause: (step: string) => string;
  readonly party: (id: string) => string;
  /** A person's name, else a party's, else the id in words. */
  readonly who: (id: string) => string;
  readonly condition: (e: Expression) => string;
  /** A condition as something that is wished for, in as few words as its names allow. */
  readonly wish: (e: Expression) => string;
}

export function wordsOf(given: Case): Words {
  const party = (id: string): string => given.parties.get(id)?.name ?? nameFromId(id);
  const people = new Map(
    [...given.parties.values()].flatMap((p) => p.people.map((person) => [person.id, person.name] as const)),
  );
  const who = (id: string): string => people.get(id) ?? party(id);
  const issueValue = (name: string): [string, string] | undefined => {
    const parts = name.split(' = ');
    return parts.length === 2 && given.issues.has(parts[0]!) ? [parts[0]!, parts[1]!] : undefined;
  };
  const valueOf = (issue: string, value: string): string =>
    value.replaceAll('-', ' ') + (given.issues.get(issue)?.kind === 'set' ? ' included' : '');
  const label = (name: string): string => {
    const settled = issueValue(name);
    if (settled !== undefined) return `${given.issues.get(settled[0])!.title}: ${valueOf(...settled)}`;
    const row = given.options.get(name) ?? given.happenings.get(name) ?? given.facts.get(name);
    if (row?.title !== undefined) return row.title;
    if (given.happenings.has(name)) return given.happenings.get(name)!.text;
    if (given.meetings.has(name)) return given.meetings.get(name)!.title;
    const option = given.options.get(name);
    if (option !== undefined) return `${party(option.party)}: ${name.split('.')[1]!.replaceAll('-', ' ')}`;
    return given.scenarios.get(name)?.title ?? nameFromId(name);
  };
  const clause = (name: string): string => {
    const settled = issueValue(name);
    if (settled !== undefined) return `${given.issues.get(settled[0])!.title} is settled: ${valueOf(...settled)}`;
    return (
      given.options.get(name)?.text ??
      given.happenings.get(name)?.text ??
      given.facts.get(name)?.text ??
      given.meetings.get(name)?.title ??
      given.scenarios.get(name)?.title ??
      name
    );
  };
  const condition = (e: Expression): string => {
    switch (e.kind) {
      case 'constant':
        return e.value ? 'always' : 'never';
      case 'name':
        return clause(e.name);
      case 'equals':
        return `${given.issues.get(e.issue)?.title ?? e.issue} is ${e.value.replaceAll('-', ' ')}`;
      case 'not':
        return `not (${condition(e.of)})`;
      case 'and':
      case 'or':
        return e.of
          .map((part) => (part.kind === 'and' || part.kind === 'or' ? `(${condition(part)})` : condition(part)))
          .join(` ${e.kind} `);
      case 'if':
        return `if ${condition(e.condition)}, then ${condition(e.consequence)}`;
      case 'iff':
        return `${condition(e.left)} exactly when ${condition(e.right)}`;
      case 'at-least':
        return `at least ${e.count} of: ${e.of.map(condition).join('; ')}`;
      case 'declined':
        return `declined: ${clause(e.name)}`;
      case 'ever':
        return `at some time ${condition(e.of)}`;
      case 'can-meet':
        return `${label(e.meeting)} can convene`;
      case 'time':
        return `${e.relation} ${e.date.first === undefined ? e.date.text : sayDay(e.date.first)}`;
    }
  };
  const isTitled = (name: string): boolean =>
    (given.options.get(name) ?? given.happenings.get(name) ?? given.facts.get(name))?.title !== undefined;
  const wish = (e: Expression): string => {
    switch (e.kind) {
      case 'name':
        return label(e.name);
      case 'not':
        return e.of.kind === 'name' ? `without ${label(e.of.name)}` : condition(e);
      case 'and':
      case 'or':
        return e.of.every((part) => part.kind === 'name') ? e.of.map(wish).join(` ${e.kind} `) : condition(e);
      case 'if': {
        const { condition: when, consequence } = e;
        if (consequence.kind !== 'name' || !isTitled(consequence.name)) return condition(e);
        if (when.kind === 'name') return `${label(when.name)} only with ${label(consequence.name)}`;
        return when.kind === 'not' && when.of.kind === 'name'
          ? `${label(consequence.name)} unless ${label(when.of.name)}`
          : condition(e);
      }
      default:
        return condition(e);
    }
  };
  return { label, clause, party, who, condition, wish };
}

/** `a`, `b and c`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
}

/** Letters of the sources in file order: a … z, aa, ab, … */
export function lettersOf(sources: Iterable<string>): Map<string, string> {
  return new Map([...sources].map((id, k) => [id, letterOf(k)]));
}

/** a … z, aa, ab, … */
export function letterOf(k: number): string {
  const last = String.fromCharCode(97 + (k % 26));
  return k < 26 ? last : letterOf(Math.floor(k / 26) - 1) + last;
}

/** How firm a demand is taken to be, in a word. */
export function sayFirmness(firmness: number): string {
  if (firmness >= 0.9) return 'absolute';
  if (firmness >= 0.7) return 'hard';
  if (firmness >= 0.4) return 'soft';
  return 'faint';
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The line above the exits of a deadlock. */
export function sayBlocked(d: {
  readonly chance?: number;
  readonly heaviest?: { readonly demand: string; readonly share: number };
  readonly exits: readonly unknown[];
}): string {
  const carried =
    d.heaviest === undefined ? '' : `; ${d.heaviest.demand} carries ${Math.round(100 * d.heaviest.share)} % of it`;
  const chance =
    d.chance === undefined
      ? 'How often it is blocked was too large to compute.'
      : `Blocked in ${Math.round(d.chance * 100)} of 100 draws ○${carried}.`;
  return `${chance} ${d.exits.length > 0 ? 'Exits, easiest first:' : 'No change of demands alone frees it.'}`;
}

/** What is said of demands on one step that no state meets together; of one alone, that none meets it. */
export const sayExclusion = (demands: number): string =>
  demands === 1
    ? 'no possible state meets this demand.'
    : 'these demands exclude one another. No state meets them all.';

/** A chance in percent: a decimal where it is near an end. */
export function sayChance(p: number): string {
  const percent = 100 * p;
  if (p > 0 && percent < 0.1) return '<0.1 %';
  if (p < 1 && percent > 99.9) return '>99.9 %';
  return `${percent < 9.95 || percent > 90.05 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/** `94–97`, in percent. */
export function sayInterval([low, high]: readonly [number, number]): string {
  const digits = low < 0.1 || high > 0.9 ? 1 : 0;
  return `${(100 * low).toFixed(digits)}–${(100 * high).toFixed(digits)}`;
}

/** An uncertain input in words: `russia.reserved` → what Russia expects without a deal. */
export function sayInput(input: string, given: Case, words: Pick<Words, 'party' | 'label'>): string {
  const [name, what] = [input.slice(0, input.lastIndexOf('.')), input.slice(input.lastIndexOf('.') + 1)];
  if (given.parties.has(name)) {
    const party = words.party(name);
    const kinds: Record<string, string> = {
      reserved: `what ${party} expects without a deal`,
      rationality: `how firmly ${party} chooses`,
      revision: `how often ${party} reconsiders`,
      'deal-share': `how much a deal weighs with ${party}`,
    };
    return kinds[what] ?? input;
  }
  if (what === 'firmness' && given.preconditions.has(name))
    return `how firm ${name} is (${given.preconditions.get(name)!.text ?? 'a demand'})`;
  if (what === 'insists') return `whether ${name} is insisted on`;
  if (what === 'rate') return `how readily it comes: ${words.label(name)}`;
  if (what === 'power') return `bargaining power: ${words.party(name.slice(name.lastIndexOf('.') + 1))}`;
  if (what === 'convenes') return `whether it convenes: ${words.label(name)}`;
  return input;
}
