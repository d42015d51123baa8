/** The stability concepts there are. A new one: a file of its own, its id in ./concept.ts, a row here. */
import type { Concept, ConceptId } from './concept.ts';
import { general } from './general.ts';
import { nash } from './nash.ts';
import { sequential } from './sequential.ts';
import { symmetric } from './symmetric.ts';
import { symmetricSequential } from './symmetric-sequential.ts';

/** In this order their verdicts are bits of one byte: bit k for concept k. */
export const CONCEPTS: readonly Concept[] = [nash, general, symmetric, sequential, symmetricSequential];

export const CONCEPT_IDS: readonly ConceptId[] = CONCEPTS.map((concept) => concept.id);

export const bitOf = (id: ConceptId): number => 1 << CONCEPT_IDS.indexOf(id);
