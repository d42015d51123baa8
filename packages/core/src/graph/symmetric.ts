/**
 * Symmetric metarationality, SMR (Howard 1971; Fang, Hipel & Kilgour 1993).
 *
 * As general metarationality, but the answer must hold: after it the decision maker has no move that leaves it better off
 * than it was. One and the same answer must do both.
 */
import type { Concept } from './concept.ts';

export const symmetric: Concept = { id: 'smr', name: 'SMR', sanctions: 'moves', countermoves: true };
