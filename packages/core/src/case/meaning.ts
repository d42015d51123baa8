/**
 * What can be wrong with a case whose every word is right: facts defined by one another, an impossible status quo,
 * settings whose order is disputed.
 */
import { diagnostic, type Diagnostic } from './diagnostics.ts';
import { holds, namesIn } from './evaluate.ts';
import { formatExpression } from './expression.ts';
import type { Case, Setting } from './model.ts';
import { eventOrder } from './order.ts';
import { pastEvents, stateOf } from './state.ts';
import { components } from '../maths/components.ts';
import type { YamlFile } from './yaml.ts';

export function checkMeaning(given: Case, yaml: YamlFile): Diagnostic[] {
  const cycles = factCycles(given, yaml);
  // Facts that never end cannot be evaluated, so nothing further is asked of them.
  if (cycles.length > 0) return cycles;
  return [...datesInOrder(given, yaml), ...settingsInOrder(given, yaml), ...statusQuoPossible(given, yaml)];
}

function factCycles(given: Case, yaml: YamlFile): Diagnostic[] {
  const facts = [...given.facts.keys()];
  const uses = facts.map((id) => {
    const names = namesIn(given.facts.get(id)!.that);
    // `can-meet(m)` and facts reached through a meeting's `when` count too.
    const all = names.flatMap((name) => (given.meetings.has(name) ? namesIn(given.meetings.get(name)!.when) : [name]));
    return all.flatMap((name) => (given.facts.has(name) ? [facts.indexOf(name)] : []));
  });
  const group = components(uses);
  const reported = new Set<number>();
  return facts.flatMap((id, k) => {
    const members = facts.filter((_, j) => group[j] === group[k]);
    if (reported.has(group[k]!) || (members.length === 1 && !uses[k]!.includes(k))) return [];
    reported.add(group[k]!);
    return [
      diagnostic('fact-cycle', yaml.place(given.facts.get(id)!.path, { key: true }), {
        facts: [...members, members[0]!],
      }),
    ];
  });
}

function datesInOrder(given: Case, yaml: YamlFile): Diagnostic[] {
  if (given.horizon === undefined || given.horizon >= given.asOf) return [];
  const reason = `The horizon (${given.horizon}) lies before the as-of date (${given.asOf}).`;
  return [diagnostic('disagreeing-dates', yaml.place(['horizon']), { reason })];
}

/** Rule C9: the last of two different settings must be known. */
function settingsInOrder(given: Case, yaml: YamlFile): Diagnostic[] {
  const order = eventOrder(given.events);
  const disputed = (a: string, b: string): boolean =>
    order.disputes.some((d) => d.events.includes(a) && d.events.includes(b));
  const past = pastEvents(given);
  const found: Diagnostic[] = [];
  for (const [k, later] of past.entries()) {
    for (const earlier of past.slice(0, k)) {
      for (const [option, setting] of later.sets) {
        const other = earlier.sets.get(option);
        if (other === undefined || sameSetting(other, setting) || order.before(earlier.id, later.id)) continue;
        const place = yaml.place([...later.path, 'sets', option]);
        if (disputed(earlier.id, later.id))
          found.push(diagnostic('order-of-settings', place, { first: earlier.id, second: later.id, option }));
        else found.push(diagnostic('order-unknown', place, { first: earlier.id, second: later.id, option }, 'warning'));
      }
    }
  }
  return found;
}

const sameSetting = (a: Setting, b: Setting): boolean => String(a) === String(b);

function statusQuoPossible(given: Case, yaml: YamlFile): Diagnostic[] {
  const state = stateOf(given);
  return [...given.impossible.values()].flatMap((row) => {
    if (!holds(row.that, state, given)) return [];
    const involved = [...new Set(namesIn(row.that))].map((name) => {
      const setting = state.settings.get(name);
      return `${name}: ${setting === undefined ? 'open' : String(setting)}`;
    });
    return [
      diagnostic('impossible-status-quo', yaml.place(row.path), { rule: formatExpression(row.that), state: involved }),
    ];
  });
}
