/**
 * Symmetric sequential stability, SSEQ (Rego & Vieira 2017).
 *
 * As sequential stability, but the answer must hold: after it the decision maker has no move that leaves it better off
 * than it was. SSEQ implies SEQ and SMR.
 */
import type { Concept } from './concept.ts';

export const symmetricSequential: Concept = {
  id: 'sseq',
  name: 'SSEQ',
  sanctions: 'improvements',
  countermoves: true,
};
