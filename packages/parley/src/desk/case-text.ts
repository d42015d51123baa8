/** The text of a `case.yaml`: one to start from, and one with sources added and nothing else touched. */
import { isMap, isScalar } from 'yaml';
import { parseYaml } from '@parley/core/case-file';
import { CASE_FILE } from './open-case.ts';

export interface NewSource {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly title?: string;
  /** The day it was written, where it says so itself. */
  readonly written?: string;
  readonly original?: string;
  /** Of the file that was given, where it is not the text itself. */
  readonly originalSha256?: string;
}

const quoted = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} ,.’'()/_–-]*$/u.test(text) &&
  !/: | #|^(yes|no|true|false|null|~)$/i.test(text) &&
  !/^[\d.+-]+$/.test(text)
    ? text
    : JSON.stringify(text);

function sourceText(source: NewSource): string {
  return [
    `  ${source.id}:`,
    `    file: ${quoted(source.file)}`,
    ...(source.title === undefined ? [] : [`    title: ${quoted(source.title)}`]),
    ...(source.original === undefined ? [] : [`    original: ${quoted(source.original)}`]),
    source.written === undefined
      ? '    # written: 2025-05-15        # the day it was written; until then it counts as known from the beginning'
      : `    written: ${source.written}          # as the article says itself`,
    '    # outlet: A newspaper',
    '    # reliability: C3            # Admiralty code',
    `    sha256: ${source.sha256}`,
    ...(source.originalSha256 === undefined
      ? []
      : [`    note: extracted from a file with sha256 ${source.originalSha256}`]),
  ].join('\n');
}

/** Adds sources below those that are there; comments, order and layout stay. */
export function addSources(
  text: string,
  added: readonly NewSource[],
): string | { readonly reason: string; readonly advice: string } {
  if (added.length === 0) return text;
  const block = added.map(sourceText).join('\n');
  const { yaml } = parseYaml(text, CASE_FILE);
  const top = yaml?.document.contents;
  const pair = isMap(top) ? top.items.find((item) => isScalar(item.key) && item.key.value === 'sources') : undefined;
  if (pair === undefined) return `${text.trimEnd()}\n\nsources:\n${block}\n`;
  const sources = pair.value;
  if (isMap(sources) && sources.flow !== true && sources.items.length > 0) {
    const end = sources.range![1];
    const lineEnd = text.indexOf('\n', Math.max(0, end - 1));
    const at = lineEnd < 0 ? text.length : lineEnd;
    return `${text.slice(0, at)}\n${block}${text.slice(at)}${lineEnd < 0 ? '\n' : ''}`;
  }
  if (isMap(sources) && sources.items.length > 0) {
    return {
      reason: 'The sources of this case stand in one line, in braces; nothing can be added there.',
      advice: 'Write them one below the other, then try again.',
    };
  }
  // `sources:` with nothing, `{}` or `~` after it.
  const key = pair.key as { range: [number, number, number] };
  const after = isMap(sources) || isScalar(sources) ? (sources.range?.[1] ?? key.range[1]) : key.range[1];
  return `${text.slice(0, key.range[1])}:\n${block}${text.slice(Math.max(after, key.range[1] + 1))}`;
}

export function starterCase(title: string, today: string, sources: readonly NewSource[]): string {
  return `# A Parley case. Edit it freely; \`parley check\` says what is wrong and how much rests on quotes.
# What every word means stands in docs/rules.md, a guide in docs/case-format.md.
# For completion in your editor: parley schema > case.schema.json beside this file; the next line names it.
# yaml-language-server: $schema=case.schema.json

parley: 1
title: ${quoted(title)}
as-of: ${today}                      # the case describes the end of this day
# horizon: ${today}                  # how far ahead to look
ranks: [official, minister, leader]    # ascending: who can settle what

# --- sources: what was taken in; quotes must stand in them word for word -----------------------------------------
# What is not the account (menus, citation residue, doubled titles) is set aside in sources/*.spans.json, not deleted.

sources:${sources.length === 0 ? ' {}' : `\n${sources.map(sourceText).join('\n')}`}

# --- parties: who takes part, who speaks for them -----------------------------------------------------------------

parties: {}
#  north:
#    name: Northland
#    role: principal                   # principal, host, mediator, backer, spoiler, ratifier, observer
#    aliases: [the North]
#    people:
#      doe: { name: Jane Doe, rank: leader }

# --- options: yes/no decisions of one party -----------------------------------------------------------------------

options: {}
#  north:
#    leader-goes: its leader travels to the talks
#    halts-fire: { text: it stops firing, visible: yes }

# --- happenings: what nobody decides alone; facts: names for conditions -------------------------------------------

# happenings: { substantive-talks: the two sides talk on substance }
# facts: { ceasefire: north.halts-fire and south.halts-fire }

# --- preconditions: who insists on what, before, together with or while which step --------------------------------

# preconditions:
#   p01:
#     holder: north
#     step: substantive-talks
#     needs: ceasefire
#     timing: before                   # before, together, while
#     firmness: 0.6 to 0.9             # chance that the holder really insists
#     said: [{ source: a, quote: "words exactly as the source has them" }]

# --- issues, positions, meetings -----------------------------------------------------------------------------------

# issues:
#   prisoners: { title: Exchange of prisoners, values: [none, partial, all-for-all], status-quo: none, needs: official }
# positions:
#   north-prisoners: { party: north, issue: prisoners, value: all-for-all, said: [{ source: a, quote: "…" }] }
#   south-prisoners: { party: south, issue: prisoners, value: not reported }
# meetings:
#   teams: { title: The delegations meet, when: north.sends-team and south.sends-team, heads: { north: doe } }

# --- events: what happened, and plans, as the accounts date them --------------------------------------------------

# events:
#   e01: { on: 2025-05-13/2025-05-14, what: The South declines, sets: { south.leader-goes: no }, said: [{ source: a, quote: "…" }] }
`;
}
