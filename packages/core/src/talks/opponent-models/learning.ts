/** What a model would have learnt from a session. */
import type { DomainIndex } from '../domain-index.ts';
import type { Act } from '../protocols/protocol.ts';
import { accuracy, type Accuracy } from './accuracy.ts';
import { estimates, type OpponentModelKind } from './model.ts';

export interface Learning {
  readonly kind: OpponentModelKind;
  /** The party that learns. */
  readonly observer: number;
  /** The party whose offers it hears. */
  readonly observed: number;
}

/** The model's accuracy after the offers of a session, in the order they were made. */
export function learningFrom(index: DomainIndex, acts: readonly Act[], learning: Learning): Accuracy {
  const model = learning.kind.start(index, learning.observer);
  for (const { party, act, outcome, time } of acts)
    if (party === learning.observed && act === 'offer' && outcome !== undefined) model.observe(outcome, time);
  return accuracy(estimates(index, model), index.utilities[learning.observed]!);
}
