/** Which deals exist, in words: values as the case explains them, zones, what would open one, what a higher rank adds. */
import type {
  Assumption,
  CarryingNumber,
  DealsReport,
  HigherRank,
  IssueAlone,
  MeetingState,
  OffAgenda,
  ReportedOpenings,
  ReportedVeto,
  TableReport,
} from '../bargaining/index.ts';
import { nameFromId, type Case } from '../case/index.ts';
import { capitalised, listed, wordsOf, type Words } from './say.ts';

export interface DealWords extends Words {
  readonly issue: (id: string) => string;
  /** A value of a table in words; of a set its members. */
  readonly value: (issue: string, value: string) => string;
  /** A red line, precondition or ratifier. */
  readonly rule: (row: string) => string;
  /** `Territory: the line frozen, nothing recognised; …`; nothing settled: `all stays as it is`. */
  readonly settled: (settles: readonly { readonly issue: string; readonly value: string }[]) => string;
}

export function dealWordsOf(given: Case, words: Words = wordsOf(given)): DealWords {
  // “Ceasefire: whether, when, how long” is a ceasefire where its values stand beside it.
  const issue = (id: string): string => (given.issues.get(id)?.title ?? nameFromId(id)).split(': ')[0]!;
  const value = (id: string, name: string): string => {
    const its = given.issues.get(id);
    const one = (v: string): string => its?.meanings.get(v) ?? v.replaceAll('-', ' ');
    if (its?.kind !== 'set') return one(name);
    return name === 'none' ? 'none of them' : listed(name.split('+').map(one));
  };
  const settled: DealWords['settled'] = (settles) =>
    settles.length === 0
      ? 'all stays as it is'
      : settles.map((s) => `${issue(s.issue)}: ${value(s.issue, s.value)}`).join('; ');
  const rule = (row: string): string => {
    const line = given.redLines.get(row) ?? given.preconditions.get(row);
    if (line?.text !== undefined) return line.text;
    const that = given.redLines.get(row)?.that ?? given.preconditions.get(row)?.needs;
    const condition = that ?? given.ratifiers.get(row)?.acceptsIf;
    return condition === undefined ? row : words.condition(condition);
  };
  return { ...words, issue, value, rule, settled };
}

/** One decimal, and a sign where it is a difference. */
export const points = (x: number): string => (Math.abs(x) < 0.05 ? '0' : x.toFixed(1).replace('-', '−'));
export const gain = (x: number): string => (x >= 0.05 ? `+${points(x)}` : points(x));

export const sayState = (state: MeetingState): string =>
  ({
    'can-meet': 'can meet',
    'has-met': 'has met',
    blocked: 'blocked',
    'not-searched': 'not searched',
    'not-called': 'nobody has called it',
  })[state];

export const sayZone = ({ isOpen, openIn }: Pick<IssueAlone, 'isOpen' | 'openIn'>, draws: number): string =>
  `${isOpen ? 'open' : 'empty'} at the middle of the ranges ○, open in ${openIn} of ${draws} draws`;

/** What would have to move, the least first. */
export function sayOpenings(
  { lowerings, drops }: ReportedOpenings,
  agenda: readonly string[],
  words: DealWords,
): string {
  const ways = [
    ...lowerings.map(({ party, from, to, deal }) => {
      const own = agenda.map((issue, i) => ({ issue, value: deal.values[i]! }));
      const what = own.length === 1 ? words.value(own[0]!.issue, own[0]!.value) : words.settled(own);
      return `${words.party(party)} settles for ${points(to)} rather than ${points(from)} (${what})`;
    }),
    ...drops.map(({ row, of }) => `${words.party(of)} gives up “${words.rule(row)}”`),
  ];
  return ways.length === 0 ? 'no single change opens it' : `opens if ${ways.join(', or ')}`;
}

/** Why issues are off the agenda, one line a reason. */
export function sayOff(off: readonly OffAgenda[], words: DealWords): string[] {
  const of = <W extends OffAgenda['why']>(why: W): Extract<OffAgenda, { why: W }>[] =>
    off.filter((row): row is Extract<OffAgenda, { why: W }> => row.why === why);
  const issues = (rows: readonly { readonly issue: string }[]): string =>
    rows.map((r) => words.issue(r.issue)).join(' · ');
  const line = (title: string, rows: readonly { readonly issue: string }[]): string[] =>
    rows.length === 0 ? [] : [`${title}: ${issues(rows)}`];
  const ranks = [...new Set(of('rank').map(({ needs }) => needs))];
  return [
    ...ranks.flatMap((rank) =>
      line(
        `needs rank ${rank}`,
        of('rank').filter(({ needs }) => needs === rank),
      ),
    ),
    ...line('outside a mandate', of('mandate')),
    ...of('not-reported').map(
      (row) => `∅ ${words.issue(row.issue)}: position not reported (${listed(row.parties.map(words.party))})`,
    ),
    ...of('precondition').map((row) => `${words.issue(row.issue)}: waits for ${row.preconditions.join(', ')}`),
    ...of('settled').map(
      (row) => `${words.issue(row.issue)}: settled (${words.value(row.issue, row.values.join('+'))})`,
    ),
    ...of('too-many-subsets').map((row) => `${words.issue(row.issue)}: ${row.members} members make too many subsets`),
    ...line('nobody at the table weighs', of('nobody-weighs')),
  ];
}

export function sayAssumption(assumption: Assumption, words: DealWords): string {
  const party = words.party(assumption.party);
  switch (assumption.code) {
    case 'opened':
      return `${party} on ${words.issue(assumption.issue)} ∅: opened, and counted with weight 0`;
    case 'weight-zero':
      return `${party} says nothing on ${words.issue(assumption.issue)}: counted with weight 0`;
    case 'indifferent':
      return `nothing on the agenda matters to ${party}: it agrees to anything`;
    case 'reserved-status-quo':
      return `no reserved value of ${party}: what the status quo is worth is taken`;
    case 'not-asked':
      return `what ${party} wants of a deal is not reported ∅: it is not asked`;
  }
}

/** `Ukraine’s score of the line frozen`: which numbers decide whether a zone is open, and which way. */
export function sayCarrying(carrying: readonly CarryingNumber[], words: DealWords): string {
  return listed(
    carrying.map(({ party, what, issue, value, row, difference }) => {
      const own = party === null ? '' : `${words.party(party)}: `;
      const name =
        what === 'reserved'
          ? 'reserved value'
          : what === 'score'
            ? `${words.issue(issue!)} at “${words.value(issue!, value!)}”`
            : what === 'weight'
              ? `weight of ${words.issue(issue!)}`
              : row!;
      return `${own}${name} ${difference > 0 ? '↑' : '↓'}`;
    }),
  );
}

/** One line on what the highest rank would add, and whether its hardest issues have a zone. */
export function sayHigher({ rank, adds, changes, hardest }: HigherRank, draws: number, words: DealWords): string {
  const added = adds.length === 0 ? 'nothing' : adds.map(words.issue).join(' · ');
  const otherwise = changes.map((c) => `${words.issue(c.issue)}: ${words.value(c.issue, c.there)}`);
  const turned = otherwise.length === 0 ? '' : ` The Nash deal would then have ${otherwise.join('; ')}.`;
  const hard = sayEmpty(hardest, draws, words);
  return `Rank ${rank} would add: ${added}.${hard === '' ? '' : ` ${hard}`}${turned}`;
}

function sayEmpty(alone: readonly IssueAlone[], draws: number, words: DealWords): string {
  const empty = alone.map((x) => `${words.issue(x.issue)} (empty in ${draws - x.openIn} of ${draws} draws ○)`);
  return empty.length === 0 ? '' : `Taken alone, no value is in the zone of agreement on ${listed(empty)}.`;
}

/** The deals worth telling of a table: the Nash deal, then small packages, no two alike. */
export function toldDeals({ nash, packages }: TableReport): NonNullable<TableReport['nash']>[] {
  const all = nash === null || nash.settles.length === 0 ? packages : [nash, ...packages];
  return all.filter((deal, k) => all.findIndex((other) => other.values.join() === deal.values.join()) === k);
}

export interface DealsSection {
  /** The tables that can sit down as things stand. */
  readonly meetings: readonly {
    readonly meeting: string;
    readonly rank?: string;
    readonly zone: string;
    readonly deals: readonly {
      readonly text: string;
      readonly gains: string;
      readonly settles: readonly { readonly issue: string; readonly value: string }[];
    }[];
    /** Ratifiers and red lines: what each forbids, or that it has nothing to judge. */
    readonly blocking: readonly string[];
    readonly holes: readonly string[];
  }[];
  /** What the highest rank would add, and where it would find no zone. */
  readonly higher?: string;
  /** Issues left open even there. */
  readonly higherHoles: readonly string[];
}

/** Deals told of one meeting. */
const TOLD = 3;

/** Undefined where no table has anything to agree on. */
export function dealsSection(given: Case, report: DealsReport, words: Words): DealsSection | undefined {
  const own = dealWordsOf(given, words);
  const { draws } = report;
  const tables = report.tables.filter(({ outcomes }) => outcomes > 0);
  if (tables.length === 0) return undefined;
  const sitting = tables.filter(({ state }) => state !== 'blocked' && state !== 'has-met');
  const withHigher = [...sitting, ...tables].find(({ higher }) => higher !== null);
  const top = tables.find(({ rank }) => rank === given.ranks.at(-1));
  const higher =
    withHigher === undefined
      ? top &&
        sayEmpty(
          top.alone.filter(({ isOpen, refused }) => !isOpen && refused !== true),
          draws,
          own,
        )
      : sayHigher(withHigher.higher!, draws, own);
  const holes = withHigher === undefined ? [] : withHigher.higher!.holes;
  return {
    meetings: sitting.map((table) => ({
      meeting: table.meeting === null ? 'A meeting that nobody has called' : given.meetings.get(table.meeting)!.title,
      ...(table.rank !== null && { rank: table.rank }),
      zone: sayZone(table.zone, draws),
      deals: toldDeals(table)
        .slice(0, TOLD)
        .map((deal) => ({
          text: capitalised(own.settled(deal.settles)),
          gains: table.parties.map((party, p) => `${own.party(party)} ${gain(deal.gains[p]!)}`).join(', '),
          settles: deal.settles,
        })),
      blocking: [...table.ratifiers, ...table.redLines].map((veto) => sayVeto(veto, own)),
      holes: table.holes.map(({ issue }) => own.issue(issue)),
    })),
    ...(higher !== undefined && higher !== '' && { higher }),
    higherHoles: holes.map(({ issue }) => own.issue(issue)),
  };
}

/** What a red line, precondition or ratifier does at a table. */
export function sayVeto({ row, of, judges, refuses, blocks }: ReportedVeto, words: DealWords): string {
  if (judges.length === 0) return `${words.party(of)} (${words.rule(row)}) has nothing to judge`;
  const its = `${words.party(of)}, “${words.rule(row)}”, judges ${listed(judges.map(words.issue))}`;
  if (refuses === 0) return `${its}; no deal fails on it alone`;
  return `${its}; ${refuses} efficient ${refuses === 1 ? 'deal fails' : 'deals fail'} on it alone${blocks ? ', and the zone is empty for it' : ''}`;
}
