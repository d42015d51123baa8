/** Headings that give the speaker and a colon: `Brandt: the toll will stay`. Only where a clause follows, and in the title. */
import { contentEnd } from './content.ts';
import { cueSpan, type Found } from './found.ts';
import { startsClause } from './frames.ts';
import type { Piece } from './passages.ts';
import { phraseFrom } from './phrases.ts';
import { isRecord, speakerOf, type Setting } from './speaker.ts';

const MOST = 8; // pieces before the colon

export function headingCue(setting: Setting, pieces: readonly Piece[], k: number): Found | undefined {
  if (pieces[k]!.text !== ':' || k === 0 || k > MOST || pieces[k + 1]?.pos === 'QUOTE') return undefined;
  if (pieces[0]!.start !== setting.title?.start) return undefined;
  const named = phraseFrom(pieces, 0);
  if (named?.to !== k || /^(?:what|who|how|why|where|when|which)$/.test(pieces[k + 1]?.lower ?? '')) return undefined;
  const speaker = speakerOf(setting, pieces, named);
  const type = speaker.entity === undefined ? undefined : setting.names.entity(speaker.entity)?.type;
  if ((type === undefined || type === 'place') && !isRecord(pieces, named)) return undefined;
  if (!startsClause(pieces, k + 1, false)) return undefined;
  return {
    rule: 'indirect-clause',
    act: 'state',
    content: { from: k + 1, to: contentEnd(pieces, k + 1, 'clause') },
    cue: cueSpan(pieces, k, k),
    speaker,
    isNegated: false,
  };
}
