/** The outcome space of two parties as SVG: one accent colour, readable on light and dark ground, nothing loaded. */
import { wrap } from '@parley/core/brief';
import type { Plotted } from './deals-plot.ts';

const WIDTH = 640;
const HEIGHT = 670;
const LEFT = 70;
const TOP = 96;
const SIDE = 480;

export function plotSvg(plot: Plotted): string {
  const { parties, low, high, reserved } = plot;
  const span = high - low || 1;
  const x = (u: number): string => (LEFT + ((u - low) / span) * SIDE).toFixed(1);
  const y = (u: number): string => (TOP + SIDE - ((u - low) / span) * SIDE).toFixed(1);
  const isWithin = (u: number): boolean => u >= low && u <= high;
  const dot = (point: readonly number[], kind: string, r: number): string =>
    `<circle class="${kind}" cx="${x(point[0]!)}" cy="${y(point[1]!)}" r="${r}"/>`;
  const text = (at: readonly [string, string], words: string, more = ''): string =>
    `<text x="${at[0]}" y="${at[1]}"${more}>${escape(words)}</text>`;
  const tick = (u: number): string => String(Number(u.toPrecision(3)));
  const bottom = TOP + SIDE;
  const right = LEFT + SIDE;
  const [first, second] = [reserved[0]!, reserved[1]!];
  const isZone = isWithin(first) && isWithin(second);
  const noDeal = [
    ...(isWithin(first)
      ? [
          `<line class="floor" x1="${x(first)}" y1="${TOP}" x2="${x(first)}" y2="${bottom}"/>`,
          text([x(first), String(bottom + 18)], tick(first), ' text-anchor="middle"'),
        ]
      : []),
    ...(isWithin(second)
      ? [
          `<line class="floor" x1="${LEFT}" y1="${y(second)}" x2="${right}" y2="${y(second)}"/>`,
          text([String(LEFT - 8), y(second)], tick(second), ' text-anchor="end" dominant-baseline="middle"'),
        ]
      : []),
  ];
  const legend = [
    ['point', `a deal${plot.complete ? '' : ' (a sample)'}`],
    ['frontier', 'efficient and good enough for both'],
    ...(plot.nash === undefined ? [] : [['nash', 'Nash']]),
    ...(plot.statusQuo === undefined ? [] : [['now', 'as things stand']]),
  ];
  // Each entry as wide as its words, at some 7.5 units a character.
  const starts = legend.map((_, k) => legend.slice(0, k).reduce((sum, [, words]) => sum + 30 + 7.5 * words!.length, 0));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(plot.title)}">
<title>${escape(plot.title)}</title>
<style>
svg { font: 13px system-ui, sans-serif; color-scheme: light dark; background: #fff; --ink: #1b1b1b; --quiet: #9a9a9a; --accent: #0a62c4; --zone: #0a62c414 }
@media (prefers-color-scheme: dark) { svg { background: #17181a; --ink: #ececec; --quiet: #7d7d7d; --accent: #6db3ff; --zone: #6db3ff1c } }
text { fill: var(--ink) } .title { font-size: 17px; font-weight: 600 } .axis { stroke: var(--ink); fill: none }
.floor { stroke: var(--quiet); stroke-dasharray: 4 4 } .zone { fill: var(--zone) } .point { fill: var(--quiet) }
.frontier { fill: var(--accent) } .nash { fill: none; stroke: var(--accent); stroke-width: 2.5 } .now { fill: none; stroke: var(--ink); stroke-width: 1.5 }
</style>
${wrap(plot.title, 58)
  .slice(0, 2)
  .map((line, k) => text(['20', String(32 + 22 * k)], line, ' class="title"'))
  .join('')}
${isZone ? `<rect class="zone" x="${x(first)}" y="${TOP}" width="${(right - Number(x(first))).toFixed(1)}" height="${(Number(y(second)) - TOP).toFixed(1)}"/>` : ''}
<path class="axis" d="M${LEFT} ${TOP}V${bottom}H${right}"/>
${noDeal.join('\n')}
${text([String(LEFT - 8), String(TOP)], tick(high), ' text-anchor="end" dominant-baseline="middle"')}
${text([String(right), String(bottom + 18)], tick(high), ' text-anchor="middle"')}
${first - low > span / 20 || !isWithin(first) ? text([String(LEFT), String(bottom + 18)], tick(low), ' text-anchor="middle"') : ''}
${second - low > span / 20 || !isWithin(second) ? text([String(LEFT - 8), String(bottom)], tick(low), ' text-anchor="end" dominant-baseline="middle"') : ''}
${text([String(LEFT), String(TOP - 12)], parties[1]!)}
${text([String(right), String(bottom + 40)], parties[0]!, ' text-anchor="end"')}
<g>${plot.points.map((point) => dot(point, 'point', 2)).join('')}</g>
<g>${plot.frontier.map((point) => dot(point, 'frontier', 4)).join('')}</g>
${plot.statusQuo === undefined ? '' : dot(plot.statusQuo, 'now', 5)}
${plot.nash === undefined ? '' : dot(plot.nash, 'nash', 9)}
${legend.map(([kind, words], k) => `<circle class="${kind}" cx="${26 + starts[k]!}" cy="${HEIGHT - 16}" r="5"/>${text([String(36 + starts[k]!), String(HEIGHT - 12)], words!)}`).join('\n')}
</svg>
`;
}

/** Markup and characters that XML has no place for. */
const escape = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/[\0-\u0008\u000B-\u001F]/g, '\uFFFD');
