/** The brief for a terminal: plain columns, and emphasis through the `style` it is given. */
import { sayDay } from '../case/index.ts';
import type { Brief, Citation, DemandLine, Mark } from './brief.ts';
import { sayBlocked, sayChance, sayExclusion, sayInterval } from './say.ts';
import { clip, padEnd, table, width, wrap, wrapAtMost } from './layout.ts';

export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
}

export const PLAIN: Style = { bold: (text) => text, dim: (text) => text, accent: (text) => text };

export const SIGNS: Readonly<Record<Mark, string>> = { inferred: '┄', assumption: '○', hole: '∅' };

export interface TextOptions {
  /** Default 100. */
  readonly columns?: number;
  readonly style?: Style;
  /** Everything, not the two pages: all positions of all parties, the whole chronology. */
  readonly full?: boolean;
}

export function briefText(brief: Brief, { columns = 100, style = PLAIN, full = false }: TextOptions = {}): string {
  const c = Math.max(60, Math.min(columns, 120));
  const out: string[] = [];
  const heading = (title: string): void => void out.push('', style.bold(title));
  const entry = (
    text: string,
    right: string,
    indent: number,
    first = ' '.repeat(indent),
    emphasis: (t: string) => string = (t) => t,
  ): void => {
    const lines = wrap(text, c - indent - width(right) - 2);
    lines.forEach((line, k) => {
      const shown = (k === 0 ? first : ' '.repeat(indent)) + emphasis(line);
      const used = indent + width(line);
      out.push(
        k === 0 && right !== '' ? shown + ' '.repeat(Math.max(2, c - used - width(right))) + style.dim(right) : shown,
      );
    });
  };

  const asOf = `as of ${sayDay(brief.asOf)}${brief.horizon === undefined ? '' : ` · horizon ${sayDay(brief.horizon)}`} · case ${brief.caseHash.slice(0, 8)}`;
  const title = brief.title.toUpperCase();
  const gap = c - width(title) - width(asOf);
  if (gap >= 2) out.push(style.bold(title) + ' '.repeat(gap) + style.dim(asOf));
  else out.push(style.bold(title), style.dim(asOf));
  for (const line of wrap(brief.headline, c - 2))
    out.push(`${out.length <= 2 && line === wrap(brief.headline, c - 2)[0] ? '→' : ' '} ${style.accent(line)}`);

  heading('WHAT BLOCKS WHAT');
  if (brief.deadlocks.length === 0) out.push('  No step waits for itself: no deadlock in what is reported.');
  brief.deadlocks.forEach((d, k) => {
    entry(
      d.title,
      d.inferred ? '┄ no account says so' : lettersOf(d.demands.flatMap((x) => x.citations)),
      4,
      ` ${k + 1}  `,
      style.bold,
    );
    demandRows(d.demands, c).forEach((line) => out.push(line));
    entry(sayBlocked(d), '', 4);
    for (const exit of d.exits) entry(exit.text, `○ cost ${exit.cost.toFixed(2)}`, 8, '      · ');
    if (d.moreExits > 0) out.push(style.dim(`      · ${d.moreExits} more: parley blocks`));
    for (const other of d.otherBlocks) entry(`also in the way — ${other}`, '', 8, '      · ');
    for (const only of d.holdsOnlyIf) entry(`it holds only if ┄ “${only}” does`, '', 8, '      · ');
  });
  for (const x of brief.exclusions) {
    entry(
      `${x.title}: ${sayExclusion(x.demands.length)}`,
      lettersOf(x.demands.flatMap((d) => d.citations)),
      4,
      ' ✕  ',
      style.bold,
    );
    demandRows(x.demands, c).forEach((line) => out.push(line));
  }
  if (brief.smallDeals.length > 0) {
    entry(
      'Needs nobody to move first',
      lettersOf(brief.smallDeals.flatMap((deal) => deal.citations)),
      4,
      ' ✓  ',
      style.bold,
    );
    for (const deal of brief.smallDeals) entry(deal.text, signed(lettersOf(deal.citations), deal.mark), 8, '      · ');
  }

  if (brief.signing.length > 0) {
    heading('WHO CAN SIGN WHAT');
    for (const m of brief.signing) {
      entry(
        `${m.meeting}${m.rank === undefined ? '' : ` — rank ${m.rank}`}: ${m.state}`,
        lettersOf(m.citations),
        4,
        '    ',
        style.bold,
      );
      entry(
        `could settle: ${m.maySettle.length > 0 ? m.maySettle.join(' · ') : 'nothing on the list'}`,
        '',
        8,
        '        ',
      );
      if (m.holes.length > 0)
        entry(
          `∅ not on any agenda, since a side’s position is not reported: ${m.holes.join(' · ')}`,
          '',
          8,
          '        ',
        );
    }
  }

  if (brief.stability !== undefined) {
    const { headline, states, more, now } = brief.stability;
    heading('WHAT IS STABLE');
    entry(headline, '', 4);
    for (const s of states) {
      entry(s.title, s.concepts.map((x) => x.toUpperCase()).join(' '), 4, ' ◆  ', style.bold);
      entry(s.way, '', 4);
      for (const r of s.reasons) entry(`${r.party}: ${r.text}`, signed(lettersOf(r.citations), r.mark), 8, '      · ');
    }
    for (const r of now)
      entry(`As things stand, ${r.party} ${r.text}`, signed(lettersOf(r.citations), r.mark), 4, '    ');
    if (more > 0) out.push(style.dim(`    ${more} more by fewer concepts: parley stability`));
  }

  if (brief.deals !== undefined) {
    const { meetings, higher, higherHoles } = brief.deals;
    heading('WHICH DEALS EXIST');
    if (meetings.length === 0) entry('No meeting can take place as things stand.', '', 4);
    for (const m of meetings) {
      entry(`${m.meeting}${m.rank === undefined ? '' : ` — rank ${m.rank}`}`, '', 4, ' ◇  ', style.bold);
      entry(`Zone of agreement ${m.zone}.`, '', 4);
      for (const deal of m.deals) entry(deal.text, `${deal.gains} ${SIGNS.assumption}`, 8, '      · ');
      for (const veto of m.blocking) entry(veto, '', 8, '      · ');
      if (m.holes.length > 0) entry(`∅ left open, a side’s position is not reported: ${m.holes.join(' · ')}`, '', 8);
    }
    if (higher !== undefined) entry(higher, '', 4);
    if (higherHoles.length > 0) entry(`∅ left open even there: ${higherHoles.join(' · ')}`, '', 4);
  }

  if (brief.forecast !== undefined) {
    const { scenarios, draws, seed, effective } = brief.forecast;
    heading('WHAT MAY HAPPEN');
    out.push(
      style.dim(
        `    ${draws.toLocaleString('en')} draws, seed ${seed}, worth ${Math.round(effective).toLocaleString('en')}; every number behind them is an assumption ○`,
      ),
    );
    const title = Math.min(44, Math.max(...scenarios.map((s) => width(s.title))));
    for (const s of scenarios.filter((x) => !x.settled).toSorted((a, b) => b.probability - a.probability)) {
      const lines = wrap(s.title, title);
      const chance = `${sayChance(s.probability).padStart(7)}  ${style.dim(sayInterval(s.interval).padEnd(10))}`;
      out.push(`    ${padEnd(lines[0]!, title)} ${chance} ${s.word}`);
      for (const line of lines.slice(1)) out.push(`    ${line}`);
      if (s.hangsOn !== undefined)
        for (const line of wrap(`hangs on ${s.hangsOn}`, c - 8)) out.push(style.dim(`        ${line}`));
    }
    const settled = scenarios.filter((s) => s.settled);
    if (settled.length > 0)
      entry(`Settled: ${settled.map((s) => `${s.title} — ${s.probability >= 0.5 ? 'yes' : 'no'}`).join('; ')}`, '', 4);
    out.push(style.dim('    what would change them: parley forecast --levers SCENARIO'));
  }

  heading('WHO SPEAKS FOR WHOM');
  const spoken = brief.parties.filter((p) => p.speakers.length > 0);
  const silent = brief.parties.filter((p) => p.speakers.length === 0);
  table(
    spoken.map((p) => [`    ${p.name}`, p.speakers.join('; ')]),
    c,
  ).forEach((line) => out.push(line));
  if (silent.length > 0) {
    entry(
      `Also: ${silent.map((p) => (p.roles.length > 0 ? `${p.name} (${p.roles.join(', ')})` : p.name)).join(', ')}`,
      '',
      4,
    );
  }

  if (brief.issues.length > 0) {
    heading('ISSUES AND POSITIONS');
    if (full || brief.signatories.length === 0 || brief.signatories.length > 3) listIssues();
    else tabulateIssues();
  }

  if (brief.chronology.length > 0) {
    heading('CHRONOLOGY');
    out.push(style.dim('    ● dated  ◌ vague or undated  ○ said or analysed  ▷ planned  ⇄ order disputed'));
    for (const e of brief.chronology.filter((event) => full || event.recent)) {
      const sign = e.disputed ? '⇄' : e.kind === 'plan' ? '▷' : e.vague ? '◌' : e.kind === 'happened' ? '●' : '○';
      const indent = 24;
      const text = full ? e.text : clip(e.text, c - indent - width(lettersOf(e.citations)) - 4);
      entry(text, signed(lettersOf(e.citations), e.mark), indent, `    ${padEnd(clip(e.date, 17), 17)} ${sign} `);
    }
    const before = full ? [] : brief.chronology.filter((event) => !event.recent);
    if (before.length > 0)
      entry(
        `Earlier or undated: ${before.map((e) => `${e.text}${e.date === 'undated' ? '' : ` (${e.date})`}`).join(' · ')}`,
        '',
        6,
        '    ',
      );
    for (const dispute of brief.disputes) {
      entry(`Order disputed: ${dispute.events.join(' / ')}`, '', 6, '    ⇄ ', style.bold);
      for (const side of dispute.sides) entry(side.text, signed(lettersOf(side.citations), side.mark), 8, '      · ');
    }
  }

  if (brief.holes.length > 0) {
    heading('HOLES');
    for (const hole of brief.holes) entry(`∅ ${hole.party} on: ${hole.issues.join(' · ')}`, '', 6, '    ');
  }

  heading('EVIDENCE');
  const { quoted, assumed, quantities, inferred, speakers } = brief.coverage;
  entry(
    `${quoted} rows rest on a quote, ${assumed} values are assumptions ○ (${quantities} of them numbers), ${inferred} ${inferred === 1 ? 'is' : 'are'} inferred ┄.`,
    '',
    4,
  );
  if (speakers.length > 0) entry(`Directly quoted: ${speakers.map((s) => `${s.name} ${s.quotes}`).join(', ')}.`, '', 4);

  if (brief.sources.length > 0) {
    heading('SOURCES');
    for (const s of brief.sources) {
      const about = [s.outlet, s.written === undefined ? 'undated' : `written ${s.written}`, s.reliability]
        .filter((x) => x !== undefined)
        .join(' · ');
      entry(`${s.title} — ${about}`, '', 8, `    ${padEnd(`[${s.letter}]`, 4)}`);
    }
  }
  out.push(
    '',
    style.dim(
      `parley ${brief.version} · ○ assumption  ┄ inferred  ∅ not reported · --full: everything · --html: quotes`,
    ),
  );
  return `${out.join('\n')}\n`;

  /** A row an issue, a column a signatory: what each is last reported to want. */
  function tabulateIssues(): void {
    const title = 30;
    const cell = Math.floor((c - 4 - title) / brief.signatories.length) - 2;
    out.push(
      style.dim(
        `    ${' '.repeat(title)}${brief.signatories.map((name) => padEnd(clip(name, cell), cell + 2)).join('')}`.trimEnd(),
      ),
    );
    for (const issue of brief.issues) {
      const columns_ = brief.signatories.map((name) => {
        const own = issue.positions.filter((p) => p.held && p.parties.includes(name));
        const text = own
          .map((p) => (p.mark === 'hole' ? '∅ not reported' : `${p.text} ${signed(lettersOf(p.citations), p.mark)}`))
          .join('; ');
        return wrapAtMost(text === '' ? '–' : text, cell, 3);
      });
      const head = wrapAtMost(issue.title, title - 2, 2);
      const height = Math.max(head.length, ...columns_.map((lines) => lines.length));
      for (let k = 0; k < height; k++) {
        out.push(
          `    ${style.bold(padEnd(head[k] ?? '', title))}${columns_.map((lines) => padEnd(lines[k] ?? '', cell + 2)).join('')}`.trimEnd(),
        );
      }
    }
  }

  function listIssues(): void {
    for (const issue of brief.issues) {
      const about = [issue.number, issue.category, issue.needs === undefined ? undefined : `needs ${issue.needs}`]
        .filter((x) => x !== undefined)
        .join(' · ');
      entry(issue.title, about, 4, '    ', style.bold);
      for (const p of issue.positions) {
        const label = padEnd(clip(p.party, 18), 20);
        entry(p.text, signed(lettersOf(p.citations), p.mark), 28, `        ${label}`);
      }
    }
  }

  function demandRows(demands: readonly DemandLine[], total: number): string[] {
    const party = Math.min(24, Math.max(...demands.map((d) => width(d.holder))));
    return demands.flatMap((d) => {
      const quote = d.citations[0];
      const right = `${d.mark === undefined ? `[${quote?.letter ?? ''}]` : SIGNS[d.mark]} ${d.firmness}`;
      const textColumns = total - 8 - party - 2 - width(right) - 2;
      const words = quote === undefined ? d.text : `${d.text} — “${quote.quote}”`;
      const lines = wrapAtMost(words, textColumns, 2);
      return lines.map((line, k) =>
        k === 0
          ? `        ${padEnd(clip(d.holder, party), party + 2)}${padEnd(line, textColumns)}  ${style.dim(right)}`
          : `${' '.repeat(10 + party)}${line}`,
      );
    });
  }
}

export function lettersOf(citations: readonly Citation[]): string {
  const letters = [...new Set(citations.map((x) => x.letter))].toSorted(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  return letters.length === 0 ? '' : `[${letters.join(' ')}]`;
}

const signed = (letters: string, mark: Mark | undefined): string => (mark === undefined ? letters : SIGNS[mark]);

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
