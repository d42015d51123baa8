/** What `parley stability` was asked about: shared by its answers. */
import type { Words } from '@parley/core/brief';
import type { Case } from '@parley/core/case';
import type { CaseStability, CompiledGraph, ConceptId } from '@parley/core/graph';
import { conceptNamed } from '../desk/stability.ts';
import { UsageError } from '../desk/usage.ts';
import type { ViewFlags } from './case-argument.ts';

export interface StabilityFlags extends ViewFlags {
  concept?: string[];
  from?: string;
  coalition?: string[];
  explain?: string;
  inverse?: string;
  robust?: string | true;
  mixed?: string;
  seek?: string;
  party?: string;
  preconditions?: boolean;
  all?: boolean;
  csv?: string;
}

export interface Asked {
  readonly given: Case;
  readonly graph: CompiledGraph;
  readonly result: CaseStability;
  readonly words: Words;
  readonly flags: StabilityFlags;
}

/** The concepts of one question: those asked for, else the given ones; SIM has no proofs. */
export function conceptsOf({ flags }: Asked, otherwise: readonly ConceptId[]): ConceptId[] {
  const asked = flags.concept?.map(conceptNamed) ?? otherwise;
  const known = asked.filter((concept): concept is ConceptId => concept !== 'sim');
  if (known.length === 0)
    throw new UsageError(
      'Simultaneous stability has no sanctions to tell.',
      'Ask with --concept nash, gmr, smr, seq or sseq.',
    );
  return known;
}
