/** A session on a terminal: how it ended, what it is worth to whom, and who conceded when. */
import { clip, padEnd, table, width, wrap } from '@parley/core/brief';
import type { Act } from '@parley/core/talks';
import { PROTOCOL_NAMES, usesStrategies, type Talks } from '../desk/talks.ts';
import { print, terminalColumns, terminalStyle } from './output.ts';
import type { TalksAsked } from './talks-asked.ts';

export function showTalks(asked: TalksAsked, talks: Talks): void {
  const { topic, protocol, strategies, seed, rounds, seconds, flags } = asked;
  const { index, session, agreement, measures } = talks;
  const style = terminalStyle();
  const columns = terminalColumns();
  const para = (text: string, first = '  '): void =>
    wrap(text, columns - width(first)).forEach((line, k) => print((k === 0 ? first : ' '.repeat(width(first))) + line));
  const figure = figuresOf(talks);

  print(style.bold(topic.title));
  const who = usesStrategies(protocol)
    ? topic.parties.map((party, p) => `${party} (${strategies[p]!.id})`).join(', ')
    : topic.parties.join(', ');
  const limit = [
    ...(seconds === undefined ? [] : [`${seconds} seconds`]),
    ...(rounds !== undefined || seconds === undefined ? [`${(rounds ?? 100).toLocaleString('en')} rounds`] : []),
  ].join(' or ');
  para(
    `${who}; ${PROTOCOL_NAMES[protocol]}, at most ${limit}; seed ${seed}; ${index.outcomes.toLocaleString('en')} possible deals`,
  );

  print('');
  const round = `${session.rounds.toLocaleString('en')} ${session.rounds === 1 ? 'round' : 'rounds'}, ${session.offers.toLocaleString('en')} ${session.offers === 1 ? 'offer' : 'offers'}`;
  if (agreement === undefined) {
    const why = session.ended === 'walk-away' ? `${topic.parties[session.by!]} leaves` : 'the deadline passes';
    print(`${style.bold('NO AGREEMENT')}  ${why} after ${round}`);
  } else {
    print(`${style.bold('AGREEMENT')}  after ${round}`);
    const rows = agreement.map((value, i) => [clip(topic.issues[i]!, 36), topic.value(i, value)]);
    for (const line of table(rows, columns - 2)) print(`  ${line}`);
  }

  print('');
  const isDiscounted = topic.problem.utilities.some(({ discount = 1 }) => discount !== 1);
  const rows = topic.parties.map((party, p) => {
    const [u, r] = [session.utilities[p]!, index.reserved[p]!];
    const most = index.sorted[p]!.at(-1)!;
    const share = most > r ? ` (${Math.round((100 * (u - r)) / (most - r))} % of what it could)` : '';
    return [
      party,
      figure(u),
      figure(r),
      u === r ? 'nothing' : `${u > r ? '+' : '−'}${figure(Math.abs(u - r))}${share}`,
    ];
  });
  for (const [k, line] of table(
    [
      [
        '',
        `${agreement === undefined ? 'is left with' : 'gets'}${isDiscounted ? ', discounted' : ''}`,
        'no deal',
        'gains',
      ],
      ...rows,
    ],
    columns - 2,
    3,
  ).entries())
    print(`  ${k === 0 ? style.dim(line) : line}`);
  if (measures !== undefined) {
    const parts = [
      ['Nash', measures.nash],
      ['Kalai–Smorodinsky', measures.kalaiSmorodinsky],
      ['the egalitarian point', measures.egalitarian],
    ] as const;
    print('');
    const distances = parts.flatMap(([name, its]) =>
      its === undefined ? [] : [its.distance < 1e-9 ? `at ${name}` : `${figure(its.distance)} from ${name}`],
    );
    const welfare =
      measures.welfare === undefined ? '' : `; ${Math.round(100 * measures.welfare)} % of the largest sum of utilities`;
    const efficient =
      measures.pareto.distance < 1e-9
        ? 'The deal is efficient'
        : `The deal lies ${figure(measures.pareto.distance)} from the nearest efficient one`;
    para(`${efficient}, ${distances.join(', ')}${welfare}.`);
  } else if (talks.points === undefined)
    para('No deal is worth taking for all of them: the zone of agreement is empty.');

  showConcessions(asked, talks, figure);
  if (flags.trace === true) showTrace(asked, talks, figure);
  if (topic.note !== undefined) {
    print('');
    for (const line of wrap(topic.note, columns)) print(style.dim(line));
  }
}

const BARS = '▁▂▃▄▅▆▇█';

/** What each party asked for itself, round by round: its own utility of its offers, between no deal and its best. */
function showConcessions(
  { topic }: TalksAsked,
  { index, concessions, session }: Talks,
  figure: (x: number) => string,
): void {
  const style = terminalStyle();
  const columns = terminalColumns();
  const offered = topic.parties.map((_, p) => concessions.filter(({ party }) => party === p));
  if (offered.every((own) => own.length === 0)) return;
  const name = Math.min(28, Math.max(...topic.parties.map(width)));
  const first = offered.map((own) => (own.length === 0 ? '' : figure(own[0]!.utilities[own[0]!.party]!)));
  const wide = Math.max(...first.map(width));
  const across = Math.max(10, Math.min(60, session.rounds, columns - name - 2 * wide - 10));
  print('');
  print(
    `${style.bold('WHO CONCEDED WHEN')}${style.dim(`  what each asked for itself in rounds 1 to ${session.rounds.toLocaleString('en')}; ▁ no deal, █ its best`)}`,
  );
  for (const [p, own] of offered.entries()) {
    if (own.length === 0) continue;
    const low = Math.max(index.reserved[p]!, index.sorted[p]![0]!);
    const most = index.sorted[p]!.at(-1)!;
    const bar = (u: number): string =>
      BARS[Math.max(0, Math.min(BARS.length - 1, Math.round(((u - low) / (most - low || 1)) * (BARS.length - 1))))]!;
    // A column stands for some rounds and shows the last offer made by then.
    let at = 0;
    const chart = Array.from({ length: across }, (_, column) => {
      const until = Math.ceil(((column + 1) * session.rounds) / across);
      while (at + 1 < own.length && own[at + 1]!.round < until) at++;
      return own[at]!.round < until ? bar(own[at]!.utilities[p]!) : ' ';
    }).join('');
    const last = own.at(-1)!.utilities[p]!;
    print(
      `  ${padEnd(clip(topic.parties[p]!, name), name)}  ${first[p]!.padStart(wide)} ${style.accent(chart)} ${figure(last)}`,
    );
    const biggest = own.filter(({ conceded }) => conceded > 0).toSorted((a, b) => b.conceded - a.conceded);
    const told =
      biggest.length === 0
        ? 'concedes nothing'
        : `concedes ${biggest.length === 1 ? 'once' : `${biggest.length.toLocaleString('en')} times`}; most in round ${(biggest[0]!.round + 1).toLocaleString('en')}, ${figure(biggest[0]!.conceded)}`;
    print(style.dim(`  ${' '.repeat(name)}  ${told}`));
  }
}

function showTrace({ topic }: TalksAsked, { index, acts, every }: Talks, figure: (x: number) => string): void {
  const style = terminalStyle();
  const head = ['round', 'who', '', ...topic.parties, 'what'];
  const row = ({ party, round, act, outcome }: Act): string[] => [
    String(round + 1),
    party < 0 ? 'mediator' : topic.parties[party]!,
    VERBS[act],
    ...topic.parties.map((_, p) => (outcome === undefined ? '' : figure(index.utilities[p]![outcome]!))),
    outcome === undefined ? '' : index.values.map((column, i) => topic.value(i, column[outcome]!)).join(' · '),
  ];
  print('');
  print(
    `${style.bold('OFFERS')}${every === 1 ? '' : style.dim(`  of every ${every.toLocaleString('en')}th round; a session by the clock has too many to keep`)}`,
  );
  // Line by line: laid out all at once, a long session would be slow.
  const rows = [head, ...acts.map(row)];
  const wide = head.map((_, k) => rows.reduce((most, cells) => Math.max(most, width(cells[k]!)), 0));
  for (const [k, cells] of rows.entries()) {
    const line = cells.map((cell, c) => (c === cells.length - 1 ? cell : padEnd(cell, wide[c]!))).join('  ');
    print(`  ${k === 0 ? style.dim(line) : line}`);
  }
}

const VERBS: Readonly<Record<Act['act'], string>> = {
  offer: 'offers',
  accept: 'accepts',
  reject: 'rejects',
  'walk-away': 'leaves',
};

/** One decimal on a scale of 0 to 100, four on one of 0 to 1. */
function figuresOf({ index }: Talks): (x: number) => string {
  const most = Math.max(...index.sorted.map((sorted) => Math.max(Math.abs(sorted[0]!), Math.abs(sorted.at(-1)!))));
  const digits = most <= 2 ? 4 : 1;
  return (x) => (Number.isFinite(x) ? x.toFixed(digits).replace('-', '−') : '−∞');
}
