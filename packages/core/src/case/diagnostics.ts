/**
 * Mistakes of the user as data. A code is permanent; its words live in the one table below and may improve.
 * Engines and readers report `{ code, place, detail }`; only the edge turns that into sentences.
 */

/** Where in a file: lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How much of the line is meant; 0 when only the position is known. */
  readonly length: number;
  /** The line itself, to be shown. */
  readonly lineText: string;
}

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  /** What is wrong and what to do, in sentences. */
  readonly message: string;
}

const list = (names: readonly string[], most = 12): string => {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
};

const meant = (nearest: string | undefined): string => (nearest === undefined ? '' : ` Did you mean “${nearest}”?`);

/** The words of every diagnostic. */
const WORDS = {
  'yaml-syntax': (d: { reason: string }) => `This is not valid YAML: ${d.reason}`,
  'yaml-alias': (d: { reason: string }) =>
    `The YAML aliases of this file cannot be expanded: ${d.reason}. Write the values out.`,
  'yaml-depth': (d: { limit: number }) =>
    `This is nested more than ${d.limit} levels deep. A case needs no more than a few; write it flatter.`,
  'empty-case': (_none: object) =>
    'There is nothing in this file. `parley new DIR articles…` writes one to start from.',
  'duplicate-id': (d: { id: string; first: string }) =>
    `“${d.id}” is there twice (first ${d.first}). Every id stands for one thing; rename one.`,
  'unknown-key': (d: { key: string; known: readonly string[]; nearest?: string | undefined }) =>
    `“${d.key}” is not a key that can stand here.${meant(d.nearest)} Possible are: ${list(d.known, 40)}.`,
  'missing-key': (d: { key: string }) => `“${d.key}” is missing here.`,
  'wrong-type': (d: { expected: string; found: string }) => `${d.expected} is expected here, not ${d.found}.`,
  'not-an-id': (d: { id: string }) =>
    `“${d.id}” cannot be an id. An id has lower-case letters, digits and hyphens and does not begin with a hyphen.`,
  'reserved-word': (d: { id: string }) =>
    `“${d.id}” is a word of the expression language and cannot be a name. Choose another.`,
  'too-long': (d: { limit: number }) => `This is longer than the ${d.limit} characters allowed here.`,
  'wrong-value': (d: { found: string; expected: readonly string[]; nearest?: string | undefined }) =>
    `“${d.found}” cannot stand here.${meant(d.nearest)} Possible are: ${list(d.expected, 40)}.`,
  'unknown-name': (d: { name: string; what: string; known: readonly string[]; nearest?: string | undefined }) =>
    `There is no ${d.what} “${d.name}”.${meant(d.nearest)} There are: ${list(d.known)}.`,
  'wrong-kind-of-name': (d: { name: string; is: string; expected: string }) =>
    `“${d.name}” is ${d.is}; ${d.expected} is expected here.`,
  'expression-syntax': (d: { reason: string }) => `This condition cannot be read: ${d.reason}`,
  'issue-without-value': (d: { issue: string; values: readonly string[] }) =>
    `“${d.issue}” is an issue; say which value: ${d.values.map((v) => `${d.issue} = ${v}`).join(', ')}.`,
  'fact-cycle': (d: { facts: readonly string[] }) =>
    `These are defined by one another: ${d.facts.join(' → ')}. A fact must rest on something else in the end.`,
  'definition-depth': (d: { id: string; limit: number }) =>
    `“${d.id}” rests on facts that rest on facts, more than ${d.limit} deep. Write it flatter.`,
  date: (d: { found: string; reason: string }) => `“${d.found}” is not a date that can be read: ${d.reason}`,
  quantity: (d: { found: string; reason: string }) => `“${d.found}” is not a quantity that can stand here: ${d.reason}`,
  'ambiguous-step': (d: { step: string; reason: string }) => `“${d.step}” cannot be a step: ${d.reason}`,
  'impossible-status-quo': (d: { rule: string; state: readonly string[] }) =>
    `The status quo is impossible under this rule: ${d.rule} holds on the as-of date (${list(d.state)}). Correct the rule, the status quo or the event that set it.`,
  'order-of-settings': (d: { first: string; second: string; option: string }) =>
    `${d.first} and ${d.second} set ${d.option} differently, and their order is disputed. Settle the order, or let only one of them set it.`,
  'order-unknown': (d: { first: string; second: string; option: string }) =>
    `${d.first} and ${d.second} set ${d.option} differently, and nothing says which came last; the one dated later, else the later row, is taken. Add \`after:\`.`,
  'disagreeing-dates': (d: { reason: string }) => d.reason,
  'two-preferences': (_none: object) =>
    'Preferences are given as `statements:` or as a `ranking:`, not as both. Leave one of them out.',
  'stray-leap': (_none: object) =>
    '“>>” stands between two states of a ranking, once. Put a state before and after it.',
  'not-a-state': (d: { found: string; options: number; names: readonly string[] }) =>
    d.options === 0
      ? `“${d.found}” cannot be a state: this case has no options.`
      : `“${d.found}” is not a state of this case. A state is a decimal from 0 to ${2 ** d.options - 1} (bit k is the k-th option of the file, the first is bit 0), ${d.options} ${d.options === 1 ? 'letter' : 'letters'} Y or N, one for each option${d.names.length > 0 ? `, or one of ${list(d.names)}` : ''}.`,
  'state-impossible': (d: { state: string }) =>
    `State ${d.state} is impossible in this case, so it has no place in a ranking. Take it out, or correct \`impossible:\`.`,
  'state-ranked-twice': (d: { state: string }) => `State ${d.state} is ranked twice. Every state has one place.`,
  'states-unranked': (d: { states: readonly string[]; count: number }) =>
    `${d.count === 1 ? 'A state is' : `${d.count} states are`} not ranked: ${list(d.states, 8)}. A ranking has a place for every possible state.`,
  'state-in-two': (d: { state: string; names: readonly string[] }) =>
    `State ${d.state} belongs to ${list(d.names)}. A state can be one of them only; make the conditions exclude one another.`,
  'no-such-state': (d: { name: string }) =>
    `“${d.name}” holds in no possible state. Correct the condition or leave it out.`,
  'states-differ': (d: { party: string; name: string }) =>
    `The statements of ${d.party} do not rank the states of “${d.name}” alike, so it has no one place. Give a \`ranking:\` in their stead.`,
  'nobody-decides': (_none: object) =>
    'No party has both an open option and reported preferences, so there is nothing to choose between. Give `statements:` or a `ranking:` of at least one party that has options.',
  'too-many-options': (d: { open: number; most: number }) =>
    `The options that are still open come to ${d.open}; stability is computed for at most ${d.most}. Mark as declined what is, leave options out, or leave out the preferences of a party to hold its options as they stand.`,
  'value-without-score': (d: { party: string; value: string }) =>
    `There is no score for “${d.value}” here, so what it is worth to ${d.party} is unknown. Give one, or write \`not reported\`.`,
  'issue-without-weight': (d: { party: string; issue: string }) =>
    `There is no weight here, so how much ${d.issue} matters to ${d.party} is unknown. Give a \`weight:\`, or write \`not reported\` for the issue.`,
  'weights-all-zero': (d: { party: string }) =>
    `Every issue weighs 0 for ${d.party}, so no deal is worth more to it than another. Give at least one a weight above 0, or leave its issues out.`,
  'condition-too-wide': (d: { row: string; combinations: number; limit: number }) =>
    `The condition of ${d.row} ranges over ${d.combinations.toLocaleString('en')} combinations of issue values; deals are computed for at most ${d.limit.toLocaleString('en')}. Name fewer issues in it, or split it.`,
  'too-many-deals': (d: { deals: number }) =>
    `The issues allow about ${d.deals.toExponential(1)} deals, more than can be numbered (9e15). Leave issues or values out.`,
  'not-json': (d: { reason: string }) => `This is not valid JSON: ${d.reason}`,
  'no-such-number': (d: { what: string; number: number; count: number; from: number }) =>
    `There is no ${d.what} ${d.number}. There are ${d.count}, numbered from ${d.from}.`,
  'option-unowned': (d: { option: string; number: number }) =>
    `Option “${d.option}” belongs to nobody. Put its number, ${d.number}, among the options of a decision maker, or take the option out.`,
  'option-owned-twice': (d: { option: string; owners: readonly string[] }) =>
    `Option “${d.option}” belongs to ${d.owners.join(' and to ')}. An option has one owner; take it out of one list.`,
  'not-one-a-state': (d: { found: number; states: number }) =>
    `Here are ${d.found} numbers, and ${d.states} states are feasible. Give one number for each of them, in ascending order.`,
  'no-state': (_none: object) =>
    'No state is possible: every combination of options is ruled out. Take a rule out that says too much.',
  'options-beyond': (d: { found: number; most: number }) =>
    `There are ${d.found} options; a conflict of more than ${d.most} cannot be read. Leave options out.`,
  'source-outside': (d: { file: string }) =>
    `The source “${d.file}” lies outside the case folder. Copy it into \`sources/\` and name it from there.`,
  'source-missing': (d: { file: string; nearest?: string | undefined }) =>
    `There is no file “${d.file}” in the case folder.${meant(d.nearest)}`,
  'source-unreadable': (d: { file: string; reason: string }) => `The source “${d.file}” cannot be read: ${d.reason}`,
  'source-changed': (d: { file: string }) =>
    `“${d.file}” is no longer the file whose hash is given here. See what became of its quotes with \`parley check\`; then give the new hash or restore the file.`,
  'source-undated': (d: { id: string }) =>
    `Source “${d.id}” has no \`written:\`; it counts as known from the beginning.`,
  'quote-not-found': (d: { quote: string; source: string; nearest?: string | undefined; searched: boolean }) =>
    !d.searched
      ? `These words are not in source “${d.source}”. Put the quotes above right first; then the nearest passage is shown here too.`
      : d.nearest === undefined
        ? `These words are not in source “${d.source}”, and nothing like them is. A quote must occur there word for word.`
        : `These words are not in source “${d.source}”. The nearest passage is: “${d.nearest}”. Quote it word for word.`,
  'quote-context': (d: { source: string; occurrences: number }) =>
    `These words occur in source “${d.source}” (${d.occurrences} times), but never with this prefix and suffix.`,
  'quote-repeated': (d: { source: string; occurrences: number }) =>
    `These words occur ${d.occurrences} times in source “${d.source}”; the first is taken. Add \`prefix:\` or \`suffix:\` to say which is meant.`,
  'not-utf8': (d: { offset: number }) => `This file is not valid UTF-8 (first at byte ${d.offset}). Save it as UTF-8.`,
  'too-large': (d: { bytes: number; limit: number }) =>
    `This file has ${(d.bytes / 1e6).toFixed(1)} MB; at most ${(d.limit / 1e6).toFixed(0)} MB are read. Split it or leave out what the case does not need.`,
  'red-line-crossed': (d: { party: string; line: string }) =>
    `This red line of ${d.party} (${d.line}) is crossed already on the as-of date, so it can bar no step. Give it an \`until:\`, or correct the status quo.`,
  'narrative-resolved': (d: { scenario: string }) =>
    `“${d.scenario}” is a narrative (\`resolves: no\`) and is never scored, so it has no outcome. Resolve its parts instead, or take this out.`,
  'ledger-unreadable': (d: { reason: string }) =>
    `This line of the ledger is none that parley wrote: ${d.reason} Restore it from a copy; nothing is added until then.`,
  'ledger-changed': (_none: object) =>
    'This line of the ledger was changed: its text is not the one whose sha256 it carries. Restore it from a copy; nothing is added until then.',
  'ledger-unlinked': (_none: object) =>
    'This line of the ledger does not follow the one before it: `previous` is not the sha256 of that line. A line was taken out, put in, moved or forged. Restore the ledger from a copy; nothing is added until then.',
  'ledger-torn': (d: { letters: number }) =>
    `The last line of the ledger breaks off after ${d.letters} letters and counts for nothing; writing it was interrupted. The lines before it are whole. The next entry puts it aside.`,
} as const;

export type Code = keyof typeof WORDS;
export type Detail<C extends Code> = Parameters<(typeof WORDS)[C]>[0];

/** A diagnostic of kind `code`, worded. */
export function diagnostic<C extends Code>(
  code: C,
  place: Place,
  detail: Detail<C>,
  severity: Severity = 'error',
): Diagnostic {
  const words = WORDS[code] as (d: Detail<C>) => string;
  return { code, severity, place, message: words(detail) };
}

/** A diagnostic as people read it: place and message, then the line with a caret under what is meant. */
export function renderDiagnostic(d: Diagnostic): string {
  const { file, line, column, length, lineText } = d.place;
  const head = `${file}:${line}:${column}  ${d.severity === 'warning' ? 'warning: ' : ''}${d.message}`;
  if (lineText.trim() === '') return head;
  const number = String(line).padStart(5);
  // A long line is shown around the place only.
  const from = column > 90 ? column - 60 : 0;
  const shown = (from > 0 ? '…' : '') + lineText.slice(from, from + 118).replaceAll('\t', ' ');
  const caretAt = column - 1 - from + (from > 0 ? 1 : 0);
  const carets = '^'.repeat(Math.max(1, Math.min(length, shown.length - caretAt)));
  return `${head}\n${number} | ${shown}\n      | ${' '.repeat(Math.max(0, caretAt))}${carets}`;
}
