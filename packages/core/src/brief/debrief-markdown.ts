/** The debrief as Markdown. */
import { sayDay } from '../case/index.ts';
import { asOfLine, debriefNotes, sayOutcome, type Debrief, type DebriefForecast } from './debrief.ts';
import { sayChance } from './say.ts';
import { escape } from './markdown.ts';
import { lettersOf } from './text.ts';

export function debriefMarkdown(debrief: Debrief): string {
  const { known, happened } = debrief;
  const cell = (text: string): string => escape(text).replaceAll('|', '\\|');
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const out = [`# ${escape(debrief.title)}`, '', asOfLine(debrief), ''];
  out.push(`## What was known on ${sayDay(debrief.asOf)}`, '', `**${escape(known.headline)}**`, '');
  for (const e of known.latest) out.push(`- ${escape(`${e.date}: ${e.text} ${lettersOf(e.citations)}`.trimEnd())}`);
  if (known.latest.length > 0) out.push('');
  out.push('## What was forecast', '');
  const head = [
    '',
    'Scenario',
    'Until',
    ...debrief.forecasters,
    'Accounts ○',
    ...(happened === undefined ? [] : ['What came']),
  ];
  out.push(row(head), `|${' --- |'.repeat(head.length)}`);
  for (const s of debrief.scenarios)
    out.push(
      row([
        s.id,
        s.title,
        s.closes ?? '–',
        ...s.forecasts.map(sayForecast),
        s.accounts === undefined ? '–' : s.accounts.chance === undefined ? 'no number' : sayChance(s.accounts.chance),
        ...(happened === undefined ? [] : [sayOutcome(s.outcome)]),
      ]),
    );
  out.push('');
  for (const note of debriefNotes(debrief)) out.push(note.includes('`') ? note : escape(note), '');
  if (happened !== undefined) {
    out.push('## What happened', '');
    for (const e of happened.events)
      out.push(`- ${escape(e.date)}: ${escape(e.text)} (${escape(e.sources.join('; '))})`);
    if (happened.events.length === 0) out.push('Nobody has written it down.');
    out.push('');
  }
  out.push('○ our reading of the accounts’ words · – nothing said');
  return `${out.join('\n')}\n`;
}

const sayForecast = (f: DebriefForecast | undefined): string =>
  f === undefined ? '–' : `${sayChance(f.chance)}, ${f.word}${f.surprise === Infinity ? ' ∞' : ''}`;
