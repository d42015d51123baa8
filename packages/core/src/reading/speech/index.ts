/**
 * Who said what in an account: direct quotations, terms in quotation marks, and what is told of speech and of the acts of
 * negotiating. Linear in the text: marks are paired once, each passage is read once, and every look around is bounded.
 */
import type { Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import type { IndirectRow, QuotationRow, QuotedTermRow } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';
import { indirect } from './indirect.ts';
import { marked, type Marked } from './marks.ts';
import { passages } from './passages.ts';
import { pronounReading } from './subjects.ts';
import { quotations } from './quotations.ts';
import { isUtterance } from './utterances.ts';

export { eventCode, type EventCode } from './plover.ts';

export function speechRows(
  account: Account,
  tagged: readonly TaggedSentence[],
  names: Names,
): (QuotationRow | QuotedTermRow | IndirectRow)[] {
  const { id: source, text, paragraphs } = account;
  const utterances: Marked[] = [];
  const terms: Marked[] = [];
  let p = 0;
  let s = 0;
  for (const mark of marked(text, paragraphs)) {
    while (p < paragraphs.length && paragraphs[p]!.end <= mark.outer.start) p++;
    while (s < tagged.length && tagged[s]!.end <= mark.start) s++;
    // what is set aside belongs to no sentence
    if (p >= paragraphs.length || s >= tagged.length || tagged[s]!.start >= mark.end) continue;
    (isUtterance(text, mark, paragraphs[p]!) ? utterances : terms).push(mark);
  }
  const read = passages(tagged, utterances, terms);
  const pronoun = pronounReading(text, names, read);
  const setting = { text, names, pronoun, ...(account.title === undefined ? {} : { title: account.title }) };
  const said = quotations(setting, source, utterances, read, paragraphs);
  const quoted = terms.map(({ start, end }): QuotedTermRow => {
    return { kind: 'quoted-term', source, rule: 'quoted-term', start, end, exact: text.slice(start, end) };
  });
  return [...said, ...quoted, ...indirect(setting, source, read)];
}
