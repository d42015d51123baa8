/** The debrief as one self-contained HTML file in the dress of the brief: no script, nothing loaded, prints on a page. */
import { sayDay } from '../case/index.ts';
import { asOfLine, debriefNotes, sayOutcome, type Debrief, type DebriefScenario } from './debrief.ts';
import { sayChance } from './say.ts';
import { escape, STYLE } from './html.ts';
import { lettersOf } from './text.ts';

export function debriefHtml(debrief: Debrief): string {
  const { known, happened } = debrief;
  const latest = known.latest.map(
    (e) => `<li><time>${escape(e.date)}</time><span>${escape(e.text)} ${escape(lettersOf(e.citations))}</span></li>`,
  );
  const names = debrief.forecasters.map((name) => `<th>${escape(name)}</th>`).join('');
  const came = happened === undefined ? '' : '<th>What came</th>';
  const rows = debrief.scenarios.map((s) => scenario(s, happened !== undefined));
  const notes = debriefNotes(debrief).map((note) => `<p class="meta">${escape(note.replaceAll('`', ''))}</p>`);
  const events = (happened?.events ?? []).map(
    (e) =>
      `<li><time>${escape(e.date)}</time><span>${escape(e.text)} <span class="meta">${escape(e.sources.join('; '))}</span></span></li>`,
  );
  const after =
    happened === undefined
      ? ''
      : `<section><h2>What happened</h2>${events.length === 0 ? '<p>Nobody has written it down.</p>' : `<ol class="chronology">${events.join('')}</ol>`}</section>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(debrief.title)} — debrief as of ${sayDay(debrief.asOf)}</title>
<style>${STYLE}${ON_ONE_PAGE}</style>
</head>
<body>
<main>
<header><h1>${escape(debrief.title)}</h1><p class="meta">${escape(asOfLine(debrief))}</p><p class="headline">${escape(known.headline)}</p></header>
<section><h2>What was known on ${sayDay(debrief.asOf)}</h2><ol class="chronology">${latest.join('')}</ol></section>
<section><h2>What was forecast</h2><table><thead><tr><th>Scenario</th><th>Until</th>${names}<th>Accounts ○</th>${came}</tr></thead><tbody>${rows.join('')}</tbody></table>${notes.join('')}</section>
${after}
<footer>○ our reading of the accounts’ words, opened by a click · – nothing said</footer>
</main>
</body>
</html>
`;
}

function scenario(s: DebriefScenario, shown: boolean): string {
  const cells = s.forecasts.map((f) =>
    f === undefined
      ? '<td>–</td>'
      : `<td>${escape(sayChance(f.chance))} <span class="meta">${escape(f.word)}</span>${f.surprise === Infinity ? ' ∞' : ''}</td>`,
  );
  const note = s.outcome?.note === undefined ? '' : ` <span class="meta">${escape(s.outcome.note)}</span>`;
  const outcome = shown ? `<td><b>${escape(sayOutcome(s.outcome))}</b>${note}</td>` : '';
  return `<tr><th scope="row">${escape(s.title)} <span class="meta">${escape(s.id)}</span></th><td>${escape(s.closes ?? '–')}</td>${cells.join('')}<td>${accounts(s)}</td>${outcome}</tr>`;
}

function accounts({ accounts: said }: DebriefScenario): string {
  if (said === undefined) return '–';
  const words = said.words.map((w) => `<p><q>${escape(w.quote)}</q> [${escape(w.letter)}] ${escape(w.range)}</p>`);
  const chance = said.chance === undefined ? 'no number' : sayChance(said.chance);
  return `<details><summary>${escape(chance)}</summary>${words.join('')}</details>`;
}

/** Closer set than a brief, and printed small enough for a page of paper. */
const ON_ONE_PAGE = `
th[scope=row]{width:17rem}td:nth-child(2){white-space:nowrap}td,th{padding:.18rem .6rem .18rem 0}.chronology li{grid-template-columns:7rem 1fr;padding-top:.1rem;padding-bottom:.1rem}
@media print{@page{margin:11mm}html,body{font-size:7.2pt;line-height:1.3}h1{font-size:12pt}h2{font-size:9.5pt;margin:.9rem 0 .3rem}th[scope=row]{width:24rem}td,th{padding-top:.1rem;padding-bottom:.1rem}footer{margin-top:.8rem}}
`;
