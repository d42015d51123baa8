/**
 * What a date or a place is told of, by the word nearest to it: a vote, a meeting, a signature. One word for each kind of
 * happening, since writers choose theirs freely (`talks`, `summit`, `meet`).
 */
import type { Span } from '../../evidence/span.ts';
import type { Scene } from './scenes.ts';

export type Happening =
  | 'vote'
  | 'meeting'
  | 'signature'
  | 'opening'
  | 'strike'
  | 'exchange'
  | 'truce'
  | 'arrival'
  | 'beginning';

const WORDS: Readonly<Record<Happening, string>> = {
  vote: 'votes?|voted|referendum|ballot|elections?|plebiscite',
  meeting: 'meet|meets|met|meetings?|talks|summit|negotiations|conference|sit down|sat down|face-to-face',
  signature: 'sign|signs|signed|signing|signature|concluded',
  opening: 'opens?|opened|opening',
  strike: 'strike|walkout|walk out|walked out|(?:stop|stops|stopping) work|stopped work|down tools',
  exchange: 'exchanged?|swap|swapped|crossed|walked across',
  truce: 'ceasefire|cease-fire|truce|armistice',
  arrival: 'arrives?|arrived|landed|flew|flies',
  beginning: 'began|begun|broke out|invasion|invaded',
};
const PATTERN = new RegExp(
  String.raw`\b(?:${Object.entries(WORDS)
    .map(([key, words]) => `(?<${key}>${words})`)
    .join('|')})\b`,
  'gi',
);
const FARTHEST = 110;

export interface Told extends Span {
  readonly is: Happening;
}

export function happenings({ text }: Scene): Told[] {
  return [...text.matchAll(PATTERN)].map((match) => ({
    is: Object.entries(match.groups!).find(([, word]) => word !== undefined)![0] as Happening,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The nearest in the clause; what stands before is preferred, as English puts it. */
export function happeningAt(scene: Scene, span: Span, among: readonly Told[] = happenings(scene)): Told | undefined {
  let best: { told: Told; far: number } | undefined;
  for (const told of among) {
    const isBefore = told.end <= span.start;
    const [from, to] = isBefore ? [told.end, span.start] : [span.end, told.start];
    const far = (to - from) * (isBefore ? 1 : 2);
    if (far < 0 || far > FARTHEST || /[;:]/.test(scene.text.slice(from, to))) continue;
    if (best === undefined || far < best.far) best = { told, far };
  }
  return best?.told;
}

/** One of several of its kind: not the one that others tell of. */
const BEFORE =
  /\b(next|second|third|fourth|another|previous|previously|earlier|last|latest|follow-up|further|resum\w+|new|first direct|future)(?: [\p{L}-]+){0,2} $/iu;
const AFTER = /^[^.;,]{0,45}\b(again|ago|since|before)\b/i;

export const isOneOfMany = ({ text }: Scene, { start, end }: Span): boolean =>
  BEFORE.test(text.slice(Math.max(0, start - 40), start)) || AFTER.test(text.slice(end, end + 60));
