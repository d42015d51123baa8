/**
 * The brief as one self-contained HTML file: no script, nothing loaded, both colour schemes, prints well. Every claim
 * opens to the words it rests on.
 */
import { sayDay } from '../case/index.ts';
import type { Brief, Citation, DemandLine, Mark } from './brief.ts';
import { sayBlocked, sayChance, sayExclusion, sayInterval } from './say.ts';
import { lettersOf, SIGNS } from './text.ts';

export function briefHtml(brief: Brief): string {
  const horizon = brief.horizon === undefined ? '' : ` · horizon ${sayDay(brief.horizon)}`;
  const body = [
    `<header><h1>${escape(brief.title)}</h1><p class="meta">As of ${sayDay(brief.asOf)}${horizon} · case <code>${escape(brief.caseHash.slice(0, 8))}</code> · parley ${escape(brief.version)}</p>`,
    `<p class="headline">${escape(brief.headline)}</p></header>`,
    section(
      'What blocks what',
      [...brief.deadlocks.map(deadlock), ...brief.exclusions.map(exclusion), smallDeals(brief)].join('') ||
        '<p>No step waits for itself: no deadlock in what is reported.</p>',
    ),
    brief.signing.length === 0 ? '' : section('Who can sign what', signing(brief)),
    brief.stability === undefined ? '' : section('What is stable', stability(brief.stability)),
    brief.deals === undefined ? '' : section('Which deals exist', deals(brief.deals)),
    brief.forecast === undefined ? '' : section('What may happen', forecastTable(brief.forecast)),
    section('Who speaks for whom', partyTable(brief)),
    brief.issues.length === 0 ? '' : section('Issues and positions', brief.issues.map(issue).join('')),
    brief.chronology.length === 0 ? '' : section('Chronology', chronology(brief)),
    brief.holes.length === 0
      ? ''
      : section(
          'Holes',
          `<ul>${brief.holes.map((h) => `<li>∅ <b>${escape(h.party)}</b> on: ${escape(h.issues.join(', '))}</li>`).join('')}</ul>`,
        ),
    section('Evidence', evidence(brief)),
    brief.sources.length === 0 ? '' : section('Sources', sources(brief)),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(brief.title)} — brief as of ${sayDay(brief.asOf)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
<footer>○ assumption · ┄ inferred · ∅ not reported · a letter in brackets opens the words of that source</footer>
</main>
</body>
</html>
`;
}

const section = (title: string, content: string): string => `<section><h2>${escape(title)}</h2>${content}</section>`;

function deadlock(d: Brief['deadlocks'][number], k: number): string {
  const exits = d.exits.map(
    (exit) => `<li>${escape(exit.text)} <span class="cost">○ cost ${exit.cost.toFixed(2)}</span></li>`,
  );
  const more = d.moreExits > 0 ? [`<li class="meta">${d.moreExits} more</li>`] : [];
  const others = d.otherBlocks.map((other) => `<li>also in the way — ${escape(other)}</li>`);
  const only = d.holdsOnlyIf.map((text) => `<li>it holds only if ┄ “${escape(text)}” does</li>`);
  return `<article><h3>${k + 1} · ${escape(d.title)}${d.inferred ? ' <span class="mark">┄ no account says so</span>' : ''}</h3>
${demands(d.demands)}
<p>${escape(sayBlocked(d))}</p>
<ul>${[...exits, ...more, ...others, ...only].join('')}</ul></article>`;
}

function exclusion(x: Brief['exclusions'][number]): string {
  return `<article><h3>✕ ${escape(x.title)}: ${sayExclusion(x.demands.length)}</h3>${demands(x.demands)}</article>`;
}

function smallDeals(brief: Brief): string {
  if (brief.smallDeals.length === 0) return '';
  const items = brief.smallDeals.map((deal) => `<li>${escape(deal.text)} ${basis(deal.citations, deal.mark)}</li>`);
  return `<article><h3>✓ Needs nobody to move first</h3><ul>${items.join('')}</ul></article>`;
}

function demands(lines: readonly DemandLine[]): string {
  const rows = lines.map(
    (d) =>
      `<tr><th scope="row">${escape(d.holder)}</th><td>${escape(d.text)} ${basis(d.citations, d.mark)}</td><td class="firm">${escape(d.firmness)} ○</td></tr>`,
  );
  return `<table class="demands">${rows.join('')}</table>`;
}

function signing(brief: Brief): string {
  const rows = brief.signing.map(
    (m) =>
      `<tr><th scope="row">${escape(m.meeting)} ${basis(m.citations, undefined)}</th><td>${escape(m.rank ?? '–')}</td><td>${escape(m.state)}</td><td>${escape(m.maySettle.join(', ') || 'nothing on the list')}</td><td>${m.holes.length > 0 ? `∅ ${escape(m.holes.join(', '))}` : '–'}</td></tr>`,
  );
  return `<table><thead><tr><th>Meeting</th><th>Rank</th><th>State</th><th>Could settle</th><th>Position not reported</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function stability({ headline, states, more, now }: NonNullable<Brief['stability']>): string {
  const reason = (r: (typeof now)[number]): string =>
    `<li><b>${escape(r.party)}</b>: ${escape(r.text)} ${basis(r.citations, r.mark)}</li>`;
  const articles = states.map(
    (s) =>
      `<article><h3>${escape(s.title)} <span class="meta">${escape(s.concepts.join(' ').toUpperCase())} · ${escape(s.way)}</span></h3><ul>${s.reasons.map(reason).join('')}</ul></article>`,
  );
  const leaving = now.length === 0 ? '' : `<p>As things stand:</p><ul>${now.map(reason).join('')}</ul>`;
  return `<p>${escape(headline)}</p>${articles.join('')}${leaving}${more > 0 ? `<p class="meta">${more} more by fewer concepts</p>` : ''}`;
}

function deals({ meetings, higher, higherHoles }: NonNullable<Brief['deals']>): string {
  const articles = meetings.map((m) => {
    const rank = m.rank === undefined ? '' : ` <span class="meta">rank ${escape(m.rank)}</span>`;
    const items = [
      ...m.deals.map((deal) => `${escape(deal.text)} <b>${escape(deal.gains)}</b> ${basis(deal.citations, deal.mark)}`),
      ...m.blocking.map(escape),
      ...(m.holes.length === 0
        ? []
        : [`∅ left open, a side’s position is not reported: ${escape(m.holes.join(', '))}`]),
    ];
    return `<article><h3>${escape(m.meeting)}${rank}</h3><p>Zone of agreement ${escape(m.zone)}.</p><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></article>`;
  });
  const none = meetings.length === 0 ? '<p>No meeting can take place as things stand.</p>' : '';
  const above = higher === undefined ? '' : `<p>${escape(higher)}</p>`;
  const open = higherHoles.length === 0 ? '' : `<p>∅ left open even there: ${escape(higherHoles.join(', '))}</p>`;
  return `${none}${articles.join('')}${above}${open}`;
}

function forecastTable({ scenarios, draws, seed, effective }: NonNullable<Brief['forecast']>): string {
  const rows = scenarios.map((s) => {
    const cells = s.settled
      ? `<td>settled: ${s.probability >= 0.5 ? 'yes' : 'no'}</td><td></td><td></td>`
      : `<td><b>${sayChance(s.probability)}</b> <span class="meta">${sayInterval(s.interval)}</span><div class="bar"><i style="width:${(100 * s.probability).toFixed(1)}%"></i></div></td><td>${escape(s.word)}</td><td>${escape(s.hangsOn ?? '–')}</td>`;
    return `<tr><th scope="row">${escape(s.title)}</th>${cells}</tr>`;
  });
  return `<p>${draws.toLocaleString('en')} draws, seed ${seed}, worth ${Math.round(effective).toLocaleString('en')}; every number behind them is an assumption ○.</p><table><thead><tr><th>Scenario</th><th>Chance</th><th>In words</th><th>Hangs on</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function partyTable(brief: Brief): string {
  const rows = brief.parties.map(
    (p) =>
      `<tr><th scope="row">${escape(p.name)}</th><td>${escape(p.roles.join(', '))}</td><td>${escape(p.speakers.join('; ') || '–')}</td></tr>`,
  );
  return `<table><thead><tr><th>Party</th><th>Role</th><th>Speakers</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function issue(x: Brief['issues'][number]): string {
  const about = [x.number, x.category, x.needs === undefined ? undefined : `needs ${x.needs}`]
    .filter((part) => part !== undefined)
    .join(' · ');
  const rows = x.positions.map(
    (p) =>
      `<tr><th scope="row">${escape(p.party)}</th><td>${p.mark === 'hole' ? '<span class="mark">∅ not reported</span>' : `${escape(p.text)} ${basis(p.citations, p.mark)}`}</td></tr>`,
  );
  return `<article><h3>${escape(x.title)} <span class="meta">${escape(about)}</span></h3><table class="positions">${rows.join('')}</table></article>`;
}

function chronology(brief: Brief): string {
  const rows = brief.chronology.map((e) => {
    const signs = [
      e.disputed ? 'order disputed' : '',
      e.kind === 'plan' ? 'planned' : e.kind === 'happened' ? '' : e.kind,
    ]
      .filter((x) => x !== '')
      .join(', ');
    const kind = [e.disputed ? 'disputed' : '', e.kind === 'plan' ? 'plan' : '', e.vague ? 'vague' : '']
      .filter((x) => x !== '')
      .join(' ');
    return `<li class="${kind}"><time>${escape(e.date)}</time><span>${escape(e.text)}${signs === '' ? '' : ` <i>${signs}</i>`} ${basis(e.citations, e.mark)}</span></li>`;
  });
  const disputes = brief.disputes.map((d) => {
    const sides = d.sides.map((side) => `<li>${escape(side.text)} ${basis(side.citations, side.mark)}</li>`);
    return `<article><h3>⇄ Order disputed: ${escape(d.events.join(' / '))}</h3><ul>${sides.join('')}</ul></article>`;
  });
  return `<ol class="chronology">${rows.join('')}</ol>${disputes.join('')}`;
}

function evidence(brief: Brief): string {
  const { quoted, assumed, quantities, inferred, speakers } = brief.coverage;
  const total = Math.max(1, quoted + assumed + inferred);
  const bar = `<div class="bar" role="img" aria-label="${quoted} quoted, ${assumed} assumed, ${inferred} inferred"><i style="width:${((100 * quoted) / total).toFixed(1)}%"></i></div>`;
  const spoken =
    speakers.length === 0
      ? ''
      : `<p>Directly quoted: ${escape(speakers.map((s) => `${s.name} ${s.quotes}`).join(', '))}.</p>`;
  return `${bar}<p>${quoted} rows rest on a quote, ${assumed} values are assumptions ○ (${quantities} of them numbers), ${inferred} inferred ┄.</p>${spoken}`;
}

function sources(brief: Brief): string {
  const items = brief.sources.map((s) => {
    const about = [s.outlet, s.written === undefined ? 'undated' : `written ${s.written}`, s.reliability, s.note]
      .filter((x) => x !== undefined)
      .join(' · ');
    return `<li id="source-${escape(s.letter)}"><b>[${escape(s.letter)}]</b> ${escape(s.title)} <span class="meta">${escape(about)}</span></li>`;
  });
  return `<ul class="sources">${items.join('')}</ul>`;
}

/** Letters that open the words, or the mark of what has none. */
function basis(citations: readonly Citation[], mark: Mark | undefined): string {
  const sign = mark === undefined ? '' : `<span class="mark">${SIGNS[mark]}</span>`;
  if (citations.length === 0) return sign;
  const quotes = citations.map(
    (c) => `<q>${escape(c.quote)}</q> [${escape(c.letter)}]${c.by === undefined ? '' : ` — ${escape(c.by)}`}`,
  );
  return `${sign}<details><summary>${escape(lettersOf(citations))}</summary>${quotes.map((quote) => `<p>${quote}</p>`).join('')}</details>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1e23;--soft:#5b6470;--line:#d9dde3;--paper:#fff;--wash:#f4f6f8;--accent:#0b5cad}
@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--soft:#9aa4b1;--line:#343a43;--paper:#15181c;--wash:#1d2127;--accent:#7db7f0}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif}
main{max-width:58rem;margin:0 auto;padding:2rem 1.25rem 4rem}h1{font-size:1.7rem;margin:0}h2{font-size:1.15rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.25rem}
h3{font-size:1rem;margin:1.1rem 0 .35rem}.meta,.cost,footer{color:var(--soft);font-size:.86rem;font-weight:400}.headline{font-size:1.12rem;border-left:4px solid var(--accent);padding:.1rem 0 .1rem .8rem}
table{border-collapse:collapse;width:100%;font-size:.94rem}th,td{text-align:left;vertical-align:top;padding:.28rem .6rem .28rem 0;border-bottom:1px solid var(--line)}th[scope=row]{font-weight:600;width:11rem}
thead th{font-weight:400;color:var(--soft)}.firm{white-space:nowrap;color:var(--soft);width:6rem}.mark{color:var(--soft);font-weight:400}ul{margin:.3rem 0;padding-left:1.2rem}
details{display:inline}summary{display:inline;cursor:pointer;color:var(--accent);list-style:none;font-size:.86rem}summary::-webkit-details-marker{display:none}
details[open]>p{margin:.25rem 0;padding:.35rem .7rem;background:var(--wash);border-left:3px solid var(--line);font-size:.92rem}
.chronology{list-style:none;padding:0;margin:0}.chronology li{display:grid;grid-template-columns:11.5rem 1fr;gap:.8rem;padding:.22rem 0;border-left:3px solid var(--accent);padding-left:.8rem}
.chronology .vague{border-left-style:dotted}.chronology .plan{border-left-color:var(--line)}.chronology .disputed{border-left-style:double;border-left-width:5px}time{color:var(--soft);font-variant-numeric:tabular-nums}
.bar{height:.6rem;background:var(--wash);border:1px solid var(--line);border-radius:.3rem;overflow:hidden}.bar i{display:block;height:100%;background:var(--accent)}.sources{list-style:none;padding:0}footer{margin-top:2.5rem}
@media(max-width:40rem){.chronology li{grid-template-columns:1fr;gap:0}th[scope=row]{width:auto}}
@media print{body{font-size:10.5pt}main{max-width:none;padding:0}article,tr,li{break-inside:avoid}summary{color:inherit}}
`;
