/**
 * Conditions that a verb, a noun, an adverb or a preposition ties. Which rules look at a word is told by the word; the first
 * that finds something has it.
 */
import type { Clause, Line } from './clauses.ts';
import * as depends from './depends.ts';
import * as exchange from './exchange.ts';
import { trimmed } from './holder.ts';
import { doAndWe, inverted, orElse } from './or-else.ts';
import { outOfRespect, redLine } from './reasons.ts';
import * as sequence from './sequence.ts';
import type { Rule, Tie } from './ties.ts';
import { barring, except, givenThat, itTakes, noNo, onlyThat, without } from './without.ts';

export function relationAt(line: Line, clause: Clause, at: number): Tie | undefined {
  const rules = RULES.get(line.words[at]!);
  if (rules === undefined) return undefined;
  for (const rule of rules) {
    const found = rule(line, clause, at);
    const step = found && trimmed(line, found.step);
    const needs = found && trimmed(line, found.needs);
    if (found && step && needs)
      return { binds: 'condition', timing: 'before', isNegated: false, ...found, step, needs };
  }
  return undefined;
}

const SETTLES =
  'address settle resolve discuss define determine agree negotiate addressed settled resolved discussed defined agreed negotiated';

const RULES: ReadonlyMap<string, readonly Rule[]> = table([
  [
    'depend depends depended dependent hinge hinges hinged hinging contingent conditional conditioned conditioning rest rests predicated hangs hang hung turns',
    depends.dependsOn,
  ],
  [
    'require requires required need needs presuppose presupposes presupposed necessitate necessitates',
    depends.requires,
  ],
  ['subject', depends.subjectTo],
  ['condition conditions precondition preconditions prerequisite prerequisites price key sine', depends.nounOfNeed],
  ['stands stand stood', depends.stands],
  ['open pave clear unlock', depends.opensWay],
  ['include contain guarantee ensure respect address recognise recognize', depends.dealMust],
  ['fails lacks ignores omits leaves excludes contains includes allows', depends.failsTo],
  ['impediment obstacle barrier', depends.impediment],
  ['preceded accompanied matched', sequence.precededBy],
  ['precede come follow', sequence.order],
  ['first', sequence.firstThen],
  ['before', sequence.beforeThat],
  ['beforehand', sequence.beforehand],
  ['starting', sequence.startingPoint],
  ['step', sequence.firstStep],
  ['facilitate enable', sequence.toFacilitate],
  [SETTLES, sequence.settledInTalks],
  ['without', without],
  ['no', noNo],
  ['except but', except],
  ['barring short failing in absent', barring],
  ['only nothing', onlyThat],
  ['given with', givenThat],
  ['needed required necessary indispensable essential vital crucial', depends.isNeeded],
  ['hand parallel tandem step', exchange.handInHand],
  ['take', itTakes],
  ['in', exchange.inReturn],
  ['trade swap exchange give hand drop free release renounce exchanged swapped traded', exchange.tradeFor],
  ['begins starts begin start', sequence.beginsWith],
  ['to for', depends.inOrderTo],
  ['must', depends.whoever],
  ['simultaneously time hour moment day minute table agreement', exchange.simultaneous],
  ['linked together', exchange.linked],
  ['or', exchange.orNotAtAll],
  ['tied ties linked links', depends.tiedTo],
  ['or otherwise failing', orElse],
  ['and', doAndWe],
  ['should were', inverted],
  ['respect regard', outOfRespect],
  ['up negotiable non-negotiable', redLine],
]);

function table(entries: readonly (readonly [string, Rule])[]): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const [words, rule] of entries)
    for (const word of words.split(' ')) rules.set(word, [...(rules.get(word) ?? []), rule]);
  return rules;
}
