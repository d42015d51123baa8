/** The names of one account, and whom its pronouns and descriptions mean. */
import type { Span } from '../../evidence/span.ts';
import type { Entity, Mention } from '../rows.ts';

export interface Names {
  /** In the order of the text; none overlaps another. */
  readonly mentions: readonly Mention[];
  /** Mentions that stand wholly within a stretch. */
  within(span: Span): readonly Mention[];
  /**
   * Whom words without a name mean: a pronoun (he, she, they, it), `the president`, `the Kremlin spokesman`, `both sides`.
   * The id of an entity; nothing where it cannot be told.
   */
  antecedent(span: Span): string | undefined;
  entity(id: string): Entity | undefined;
  /** By title or given name; nothing where neither tells. */
  pronounOf?(id: string): 'he' | 'she' | undefined;
}
