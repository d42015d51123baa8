/**
 * The brief as data: claims, each with the words it rests on. ./text.ts, ./markdown.ts and ./html.ts only lay it out, so
 * all formats say the same. A section whose engine has nothing to say is absent, never faked.
 */
import { eventOrder, inForce, sayDay, type Case, type CaseEvent, type Quotation, type Row } from '../case/index.ts';
import { coverageOf, type Coverage } from '../evidence/index.ts';
import type { BlocksReport, ReportedChange, ReportedExit } from '../preconditions/index.ts';
import type { CaseStability } from '../graph/index.ts';
import type { DealsReport } from '../bargaining/index.ts';
import { dealsSection } from './deals.ts';
import { sayWhen } from './say-when.ts';
import { sayWay, stableSection, type StableReason } from './stable.ts';
import { capitalised, lettersOf, listed, sayFirmness, wordsOf, type Words } from './say.ts';

export interface Citation {
  readonly letter: string;
  readonly quote: string;
  /** Whose own words, when the source quotes somebody. */
  readonly by?: string;
}

/** `inferred`: the analyst's inference (┄). `assumption`: no quote (○). `hole`: nobody reported it (∅). */
export type Mark = 'inferred' | 'assumption' | 'hole';

export interface Claim {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly mark?: Mark;
}

export interface DemandLine {
  readonly preconditions: readonly string[];
  readonly holder: string;
  readonly text: string;
  readonly firmness: string;
  readonly citations: readonly Citation[];
  readonly mark?: Mark;
}

export interface ExitLine {
  readonly text: string;
  readonly cost: number;
  readonly mark?: Mark;
}

export interface Deadlock {
  readonly title: string;
  readonly steps: readonly string[];
  readonly inferred: boolean;
  readonly demands: readonly DemandLine[];
  /** Chance that the steps are blocked; absent when it was too large to compute. */
  readonly chance?: number;
  /** What else would have to change, when no exit frees the steps. */
  readonly otherBlocks: readonly string[];
  readonly heaviest?: { readonly demand: string; readonly share: number };
  readonly exits: readonly ExitLine[];
  readonly moreExits: number;
  readonly holdsOnlyIf: readonly string[];
}

export interface Brief {
  readonly title: string;
  readonly asOf: string;
  readonly horizon?: string;
  readonly caseHash: string;
  readonly version: string;
  readonly headline: string;
  readonly parties: readonly {
    readonly name: string;
    readonly roles: readonly string[];
    readonly speakers: readonly string[];
    readonly citations: readonly Citation[];
  }[];
  readonly deadlocks: readonly Deadlock[];
  readonly exclusions: readonly { readonly title: string; readonly demands: readonly DemandLine[] }[];
  readonly smallDeals: readonly Claim[];
  readonly signing: readonly {
    readonly meeting: string;
    readonly rank?: string;
    readonly state: string;
    readonly maySettle: readonly string[];
    readonly holes: readonly string[];
    readonly citations: readonly Citation[];
  }[];
  /** Absent where no party with options has reported preferences, or the states are too many for a brief. */
  readonly stability?: {
    readonly headline: string;
    readonly states: readonly {
      readonly title: string;
      /** As `parley stability` writes it. */
      readonly state: number | string;
      readonly concepts: readonly string[];
      readonly way: string;
      readonly reasons: readonly (Claim & { readonly party: string })[];
    }[];
    readonly more: number;
    readonly now: readonly (Claim & { readonly party: string })[];
  };
  /** Absent where nobody says what issues are worth to it, or there is nothing to agree on. */
  readonly deals?: {
    /** Those that can take place. */
    readonly meetings: readonly {
      readonly meeting: string;
      readonly rank?: string;
      readonly zone: string;
      readonly deals: readonly (Claim & { readonly gains: string })[];
      readonly blocking: readonly string[];
      readonly holes: readonly string[];
    }[];
    readonly higher?: string;
    readonly higherHoles: readonly string[];
  };
  readonly forecast?: BriefForecast;
  /** Who would sign: the parties of the meetings. */
  readonly signatories: readonly string[];
  readonly issues: readonly {
    readonly title: string;
    readonly number?: string;
    readonly category?: string;
    readonly needs?: string;
    readonly positions: readonly (Claim & {
      readonly party: string;
      readonly parties: readonly string[];
      readonly held: boolean;
    })[];
  }[];
  readonly chronology: readonly {
    readonly id: string;
    readonly date: string;
    readonly vague: boolean;
    /** Dated within six weeks of the as-of day, or planned: what a short brief shows. */
    readonly recent: boolean;
    readonly kind: CaseEvent['kind'];
    readonly disputed: boolean;
    readonly text: string;
    readonly citations: readonly Citation[];
    readonly mark?: Mark;
  }[];
  readonly disputes: readonly { readonly events: readonly string[]; readonly sides: readonly Claim[] }[];
  readonly holes: readonly { readonly party: string; readonly issues: readonly string[] }[];
  readonly coverage: {
    readonly quoted: number;
    readonly assumed: number;
    readonly quantities: number;
    readonly inferred: number;
    readonly speakers: readonly { readonly name: string; readonly quotes: number }[];
  };
  readonly sources: readonly {
    readonly letter: string;
    readonly id: string;
    readonly title: string;
    readonly outlet?: string;
    readonly written?: string;
    readonly reliability?: string;
    readonly note?: string;
  }[];
}

/** What may happen next, as a brief shows it. All of it rests on assumptions. */
export interface BriefForecast {
  readonly seed: number;
  readonly draws: number;
  /** What the draws are worth once they are weighed by what has been seen. */
  readonly effective: number;
  /** Days played. */
  readonly until: number;
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    readonly probability: number;
    readonly interval: readonly [low: number, high: number];
    readonly word: string;
    readonly settled: boolean;
    /** The uncertain input that explains most of it by itself, and which share. */
    readonly hangsOn?: string;
    readonly share?: number;
  }[];
}

export interface BriefOptions {
  readonly caseHash: string;
  readonly version: string;
  /** What is stable; without it the brief has no such section. */
  readonly stability?: CaseStability;
  /** Which deals exist; likewise. */
  readonly deals?: DealsReport;
  /** What may happen next; likewise. */
  readonly forecast?: BriefForecast;
  /** Letters of the sources by id, so that a source keeps its letter on every day. Default: in the order of the case. */
  readonly letters?: ReadonlyMap<string, string>;
}

const RECENT_DAYS = 42;

/** Exits shown under a deadlock; the rest is counted. */
const MOST_EXITS = 4;

export function briefOf(given: Case, blocks: BlocksReport, options: BriefOptions): Brief {
  return new Writer(given, blocks, options.letters ?? lettersOf(given.sources.keys())).brief(options);
}

class Writer {
  readonly #given: Case;
  readonly #blocks: BlocksReport;
  readonly #words: Words;
  readonly #letters: ReadonlyMap<string, string>;

  constructor(given: Case, blocks: BlocksReport, letters: ReadonlyMap<string, string>) {
    this.#given = given;
    this.#blocks = blocks;
    this.#words = wordsOf(given);
    this.#letters = letters;
  }

  brief({ caseHash, version, stability, deals, forecast }: BriefOptions): Brief {
    const given = this.#given;
    const deadlocks = this.#blocks.cycles.map((cycle) => this.#deadlock(cycle));
    const exclusions = this.#blocks.exclusions.map((x) => this.#exclusion(x.demands));
    const smallDeals = this.#smallDeals();
    const coverage = coverageOf(given);
    const order = eventOrder(given.events, (event) => this.#reportedBy(event));
    const disputed = new Set(order.disputes.flatMap((d) => d.events));
    return {
      title: given.title,
      asOf: given.asOf,
      ...(given.horizon === undefined ? {} : { horizon: given.horizon }),
      caseHash,
      version,
      headline: this.#headline(deadlocks, exclusions, smallDeals),
      parties: this.#parties(),
      deadlocks,
      exclusions,
      smallDeals,
      signing: this.#signing(),
      ...(stability === undefined ? {} : { stability: this.#stability(stability) }),
      ...this.#deals(deals),
      ...(forecast === undefined ? {} : { forecast }),
      signatories: [...new Set([...given.meetings.values()].flatMap((m) => m.parties))].map((id) =>
        this.#words.party(id),
      ),
      issues: this.#issues(coverage),
      chronology: order.sequence.map((id) => this.#event(given.events.get(id)!, disputed)),
      disputes: order.disputes.map((dispute) => ({
        events: dispute.events.map((id) => given.events.get(id)!.what),
        sides: dispute.claims.map((claim) => ({
          text: `“${given.events.get(claim.later)!.what}” ${claim.link.response ? 'answers' : 'comes after'} “${given.events.get(claim.earlier)!.what}”`,
          citations: this.#cite(claim.link.said),
          ...(claim.link.said.length === 0 ? { mark: 'assumption' as const } : {}),
        })),
      })),
      holes: this.#holes(coverage),
      coverage: {
        quoted: coverage.quoted,
        assumed: coverage.assumed,
        quantities: coverage.quantities,
        inferred: coverage.inferred,
        speakers: [...coverage.speakers]
          .map(([by, quotes]) => ({ name: this.#words.who(by), quotes }))
          .toSorted((a, b) => b.quotes - a.quotes),
      },
      sources: [...given.sources.values()].map((s) => ({
        letter: this.#letters.get(s.id)!,
        id: s.id,
        title: s.title ?? s.file,
        ...(s.outlet === undefined ? {} : { outlet: s.outlet }),
        ...(s.written === undefined ? {} : { written: s.written.text }),
        ...(s.reliability === undefined ? {} : { reliability: s.reliability }),
        ...(s.note === undefined ? {} : { note: s.note }),
      })),
    };
  }

  /** What is reported has happened by the end of the day its first source was written; a plan need not have. */
  #reportedBy(event: CaseEvent): number {
    if (event.kind === 'plan') return Infinity;
    return Math.min(Infinity, ...event.said.map((q) => this.#given.sources.get(q.source)?.written?.max ?? Infinity));
  }

  #cite(said: readonly Quotation[]): Citation[] {
    return said.flatMap((q) => {
      const letter = this.#letters.get(q.source);
      return letter === undefined
        ? []
        : [{ letter, quote: q.quote, ...(q.by === undefined ? {} : { by: this.#words.who(q.by) }) }];
    });
  }

  // --- what is stable -------------------------------------------------------------------------------------------------

  #stability(result: CaseStability): NonNullable<Brief['stability']> {
    const { headline, states, more, now } = stableSection(this.#given, result, this.#words);
    const rows = new Map(
      [...this.#given.preferences.values()].flatMap((p) => p.statements.map((s) => [s.id, s] as const)),
    );
    const claim = ({ party, text, statements }: StableReason): Claim & { party: string } => {
      const citations = this.#cite(statements.flatMap((id) => rows.get(id)?.said ?? []));
      const isGuess = citations.length === 0 && statements.length > 0;
      return { party, text, citations, ...(isGuess ? { mark: 'assumption' as const } : {}) };
    };
    return {
      headline,
      states: states.map((s) => ({
        title: s.title,
        state: s.state,
        concepts: s.concepts,
        way: sayWay(s),
        reasons: s.reasons.map(claim),
      })),
      more,
      now: now.map(claim),
    };
  }

  // --- which deals exist ----------------------------------------------------------------------------------------------

  #deals(report: DealsReport | undefined): Pick<Brief, 'deals'> {
    const section = report && dealsSection(this.#given, report, this.#words);
    if (section === undefined) return {};
    const said = (issue: string, value: string): Quotation[] => [
      ...this.#given.issues.get(issue)!.said,
      ...[...this.#given.positions.values()]
        .filter((p) => p.issue === issue && p.value !== 'not-reported' && p.value?.includes(value) === true)
        .flatMap((p) => p.said),
    ];
    const meetings = section.meetings.map((m) => ({
      ...m,
      // What is said rests on quotes; what it is worth does not.
      deals: m.deals.map(({ text, gains, settles }) => ({
        text,
        gains,
        citations: this.#cite(settles.flatMap(({ issue, value }) => said(issue, value))),
        mark: 'assumption' as const,
      })),
    }));
    return { deals: { ...section, meetings } };
  }

  // --- what blocks what -----------------------------------------------------------------------------------------------

  #headline(deadlocks: readonly Deadlock[], exclusions: Brief['exclusions'], smallDeals: readonly Claim[]): string {
    const sentences: string[] = [];
    const hard = deadlocks.filter((d) => !d.inferred);
    for (const d of hard.slice(0, 2)) sentences.push(`${d.title}.`);
    if (hard.length === 0 && deadlocks.length > 0)
      sentences.push(`${deadlocks[0]!.title}, if the inference behind it holds.`);
    if (deadlocks.length === 0) sentences.push('No deadlock is found in what the accounts report.');
    for (const x of exclusions.filter((e) => e.demands.length > 1).slice(0, 1))
      sentences.push(`On ${x.title.charAt(0).toLowerCase() + x.title.slice(1)} the demands exclude one another.`);
    const free = [...new Set(smallDeals.map((deal) => deal.text.split(':')[0]!))];
    if (free.length > 0) {
      const names = free.map((name, k) => (k === 0 ? capitalised(name) : name.charAt(0).toLowerCase() + name.slice(1)));
      sentences.push(`${listed(names)} ${free.length === 1 ? 'needs' : 'need'} neither side to move first.`);
    }
    return sentences.join(' ');
  }

  #deadlock(cycle: BlocksReport['cycles'][number]): Deadlock {
    const demands = this.#demandLines(cycle.preconditions);
    const [first, second] = Object.entries(cycle.blocked.shares).toSorted(([, a], [, b]) => b - a);
    // Of demands that weigh alike none is named.
    const heaviest = first !== undefined && first[1] - (second?.[1] ?? 0) > 0.01 ? first : undefined;
    return {
      title: this.#cycleTitle(cycle.steps, cycle.preconditions),
      steps: cycle.steps,
      inferred: cycle.inferred,
      demands,
      ...(cycle.blocked.chance === null ? {} : { chance: cycle.blocked.chance }),
      otherBlocks: cycle.exits.length > 0 ? [] : this.#otherBlocks(cycle.conflicts),
      ...(heaviest === undefined ? {} : { heaviest: { demand: this.#demandName(heaviest[0]), share: heaviest[1] } }),
      exits: cycle.exits.slice(0, MOST_EXITS).map((exit) => this.#exit(exit)),
      moreExits: Math.max(0, cycle.exits.length - MOST_EXITS) + cycle.moreExits,
      holdsOnlyIf: cycle.holdsOnlyIf.map((id) => this.#given.preconditions.get(id)?.text ?? id),
    };
  }

  /** `A waits for B, B for A`; where a need is a named fact, by that name. */
  #cycleTitle(steps: readonly string[], rows: readonly string[]): string {
    const names = new Map<string, string>();
    for (const id of rows) {
      const row = this.#given.preconditions.get(id)!;
      const fact = row.needs.kind === 'name' ? this.#given.facts.get(row.needs.name) : undefined;
      if (fact === undefined) continue;
      for (const edge of this.#blocks.edges) {
        if (edge.preconditions.includes(id) && steps.includes(edge.to)) names.set(edge.to, this.#words.label(fact.id));
      }
    }
    const name = (step: string): string => names.get(step) ?? this.#words.label(step);
    // A round trip along the edges, beginning where the file begins.
    const walk = [steps[0]!];
    for (;;) {
      const next = this.#blocks.edges.find(
        (edge) => edge.from === walk.at(-1) && steps.includes(edge.to) && !walk.includes(edge.to),
      );
      if (next === undefined) break;
      walk.push(next.to);
    }
    const left = steps.filter((step) => !walk.includes(step));
    const waits = walk.map(
      (step, k) => `${name(step)} ${k === 0 ? 'waits for' : 'for'} ${name(walk[k + 1] ?? walk[0]!)}`,
    );
    return capitalised(waits.join(', ')) + (left.length > 0 ? ` (and ${listed(left.map(name))})` : '');
  }

  #exclusion(ids: readonly string[]): Brief['exclusions'][number] {
    const demands = this.#demandLines(
      ids.flatMap((id) => this.#blocks.demands.find((d) => d.id === id)?.preconditions ?? [id]),
    );
    const issues = new Set(ids.flatMap((id) => issueNames(this.#given, id)));
    const [only] = issues;
    const title =
      issues.size === 1 && only !== undefined
        ? this.#given.issues.get(only)!.title
        : this.#words.label(this.#blocks.demands.find((d) => d.id === ids[0])?.steps[0] ?? '');
    return { title, demands };
  }

  /** One line a demand: its rows' words, all their quotes. */
  #demandLines(rows: readonly string[]): DemandLine[] {
    return this.#blocks.demands.flatMap((demand): DemandLine[] => {
      const own = demand.preconditions
        .filter((id) => rows.includes(id))
        .map((id) => this.#given.preconditions.get(id)!);
      if (own.length === 0) return [];
      const citations = this.#cite(own.flatMap((row) => row.said));
      return [
        {
          preconditions: own.map((row) => row.id),
          holder: listed(demand.holders.map((id) => this.#words.party(id))),
          text: own[0]!.text ?? `${this.#words.label(demand.steps[0]!)} needs: ${this.#words.condition(own[0]!.needs)}`,
          firmness: sayFirmness(demand.firmness),
          citations,
          ...markOf(own[0]!, citations),
        },
      ];
    });
  }

  /** Decisions and rules in the conflicting sets: what waiving demands does not change. */
  #otherBlocks(conflicts: readonly (readonly string[])[]): string[] {
    const others = conflicts.flat().filter((id) => !this.#given.preconditions.has(id));
    return [...new Set(others)].map((id) => {
      if (id.startsWith('declined:')) return `declined: ${this.#words.clause(id.slice('declined:'.length))}`;
      const rule = this.#given.impossible.get(id);
      if (rule !== undefined) return `impossible: ${this.#words.condition(rule.that)}`;
      const line = this.#given.redLines.get(id);
      return line === undefined ? id : `red line: ${line.text ?? this.#words.condition(line.that)}`;
    });
  }

  #demandName(id: string): string {
    const demand = this.#blocks.demands.find((d) => d.id === id);
    if (demand === undefined) return id;
    if (demand.inferred) return 'the inferred row';
    const text = this.#given.preconditions.get(id)?.text;
    return `${possessive(listed(demand.holders.map((holder) => this.#words.party(holder))))} demand${text === undefined ? '' : ` (${text})`}`;
  }

  #exit(exit: ReportedExit): ExitLine {
    const byHow = (how: ReportedChange['how']): ReportedChange[] =>
      firstOfDemand(exit.changes.filter((change) => change.how === how));
    const holders = (changes: readonly ReportedChange[]): string =>
      listed(
        [...new Set(changes.flatMap((c) => this.#blocks.demands.find((d) => d.id === c.demand)?.holders ?? []))].map(
          (id) => this.#words.party(id),
        ),
      );
    const waived = byHow('waive').map(
      (c) => `“${this.#given.preconditions.get(c.precondition)?.text ?? c.precondition}” is waived (${holders([c])})`,
    );
    const relax = byHow('relax').map((c) => {
      const relaxation = this.#given.relaxations.get(c.relaxation ?? '');
      return `${relaxation?.text ?? this.#words.condition(relaxation!.needs)} (${holders([c])} relaxes ${c.precondition})`;
    });
    const together = byHow('together');
    const simultaneous =
      together.length === 0
        ? []
        : [`${together.length === 1 ? 'the step is' : 'the steps are'} made simultaneous (${holders(together)})`];
    return {
      text: capitalised([...relax, ...waived, ...simultaneous].join('; ')),
      cost: exit.cost,
      mark: 'assumption',
    };
  }

  #smallDeals(): Claim[] {
    return this.#blocks.smallDeals.map((id): Claim => {
      const issue = this.#given.issues.get(id)!;
      const values = this.#blocks.smallDealValues.filter((deal) => deal.issue === id);
      const said = [...this.#given.positions.values()]
        .filter((p) => p.issue === id && p.value !== 'not-reported')
        .flatMap((p) => p.said);
      const citations = this.#cite([...issue.said, ...said]);
      return {
        text: `${issue.title}: ${values.map((deal) => issue.meanings.get(deal.value) ?? deal.value.replaceAll('-', ' ')).join(', or ')}`,
        citations,
        ...(citations.length === 0 ? { mark: 'assumption' as const } : {}),
      };
    });
  }

  #signing(): Brief['signing'] {
    return this.#blocks.meetings.map((m) => {
      const meeting = this.#given.meetings.get(m.meeting)!;
      const refused =
        this.#blocks.goals
          .find((goal) => goal.goal === m.meeting)
          ?.conflicts.flat()
          .filter((id) => id.startsWith('declined:')) ?? [];
      const blocked =
        refused.length > 0
          ? `blocked: declined — ${refused.map((id) => this.#words.clause(id.slice('declined:'.length))).join('; ')}`
          : 'blocked';
      return {
        meeting: meeting.title,
        ...(m.rank === null ? {} : { rank: m.rank }),
        state: m.past
          ? 'has met'
          : m.reachable === null
            ? 'not searched: too large'
            : m.reachable
              ? 'can meet'
              : blocked,
        maySettle: m.maySettle.map((id) => this.#given.issues.get(id)!.title),
        holes: m.notReported.map((id) => this.#given.issues.get(id)!.title),
        citations: this.#cite(meeting.said),
      };
    });
  }

  // --- who, what, when ------------------------------------------------------------------------------------------------

  /** Parties that have a part: a role, options, people, demands. */
  #parties(): Brief['parties'] {
    const demanding = new Set([...this.#given.preconditions.values()].flatMap((row) => row.holders));
    const acting = new Set([...this.#given.options.values()].map((option) => option.party));
    return [...this.#given.parties.values()]
      .filter(
        (party) =>
          party.people.length > 0 ||
          demanding.has(party.id) ||
          acting.has(party.id) ||
          party.roles.includes('principal'),
      )
      .map((party) => ({
        name: party.name,
        roles: party.roles,
        speakers: party.people.map((person) => {
          const held = person.offices.filter(
            (o) => (o.from?.first ?? '') <= this.#given.asOf && (o.until?.last ?? '9999') >= this.#given.asOf,
          );
          const details = [...held.map((o) => o.office), ...(person.rank === undefined ? [] : [person.rank])];
          return `${person.name}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
        }),
        citations: this.#cite(party.said),
      }));
  }

  #issues(coverage: Coverage): Brief['issues'] {
    return [...this.#given.issues.values()].map((issue) => {
      const rows = [...this.#given.positions.values()].filter(
        (p) => p.issue === issue.id && p.value !== 'not-reported',
      );
      const positions = rows.map((p) => {
        const value = Array.isArray(p.value)
          ? p.value.map((v: string) => issue.meanings.get(v) ?? v.replaceAll('-', ' ')).join(', ')
          : '';
        const dates = dated(p);
        const citations = this.#cite(p.said);
        return {
          party: listed(p.parties.map((id) => this.#words.party(id))),
          parties: p.parties.map((id) => this.#words.party(id)),
          held: inForce(p, this.#given.asOf),
          text: (p.text ?? value) + dates + (inForce(p, this.#given.asOf) ? '' : ' — no longer held'),
          citations,
          ...markOf(p, citations),
        };
      });
      const holes = coverage.notReported
        .filter((hole) => hole.issue === issue.id)
        .map((hole) => ({
          party: this.#words.party(hole.party),
          parties: [this.#words.party(hole.party)],
          held: true,
          text: 'not reported',
          citations: [],
          mark: 'hole' as const,
        }));
      return {
        title: issue.title,
        ...(issue.number === undefined ? {} : { number: issue.number }),
        ...(issue.category === undefined ? {} : { category: issue.category }),
        ...(issue.needs === undefined ? {} : { needs: issue.needs }),
        positions: [...positions, ...holes],
      };
    });
  }

  #event(event: CaseEvent, disputed: ReadonlySet<string>): Brief['chronology'][number] {
    const citations = this.#cite(event.said);
    return {
      id: event.id,
      date: sayWhen(event.on, this.#given.asOf),
      vague: event.on === undefined || event.on.vague,
      recent: this.#isRecent(event),
      kind: event.kind,
      disputed: disputed.has(event.id),
      text: event.what,
      citations,
      ...markOf(event, citations),
    };
  }

  #isRecent(event: CaseEvent): boolean {
    if (event.kind === 'plan') return true;
    const last = event.on?.max ?? -Infinity;
    return last !== Infinity && last >= Date.parse(this.#given.asOf) - RECENT_DAYS * 86_400_000;
  }

  #holes(coverage: Coverage): Brief['holes'] {
    const parties = [...new Set(coverage.notReported.map((hole) => hole.party))];
    return parties.map((party) => ({
      party: this.#words.party(party),
      issues: coverage.notReported
        .filter((hole) => hole.party === party)
        .map((hole) => this.#given.issues.get(hole.issue)!.title),
    }));
  }
}

function markOf(row: Row, citations: readonly Citation[]): { mark?: Mark } {
  if (row.inferred) return { mark: 'inferred' };
  return citations.length === 0 ? { mark: 'assumption' } : {};
}

const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);

function dated(row: Row): string {
  const from = row.from?.first;
  const until = row.until?.last;
  if (from === undefined && until === undefined) return '';
  if (from !== undefined && until !== undefined) return ` (${sayDay(from)} to ${sayDay(until)})`;
  return from === undefined ? ` (until ${sayDay(until!)})` : ` (from ${sayDay(from)})`;
}

const firstOfDemand = (changes: readonly ReportedChange[]): ReportedChange[] =>
  changes.filter((change, k) => changes.findIndex((c) => c.demand === change.demand) === k);

function issueNames(given: Case, precondition: string): string[] {
  const row = given.preconditions.get(precondition);
  const names: string[] = [];
  const seek = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(seek);
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && value.kind === 'equals' && 'issue' in value) names.push(String(value.issue));
      Object.values(value).forEach(seek);
    }
  };
  seek(row?.needs);
  return names;
}
