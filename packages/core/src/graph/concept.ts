/**
 * A stability concept as data. The five concepts differ in two things only: by what the others may answer an improvement,
 * and whether the answer must withstand the decision maker's countermoves. The engines read this, so a concept has one
 * definition for states in the millions, for small models with partial preferences, and for the proof in words.
 */
export type ConceptId = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq';

export type Concept =
  | { readonly id: ConceptId; readonly name: string; readonly sanctions: 'none' }
  | {
      readonly id: ConceptId;
      readonly name: string;
      /** The others answer by any moves, or only by moves that improve matters for the mover. */
      readonly sanctions: 'moves' | 'improvements';
      /** Whether no move of the decision maker after the sanction may leave it better off. */
      readonly countermoves: boolean;
    };

export type Sanctioning = Exclude<Concept, { readonly sanctions: 'none' }>;
