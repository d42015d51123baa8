/** The brief as Markdown: every quote stands as a footnote-like line under the claim that rests on it. */
import { sayDay } from '../case/index.ts';
import type { Brief, Citation, DemandLine, Mark } from './brief.ts';
import { sayBlocked, sayChance, sayExclusion, sayInterval } from './say.ts';
import { lettersOf, SIGNS } from './text.ts';

export function briefMarkdown(brief: Brief): string {
  const out: string[] = [`# ${escape(brief.title)}`, ''];
  const horizon = brief.horizon === undefined ? '' : ` · horizon ${sayDay(brief.horizon)}`;
  out.push(
    `As of ${sayDay(brief.asOf)}${horizon} · case \`${brief.caseHash.slice(0, 8)}\` · parley ${brief.version}`,
    '',
    `**${escape(brief.headline)}**`,
    '',
  );

  out.push('## What blocks what', '');
  if (brief.deadlocks.length === 0) out.push('No step waits for itself: no deadlock in what is reported.', '');
  brief.deadlocks.forEach((d, k) => {
    out.push(
      `### ${k + 1}. ${escape(d.title)}${d.inferred ? ' ┄ no account says so' : ''}`,
      '',
      ...demands(d.demands),
      '',
    );
    out.push(escape(sayBlocked(d)), '');
    for (const exit of d.exits) out.push(`- ${escape(exit.text)} (○ cost ${exit.cost.toFixed(2)})`);
    if (d.moreExits > 0) out.push(`- … and ${d.moreExits} more`);
    for (const other of d.otherBlocks) out.push(`- also in the way — ${escape(other)}`);
    for (const only of d.holdsOnlyIf) out.push(`- it holds only if ┄ “${escape(only)}” does`);
    out.push('');
  });
  for (const x of brief.exclusions)
    out.push(`### ✕ ${escape(x.title)}: ${sayExclusion(x.demands.length)}`, '', ...demands(x.demands), '');
  if (brief.smallDeals.length > 0) {
    out.push('### ✓ Needs nobody to move first', '');
    for (const deal of brief.smallDeals)
      out.push(`- ${escape(deal.text)}${tail(deal.citations, deal.mark)}`, ...quotes(deal.citations));
    out.push('');
  }
  if (brief.signing.length > 0) {
    out.push(
      '## Who can sign what',
      '',
      '| Meeting | Rank | State | Could settle | Position not reported |',
      '| --- | --- | --- | --- | --- |',
    );
    for (const m of brief.signing) {
      out.push(
        row([
          `${m.meeting} ${lettersOf(m.citations)}`.trim(),
          m.rank ?? '–',
          m.state,
          m.maySettle.join(', ') || '–',
          m.holes.join(', ') || '–',
        ]),
      );
    }
    out.push('');
  }
  if (brief.stability !== undefined) {
    const { headline, states, more, now } = brief.stability;
    out.push('## What is stable', '', escape(headline), '');
    const reason = (r: (typeof now)[number]): string[] => [
      `- **${escape(r.party)}**: ${escape(r.text)}${tail(r.citations, r.mark)}`,
      ...quotes(r.citations),
    ];
    for (const s of states) {
      out.push(`### ${escape(s.title)}`, '', `Stable by ${s.concepts.join(', ').toUpperCase()}. ${escape(s.way)}.`, '');
      out.push(...s.reasons.flatMap(reason), '');
    }
    if (now.length > 0) out.push('As things stand:', '', ...now.flatMap(reason), '');
    if (more > 0) out.push(`${more} more by fewer concepts: \`parley stability\`.`, '');
  }
  if (brief.deals !== undefined) {
    const { meetings, higher, higherHoles } = brief.deals;
    out.push('## Which deals exist', '');
    if (meetings.length === 0) out.push('No meeting can take place as things stand.', '');
    for (const m of meetings) {
      out.push(`### ${escape(m.meeting)}${m.rank === undefined ? '' : ` (rank ${escape(m.rank)})`}`, '');
      out.push(`Zone of agreement ${escape(m.zone)}.`, '');
      for (const deal of m.deals)
        out.push(
          `- ${escape(deal.text)} — ${escape(deal.gains)}${tail(deal.citations, deal.mark)}`,
          ...quotes(deal.citations),
        );
      for (const veto of m.blocking) out.push(`- ${escape(veto)}`);
      if (m.holes.length > 0)
        out.push(`- ∅ left open, a side’s position is not reported: ${escape(m.holes.join(', '))}`);
      out.push('');
    }
    if (higher !== undefined) out.push(escape(higher), '');
    if (higherHoles.length > 0) out.push(`∅ left open even there: ${escape(higherHoles.join(', '))}`, '');
  }
  if (brief.forecast !== undefined) {
    const { scenarios, draws, seed, effective } = brief.forecast;
    out.push(
      '## What may happen',
      '',
      `${draws.toLocaleString('en')} draws, seed ${seed}, worth ${Math.round(effective).toLocaleString('en')}; every number behind them is an assumption ○.`,
      '',
      '| Scenario | Chance | 95 % of simulation error | In words | Hangs on |',
      '| --- | --- | --- | --- | --- |',
    );
    for (const s of scenarios)
      out.push(
        row([
          s.title,
          s.settled ? `settled: ${s.probability >= 0.5 ? 'yes' : 'no'}` : sayChance(s.probability),
          s.settled ? '–' : sayInterval(s.interval),
          s.settled ? '–' : s.word,
          s.hangsOn ?? '–',
        ]),
      );
    out.push('');
  }
  out.push('## Who speaks for whom', '', '| Party | Role | Speakers |', '| --- | --- | --- |');
  for (const p of brief.parties) out.push(row([p.name, p.roles.join(', ') || '–', p.speakers.join('; ') || '–']));
  out.push('');

  if (brief.issues.length > 0) {
    out.push('## Issues and positions', '');
    for (const issue of brief.issues) {
      const about = [issue.number, issue.category, issue.needs === undefined ? undefined : `needs ${issue.needs}`]
        .filter((x) => x !== undefined)
        .join(' · ');
      out.push(`### ${escape(issue.title)}${about === '' ? '' : ` (${escape(about)})`}`, '');
      for (const p of issue.positions)
        out.push(`- **${escape(p.party)}**: ${escape(p.text)}${tail(p.citations, p.mark)}`, ...quotes(p.citations));
      out.push('');
    }
  }
  if (brief.chronology.length > 0) {
    out.push('## Chronology', '', '| When | | What | |', '| --- | --- | --- | --- |');
    for (const e of brief.chronology) {
      const sign = e.disputed ? 'order disputed' : e.kind === 'plan' ? 'planned' : e.kind === 'happened' ? '' : e.kind;
      out.push(row([e.date, sign, e.text, e.mark === undefined ? lettersOf(e.citations) : SIGNS[e.mark]]));
    }
    out.push('');
    for (const dispute of brief.disputes) {
      out.push(`**Order disputed:** ${escape(dispute.events.join(' / '))}`, '');
      for (const side of dispute.sides)
        out.push(`- ${escape(side.text)}${tail(side.citations, side.mark)}`, ...quotes(side.citations));
      out.push('');
    }
  }
  if (brief.holes.length > 0) {
    out.push('## Holes', '');
    for (const hole of brief.holes) out.push(`- ∅ ${escape(hole.party)} on: ${escape(hole.issues.join(', '))}`);
    out.push('');
  }
  const { quoted, assumed, quantities, inferred, speakers } = brief.coverage;
  out.push(
    '## Evidence',
    '',
    `${quoted} rows rest on a quote, ${assumed} values are assumptions ○ (${quantities} of them numbers), ${inferred} inferred ┄.`,
  );
  if (speakers.length > 0)
    out.push(`Directly quoted: ${escape(speakers.map((s) => `${s.name} ${s.quotes}`).join(', '))}.`);
  out.push('');
  if (brief.sources.length > 0) {
    out.push('## Sources', '');
    for (const s of brief.sources) {
      const about = [s.outlet, s.written === undefined ? 'undated' : `written ${s.written}`, s.reliability, s.note]
        .filter((x) => x !== undefined)
        .join(' · ');
      out.push(`- [${s.letter}] ${escape(s.title)} — ${escape(about)}`);
    }
    out.push('');
  }
  out.push('○ assumption · ┄ inferred · ∅ not reported');
  return `${out.join('\n')}\n`;
}

function demands(lines: readonly DemandLine[]): string[] {
  return lines.flatMap((d) => [
    `- **${escape(d.holder)}**: ${escape(d.text)} (${d.firmness} ○)${tail(d.citations, d.mark)}`,
    ...quotes(d.citations),
  ]);
}

const tail = (citations: readonly Citation[], mark: Mark | undefined): string =>
  mark === undefined ? ` ${lettersOf(citations)}`.trimEnd() : ` ${SIGNS[mark]}`;

const quotes = (citations: readonly Citation[]): string[] =>
  citations.map(
    (x) =>
      `  - > “${escape(x.quote.replace(/\s+/g, ' '))}” [${x.letter}]${x.by === undefined ? '' : ` (${escape(x.by)})`}`,
  );

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => escape(cell).replaceAll('|', '\\|')).join(' | ')} |`;

/** What Markdown or the HTML in it would read as markup is escaped. */
export const escape = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#]/g, (sign) => (sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : `\\${sign}`));
