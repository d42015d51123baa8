/**
 * General metarationality, GMR (Howard 1971; Fang, Hipel & Kilgour 1993).
 *
 * A state is stable for a decision maker when the others can answer each of its improvements with moves that leave it no
 * better off than it was: credible or not, and with no thought of what it might do next.
 */
import type { Concept } from './concept.ts';

export const general: Concept = { id: 'gmr', name: 'GMR', sanctions: 'moves', countermoves: false };
