/** A forecast for other programs: CSV, SVG and Vega-Lite of the curves by day. */
import { dayOf, type Forecast } from '@parley/core/forecast';

const days = ({ process }: Forecast): string[] =>
  Array.from({ length: process.rounds + 1 }, (_, round) => dayOf(round, process.asOf));

/** One line a scenario and day. */
export function forecastCsv(found: Forecast): string {
  const rows = found.scenarios.flatMap((s) =>
    days(found).map((day, round) =>
      [s.id, `"${s.title.replaceAll('"', '""')}"`, day, s.curve[round]!, s.probability, s.standardError].join(','),
    ),
  );
  return `scenario,title,day,chance_by_day,probability,standard_error\n${rows.join('\n')}\n`;
}

export function forecastVega(found: Forecast): string {
  const values = found.scenarios.flatMap((s) =>
    days(found).map((day, round) => ({ scenario: s.title, day, chance: s.curve[round]! })),
  );
  return `${JSON.stringify(
    {
      $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      title: `What may happen, as of ${found.asOf}?`,
      width: 600,
      height: 360,
      data: { values },
      mark: { type: 'line', interpolate: 'step-after', tooltip: true },
      encoding: {
        x: { field: 'day', type: 'temporal', title: null },
        y: { field: 'chance', type: 'quantitative', title: 'chance', axis: { format: '%' }, scale: { domain: [0, 1] } },
        color: { field: 'scenario', type: 'nominal', title: null },
      },
    },
    null,
    1,
  )}\n`;
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** Small multiples, one panel a scenario, each with its own title and its last value: no legend to look up. */
export function forecastSvg(found: Forecast): string {
  const [columns, w, h, gap] = [3, 290, 110, 24];
  const shown = found.scenarios.filter((s) => !s.settled);
  const rows = Math.max(1, Math.ceil(shown.length / columns));
  const [width, height] = [columns * (w + gap) + gap, rows * (h + 2 * gap) + 3 * gap];
  const all = days(found);
  const panels = shown.map((s, k) => {
    const x0 = gap + (k % columns) * (w + gap);
    const y0 = 3 * gap + Math.floor(k / columns) * (h + 2 * gap);
    const at = (round: number): number => x0 + (round / Math.max(1, all.length - 1)) * (w - 46);
    const points = s.curve.map((p, round) => `${at(round).toFixed(1)},${(y0 + h - p * h).toFixed(1)}`).join(' ');
    const title = s.title.length > 38 ? `${s.title.slice(0, 37).trimEnd()}…` : s.title;
    return `<g><title>${escape(s.title)}</title><text x="${x0}" y="${y0 - 6}" class="t">${escape(title)}</text><line x1="${x0}" y1="${y0 + h}" x2="${x0 + w - 46}" y2="${y0 + h}" class="a"/><line x1="${x0}" y1="${y0}" x2="${x0 + w - 46}" y2="${y0}" class="g"/><line x1="${x0}" y1="${y0 + h / 2}" x2="${x0 + w - 46}" y2="${y0 + h / 2}" class="g"/><polyline points="${points}" class="c"/><text x="${x0 + w - 40}" y="${(y0 + h - (s.curve.at(-1) ?? 0) * h + 4).toFixed(1)}" class="v">${(100 * s.probability).toFixed(0)} %</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Chances by day">
<style>text{font:12px system-ui,sans-serif;fill:#1c1b1a}.h{font-size:16px;font-weight:600}.t{font-weight:600}.v{fill:#0b57a4;font-weight:600}.a{stroke:#77736c}.g{stroke:#d9d5ce;stroke-dasharray:2 3}.c{fill:none;stroke:#0b57a4;stroke-width:2}rect{fill:#fbfaf8}@media(prefers-color-scheme:dark){text{fill:#ece8e1}rect{fill:#191817}.g{stroke:#3a3834}.c{stroke:#7fb6f0}.v{fill:#7fb6f0}}</style>
<rect width="100%" height="100%"/>
<text x="${gap}" y="${gap + 6}" class="h">What may happen, from ${all[0]!} to ${all.at(-1)!}?</text>
<text x="${gap}" y="${gap + 24}">Chance by day; dashed lines at 50 and 100 %. ${escape(found.process.title)}</text>
${panels.join('\n')}
</svg>
`;
}
