/** The offers of a session in the outcome space of two parties, as SVG: readable on light and dark ground, nothing loaded. */
import type { Talks } from '../desk/talks.ts';
import { plotted } from './deals-plot.ts';
import type { TalksAsked } from './talks-asked.ts';

const SIDE = 480;
const LEFT = 70;
const TOP = 70;
const WIDTH = 640;
const HEIGHT = 640;
/** More marks than this are a blot and a large file. */
const MOST_OFFERS = 2000;

export function talksSvg({ topic, strategies }: TalksAsked, talks: Talks): string {
  const { index, session, concessions, points } = talks;
  const title = `How did ${topic.parties.join(' and ')} ${session.ended === 'agreement' ? 'come together' : 'fail to agree'}?`;
  const { low, high, ...plot } = plotted(title, topic.parties, topic.problem, {
    frontier: points?.pareto ?? [],
    nash: points?.nash[0],
    statusQuo: undefined,
    reserved: index.reserved,
  })!;
  const span = high - low || 1;
  const x = (u: number): string => (LEFT + ((u - low) / span) * SIDE).toFixed(1);
  const y = (u: number): string => (TOP + SIDE - ((u - low) / span) * SIDE).toFixed(1);
  const dot = (at: readonly number[], kind: string, r: number): string =>
    `<circle class="${kind}" cx="${x(at[0]!)}" cy="${y(at[1]!)}" r="${r}"/>`;
  const text = (left: number, top: number, words: string, more = ''): string =>
    `<text x="${left}" y="${top}"${more}>${escaped(words)}</text>`;
  const offers = [0, 1].map((p) => {
    const own = concessions.filter(({ party }) => party === p).map(({ utilities }) => utilities);
    const step = Math.ceil(own.length / MOST_OFFERS);
    // The same offer again and again is one mark.
    return own
      .filter((_, k) => k % step === 0 || k === own.length - 1)
      .filter((at, k, all) => k === 0 || at[0] !== all[k - 1]![0] || at[1] !== all[k - 1]![1]);
  });
  const marks = offers.map((own, p) => {
    const way = own.map((at) => `${x(at[0]!)},${y(at[1]!)}`).join(' ');
    return `<g class="party${p}"><polyline points="${way}"/>${own.map((at) => dot(at, 'offer', 3.5)).join('')}</g>`;
  });
  const agreed = session.agreement;
  const deal =
    agreed === undefined
      ? ''
      : dot(
          index.utilities.map((u) => u[agreed]!),
          'deal',
          9,
        );
  const legend = [
    ...topic.parties.map(
      (party, p) => [`party${p} offer`, `${party}: ${strategies[p]?.id ?? 'its proposals'}`] as const,
    ),
    ['frontier', 'efficient'] as const,
    ...(agreed === undefined ? [] : [['deal', 'the agreement'] as const]),
  ];
  const bottom = TOP + SIDE;
  const tick = (u: number): string => String(Number(u.toPrecision(3)));
  const [first, second] = index.reserved as [number, number];
  const isWithin = (u: number): boolean => u >= low && u <= high;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">
<title>${escaped(title)}</title>
<style>
svg { font: 13px system-ui, sans-serif; color-scheme: light dark; background: #fff; --ink: #1b1b1b; --quiet: #b5b5b5; --one: #0a62c4; --two: #b3541e }
@media (prefers-color-scheme: dark) { svg { background: #17181a; --ink: #ececec; --quiet: #5d5d5d; --one: #6db3ff; --two: #ff9d63 } }
text { fill: var(--ink) } .title { font-size: 17px; font-weight: 600 } .axis { stroke: var(--ink); fill: none }
.floor { stroke: var(--quiet); stroke-dasharray: 4 4 } .point { fill: var(--quiet); opacity: .6 } .frontier { fill: none; stroke: var(--ink) }
polyline { fill: none; stroke-width: 1.2; opacity: .7 } .party0 polyline { stroke: var(--one) } .party1 polyline { stroke: var(--two) }
.party0 .offer, .party0.offer { fill: var(--one) } .party1 .offer, .party1.offer { fill: var(--two) } .deal { fill: none; stroke: var(--ink); stroke-width: 2.5 }
</style>
${text(LEFT, 32, title, ' class="title"')}
<path class="axis" d="M${LEFT} ${TOP}V${bottom}H${LEFT + SIDE}"/>
${isWithin(first) ? `<line class="floor" x1="${x(first)}" y1="${TOP}" x2="${x(first)}" y2="${bottom}"/>` : ''}
${isWithin(second) ? `<line class="floor" x1="${LEFT}" y1="${y(second)}" x2="${LEFT + SIDE}" y2="${y(second)}"/>` : ''}
${text(LEFT - 8, TOP, tick(high), ' text-anchor="end" dominant-baseline="middle"')}
${text(LEFT - 8, bottom, tick(low), ' text-anchor="end" dominant-baseline="middle"')}
${text(LEFT + SIDE, bottom + 18, tick(high), ' text-anchor="middle"')}
${text(LEFT, TOP - 12, topic.parties[1]!)}
${text(LEFT + SIDE, bottom + 38, topic.parties[0]!, ' text-anchor="end"')}
<g>${plot.points.map((at) => dot(at, 'point', 1.8)).join('')}</g>
<g>${plot.frontier.map((at) => dot(at, 'frontier', 4)).join('')}</g>
${marks.join('\n')}
${deal}
${legend.map(([kind, words], k) => `<circle class="${kind}" cx="${LEFT + 6 + (k % 2) * 280}" cy="${HEIGHT - 36 + Math.floor(k / 2) * 20}" r="5"/>${text(LEFT + 18 + (k % 2) * 280, HEIGHT - 32 + Math.floor(k / 2) * 20, words)}`).join('\n')}
</svg>
`;
}

const escaped = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/[\0-\u0008\u000B-\u001F]/g, '\uFFFD');
