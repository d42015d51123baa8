/**
 * Sequential stability, SEQ (Fraser & Hipel 1979; Fang, Hipel & Kilgour 1993).
 *
 * A state is stable for a decision maker when the others can answer each of its improvements with improvements of their
 * own that leave it no better off than it was. Each step must improve matters for whoever makes it, from the state it is
 * made in; a decision maker may move again after another has moved.
 */
import type { Concept } from './concept.ts';

export const sequential: Concept = { id: 'seq', name: 'SEQ', sanctions: 'improvements', countermoves: false };
