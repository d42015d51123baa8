/** Reading: what an account's text consists of. */
export { paragraphs } from './paragraphs.ts';
export { residue, type SetAside, type Why } from './residue.ts';
export { sentences } from './sentences.ts';
export { account, type Account, type AccountGiven } from './account.ts';
export { NOTHING_KNOWN, type Known, type KnownEntity, type KnownOffice } from './known.ts';
export { FEWEST, precisionOf, type Precision } from './precision.ts';
export { read, reader, type AccountRead, type Reader, type ReaderKept, type Reading } from './read.ts';
export type * from './rows.ts';
export { languageOf, type Language } from './language.ts';
export { NEAR_COPY, NearCopies, type NearCopiesKept, type NearCopy } from './near-copies.ts';
export { searchIndex, type Hit, type Searchable, type SearchIndex, type SearchOptions } from './search.ts';
export { eventCode, type EventCode } from './speech/index.ts';
