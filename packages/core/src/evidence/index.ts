/** Evidence: quotes anchored in their sources, exported, and followed through edits. */
export { coverageOf, holesOf, type Coverage } from './coverage.ts';
export { anchorQuote, type Anchor, type Found, type NotFound, type Quotation } from './anchor.ts';
export { renderDifference, wordDifference, type Difference, type Part } from './difference.ts';
export { fold, originalSpan, type Folded } from './fold.ts';
export { nearest, type Nearest } from './nearest.ts';
export { reanchor, type Outcome, type StoredAnchor } from './reanchor.ts';
export { annotations, codePointOffsets, type AnnotatedSource, type Annotation } from './selectors.ts';
export { prepare, type SourceText } from './source.ts';
export type { Span } from './span.ts';
