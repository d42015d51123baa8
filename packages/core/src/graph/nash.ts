/**
 * Nash stability (Nash 1951; in the graph model Fang, Hipel & Kilgour 1993).
 *
 * A state is Nash stable for a decision maker that has no improvement from it. Nobody's answer is looked at; that makes
 * it the strongest of the individual concepts: a Nash stable state is stable by every other one.
 */
import type { Concept } from './concept.ts';

export const nash: Concept = { id: 'nash', name: 'Nash', sanctions: 'none' };
