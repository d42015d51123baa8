/** The debrief for a terminal. */
import { sayDay } from '../case/index.ts';
import { asOfLine, debriefNotes, sayOutcome, type Debrief } from './debrief.ts';
import { sayChance } from './say.ts';
import { clip, padEnd, width, wrap } from './layout.ts';
import { lettersOf, PLAIN, type TextOptions } from './text.ts';

export function debriefText(debrief: Debrief, { columns = 100, style = PLAIN }: TextOptions = {}): string {
  const c = Math.max(60, Math.min(columns, 120));
  const out: string[] = [];
  const para = (text: string, first: string): void =>
    wrap(text, c - width(first)).forEach((line, k) => out.push((k === 0 ? first : ' '.repeat(width(first))) + line));
  out.push(style.bold(debrief.title.toUpperCase()), style.dim(asOfLine(debrief)));

  out.push('', style.bold(`WHAT WAS KNOWN ON ${sayDay(debrief.asOf).toUpperCase()}`));
  para(debrief.known.headline, '→ ');
  for (const e of debrief.known.latest)
    para(`${e.text} ${lettersOf(e.citations)}`.trimEnd(), `    ${padEnd(clip(e.date, 17), 17)} `);

  out.push('', style.bold('WHAT WAS FORECAST'));
  const names = [...debrief.forecasters, 'accounts'];
  const cell = Math.max(9, ...names.map((name) => Math.min(14, width(name)))) + 2;
  const outcome = debrief.happened === undefined ? 0 : 18;
  const title = Math.max(20, c - 4 - 8 - names.length * cell - outcome);
  const row = (id: string, text: string, cells: readonly string[], end: string): string =>
    `    ${padEnd(id, 8)}${padEnd(clip(text, title - 2), title)}${cells.map((x) => padEnd(clip(x, cell - 1), cell)).join('')}${end}`.trimEnd();
  out.push(style.dim(row('', '', names, debrief.happened === undefined ? '' : 'what came')));
  for (const s of debrief.scenarios) {
    const cells = s.forecasts.map((f) =>
      f === undefined ? '–' : `${sayChance(f.chance)}${f.surprise === Infinity ? ' ∞' : ''}`,
    );
    const accounts =
      s.accounts === undefined
        ? '–'
        : s.accounts.chance === undefined
          ? 'no number'
          : `${sayChance(s.accounts.chance)} ○`;
    const closes = s.closes === undefined ? '' : ` (${s.closes})`;
    out.push(
      row(s.id, s.title + closes, [...cells, accounts], debrief.happened === undefined ? '' : sayOutcome(s.outcome)),
    );
  }
  for (const note of debriefNotes(debrief)) para(note, '    ');

  if (debrief.happened !== undefined) {
    out.push('', style.bold('WHAT HAPPENED'));
    if (debrief.happened.events.length === 0)
      out.push('    Nobody has written it down: outcomes.yaml has no later event.');
    for (const e of debrief.happened.events)
      para(`${e.text} — ${e.sources.join('; ')}`, `    ${padEnd(clip(e.date, 17), 17)} `);
  }
  out.push('', style.dim('○ our reading of the accounts’ words · – nothing said · --html, --md: the same as a page'));
  return `${out.join('\n')}\n`;
}
