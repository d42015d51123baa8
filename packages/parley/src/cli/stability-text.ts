/** What is stable, on a terminal: the equilibria as a table, and why each party stays. */
import { width, wrap } from '@parley/core/brief';
import { sayDay, TIMELESS } from '@parley/core/case';
import { reachFrom, standsIn, type ReportedConcept, type Stand } from '@parley/core/graph';
import type { Asked } from './stability-asked.ts';
import { print, terminalColumns, terminalStyle } from './output.ts';

/** Strong concepts first: what is stable by one is by those to its right, but for SIM and for SEQ against SMR. */
const COLUMNS: readonly ReportedConcept[] = ['nash', 'sseq', 'seq', 'smr', 'gmr', 'sim'];
const SHOWN = 12;

/** A state in words: what differs from how things stand, or what is done in it. */
export function stateWords({ graph, words, given }: Pick<Asked, 'graph' | 'words' | 'given'>, node: number): string {
  const name = graph.nameOf(node);
  if (name !== undefined) return name;
  const taken = graph.taken(node);
  const own = taken.filter((option) => graph.options.includes(option));
  const plain = own.length === 0 ? 'nothing is done' : own.map(words.label).join(', ');
  if (graph.statusQuo < 0 || given.asOf === TIMELESS) return plain;
  if (node === graph.statusQuo) return 'as things stand';
  const now = new Set(graph.taken(graph.statusQuo));
  const more = own.filter((option) => !now.has(option)).map((option) => `+ ${words.label(option)}`);
  const less = [...now].filter((option) => !taken.includes(option)).map((option) => `− ${words.label(option)}`);
  const difference = [...more, ...less];
  return difference.length <= own.length ? `as now, ${difference.join(', ')}` : plain;
}

export function showStability(asked: Asked): void {
  const { given, graph, result, words, flags } = asked;
  const style = terminalStyle();
  const columns = terminalColumns();
  const para = (text: string, first: string): void =>
    wrap(text, columns - width(first)).forEach((line, k) => print((k === 0 ? first : ' '.repeat(width(first))) + line));

  const when = given.asOf === TIMELESS ? '' : `  ${style.dim(`as of ${sayDay(given.asOf)}`)}`;
  print(`${style.bold(given.title.toUpperCase())}${when}`);
  const parties = graph.decisionMakers.map(words.party).join(', ');
  para(
    `${parties}; ${graph.options.length} open ${graph.options.length === 1 ? 'option' : 'options'}, ${graph.nodes.toLocaleString('en')} possible states`,
    '  ',
  );
  const columnsShown = COLUMNS.filter((concept) => result.concepts.includes(concept));
  const found = new Map<number, ReportedConcept[]>();
  for (const concept of columnsShown)
    for (const node of result.equilibria(concept)) found.set(node, [...(found.get(node) ?? []), concept]);
  const reach = graph.statusQuo < 0 ? undefined : reachFrom(result, graph.statusQuo);
  const rows = flags.all === true && graph.nodes <= 4096 ? [...Array(graph.nodes).keys()] : [...found.keys()];
  const sorted = rows.toSorted(
    (a, b) =>
      (found.get(b)?.length ?? 0) - (found.get(a)?.length ?? 0) ||
      (reach?.moves(a) ?? 1e9) - (reach?.moves(b) ?? 1e9) ||
      a - b,
  );

  print(
    `\n${style.bold(flags.all === true ? 'STATES' : `EQUILIBRIA (${found.size})`)}${style.dim('  ● stable for everyone')}`,
  );
  if (found.size === 0) print('  No state is stable for everyone by these concepts.');
  const list = flags.all === true ? sorted : sorted.slice(0, SHOWN);
  const decimals = list.map((node) => String(graph.decimal(node)));
  const wide = Math.max(5, ...decimals.map((text) => text.length));
  if (list.length > 0) {
    const head = `${'state'.padStart(wide)}  ${columnsShown.map((c) => c.toUpperCase().padEnd(4)).join(' ')}  ${reach === undefined ? '' : 'moves  '}`;
    print(`  ${style.dim(`${head}in words`)}`);
    list.forEach((node, k) => {
      const marks = columnsShown.map((c) => (found.get(node)?.includes(c) === true ? ' ●  ' : ' ·  ')).join(' ');
      const steps = reach === undefined ? '' : `${sayReach(reach.moves(node), reach.improvements(node)).padEnd(6)} `;
      para(stateWords(asked, node), `  ${decimals[k]!.padStart(wide)}  ${marks}  ${steps}`);
    });
    if (sorted.length > list.length)
      print(style.dim(`  and ${sorted.length - list.length} more (--all, --json, --csv)`));
    if (reach !== undefined)
      print(
        style.dim('  moves: how many lead there from the state of affairs; ↑ when all of them can be improvements'),
      );
  }

  if (graph.statusQuo >= 0 && given.asOf !== TIMELESS) {
    print(`\n${style.bold('AS THINGS STAND')}  ${style.dim(String(graph.decimal(graph.statusQuo)))}`);
    standing(graph.statusQuo);
  }
  const best = sorted.find((node) => node !== graph.statusQuo && found.has(node));
  if (best !== undefined) {
    print(`\n${style.bold('WHY IT HOLDS')}  ${style.dim(`${graph.decimal(best)}: ${stateWords(asked, best)}`)}`);
    standing(best);
  }

  const notes = [
    ...graph.settled.map(
      (s) =>
        `${words.label(s.option)} stays ${s.value ? 'yes' : 'no'} (${{ declined: 'declined', taken: 'done for good', closed: 'cannot be taken any more', 'no-preferences': 'no preferences reported ∅' }[s.why]})`,
    ),
    ...graph.preferences.flatMap((p) =>
      p.constant.map(
        (s) =>
          `${words.party(p.party)} on “${words.wish(s.that)}”: ${s.value ? 'met' : 'not met'} in every state, by ${s.because.map(words.label).join(', ')}`,
      ),
    ),
    ...graph.preferences.flatMap((p) =>
      p.unweighed.map((s) => `${words.party(p.party)} on “${words.wish(s.that)}”: weight not reported ∅`),
    ),
  ];
  if (notes.length > 0) {
    print(`\n${style.bold('HELD AS IT STANDS')}`);
    for (const note of notes) para(note, '  · ');
  }
  if (result.simLeftOut) {
    const why =
      graph.nodes === graph.space.states
        ? 'takes long here and is left out; --concept sim asks for it'
        : 'is defined by the options of each state, and here one state stands for several';
    print(style.dim(`\nSimultaneous stability ${why}.`));
  }
  print('');
  const hints =
    '--explain STATE proves a verdict, --inverse STATE says what would make it stable, --from STATE shows the way, --robust how far it stands on the numbers.';
  for (const line of wrap(hints, columns)) print(style.dim(line));

  function standing(node: number): void {
    for (const stand of standsIn(result, node)) {
      const { best: move } = stand;
      const party = words.party(stand.party);
      if (move === undefined) {
        para(`${party} has no move from here.`, '  · ');
        continue;
      }
      const changes = move.changes.map((c) => `${c.to ? '' : 'without '}${words.label(c.option)}`).join(', ');
      const reasons = [
        ...(move.gained.length > 0 ? [`gains ${sayStatements(stand, move.gained)}`] : []),
        ...(move.lost.length > 0 ? [`loses ${sayStatements(stand, move.lost)}`] : []),
      ].join(', ');
      const because = reasons === '' ? '' : ` (${reasons})`;
      const sanctioned = stand.concepts.filter((c) => c !== 'nash').map((c) => c.toUpperCase());
      const text =
        move.comparison === 'better'
          ? `${party} would rather: ${changes}${because}${sanctioned.length === 0 ? '; nothing deters it' : `; deterred by ${sanctioned.join(', ')}`}.`
          : `${party} stays: its best other move, ${changes}, is ${move.comparison === 'worse' ? 'worse for it' : 'no better'}${because}.`;
      para(text, '  · ');
    }
  }

  function sayStatements(stand: Stand, ids: readonly string[]): string {
    const own = graph.preferences[graph.decisionMakers.indexOf(stand.party)]!.statements;
    return ids.map((id) => `“${words.wish(own.find((s) => s.id === id)!.that)}”`).join(' and ');
  }
}

const sayReach = (moves: number | undefined, improvements: number | undefined): string =>
  moves === undefined ? '–' : moves === 0 ? 'now' : `${moves}${improvements === undefined ? '' : ' ↑'}`;
