/** The outcome space of two parties as characters: what could be agreed, what is efficient, and where no deal lies. */
import { padEnd, width } from '@parley/core/brief';
import { scatter, type BargainingProblem } from '@parley/core/bargaining';

export interface Plotted {
  readonly title: string;
  /** Two names. */
  readonly parties: readonly string[];
  readonly points: readonly (readonly number[])[];
  /** False where `points` is a sample. */
  readonly complete: boolean;
  readonly frontier: readonly (readonly number[])[];
  readonly nash: readonly number[] | undefined;
  readonly statusQuo: readonly number[] | undefined;
  readonly reserved: readonly number[];
  /** Both scales, lowest and highest. */
  readonly low: number;
  readonly high: number;
}

/** What is to be drawn of a problem; nothing unless two parties bargain. */
export function plotted(
  title: string,
  parties: readonly string[],
  problem: BargainingProblem,
  found: Pick<Plotted, 'frontier' | 'nash' | 'statusQuo' | 'reserved'>,
  scale?: readonly [number, number],
): Plotted | undefined {
  if (parties.length !== 2) return undefined;
  const { points, complete } = scatter(problem);
  const finite = [...points, ...found.frontier, found.reserved].flat().filter(Number.isFinite);
  return {
    title,
    parties,
    points,
    complete,
    ...found,
    low: Math.min(scale?.[0] ?? Infinity, ...finite),
    high: Math.max(scale?.[1] ?? -Infinity, ...finite),
  };
}

const SIGNS = { point: '·', frontier: '●', nash: '◆', statusQuo: '○', across: '┄', up: '┆', corner: '┼' };

export function plotLines(plot: Plotted, columns: number): string[] {
  const { parties, reserved, low, high } = plot;
  const span = high - low || 1;
  const labels = [high, reserved[1]!, low].map((u) => (Number.isFinite(u) ? tick(u) : ''));
  const margin = Math.max(...labels.map(width)) + 1;
  const across = Math.max(20, Math.min(64, columns - margin - 6));
  const rows = Math.max(8, Math.round(across / 4));
  const cells = Array.from({ length: rows }, () => Array<string>(across).fill(' '));
  const x = (u: number): number => Math.round(((u - low) / span) * (across - 1));
  const y = (u: number): number => rows - 1 - Math.round(((u - low) / span) * (rows - 1));
  const put = (u: readonly number[], sign: string): void => {
    const row = cells[y(u[1]!)];
    if (row?.[x(u[0]!)] !== undefined) row[x(u[0]!)] = sign;
  };
  const [across0, up0] = [x(reserved[0]!), y(reserved[1]!)];
  for (const row of cells) if (row[across0] !== undefined) row[across0] = SIGNS.up;
  if (cells[up0] !== undefined)
    cells[up0] = cells[up0].map((sign) => (sign === SIGNS.up ? SIGNS.corner : SIGNS.across));
  for (const point of plot.points) put(point, SIGNS.point);
  for (const point of plot.frontier) put(point, SIGNS.frontier);
  if (plot.statusQuo !== undefined) put(plot.statusQuo, SIGNS.statusQuo);
  if (plot.nash !== undefined) put(plot.nash, SIGNS.nash);

  const label = (k: number): string =>
    k === 0 ? labels[0]! : k === up0 ? labels[1]! : k === rows - 1 ? labels[2]! : '';
  const isShown = across0 >= 0 && across0 < across;
  const axis = isShown ? `${'─'.repeat(across0)}┴${'─'.repeat(across - across0 - 1)}` : '─'.repeat(across);
  const first = tick(low);
  const hasRoom = isShown && across0 > width(first) && across0 < across - 8;
  const ends = padEnd(hasRoom ? `${padEnd(first, across0)}${tick(reserved[0]!)}` : first, across - width(tick(high)));
  return [
    plot.title,
    `${' '.repeat(margin)}${parties[1]!}`,
    ...cells.map((row, k) => `${label(k).padStart(margin)}${k === up0 ? '┤' : '│'}${row.join('').trimEnd()}`),
    `${' '.repeat(margin)}└${axis}`,
    `${' '.repeat(margin + 1)}${ends}${tick(high)}  ${parties[0]!}`,
    `${' '.repeat(margin + 1)}${legend(plot)}`,
  ];
}

const legend = (plot: Plotted): string =>
  [
    `${SIGNS.point} a deal${plot.complete ? '' : ' (a sample)'}`,
    `${SIGNS.frontier} efficient and good enough for both`,
    ...(plot.nash === undefined ? [] : [`${SIGNS.nash} Nash`]),
    ...(plot.statusQuo === undefined ? [] : [`${SIGNS.statusQuo} as things stand`]),
    `${SIGNS.across}${SIGNS.up} no deal`,
  ].join('  ');

const tick = (x: number): string => String(Number(x.toPrecision(3)));
