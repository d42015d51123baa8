/** The kinds of difference, one file each, and the index that an account is added to. */
import type { Difference } from '../rows.ts';
import type { Alone, Aspect, Background, ReadAccount } from './aspect.ts';
import { attendance } from './attendance.ts';
import { noLonger, reply } from './course.ts';
import { date } from './date.ts';
import { dateTold } from './date-told.ts';
import { condition, demand } from './demand.ts';
import { FactIndex, type FactsKept } from './fact-index.ts';
import { fact } from './fact.ts';
import { claim, force } from './force.ts';
import { headline } from './headline.ts';
import { intention } from './intention.ts';
import { likeName, toldName } from './like-name.ts';
import { naming, shortName } from './naming.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { place } from './place.ts';
import { revised } from './revised.ts';
import { prospects } from './prospects.ts';
import { role } from './role.ts';
import { self } from './self.ts';
import { sequence } from './sequence.ts';
import { set } from './set.ts';
import { stance } from './stance.ts';
import { toldChange } from './told-change.ts';
import { toldDispute } from './told-dispute.ts';
import { toldNumber } from './told-number.ts';
import { translation } from './translation.ts';
import { head, speaker } from './who.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- each aspect meets its own facts only
export const ASPECTS: Readonly<Record<string, Aspect<any>>> = {
  naming,
  shortName,
  likeName,
  role,
  number,
  date,
  dateTold,
  place,
  stance,
  attendance,
  order,
  head,
  speaker,
  set,
  demand,
  condition,
  prospects,
  sequence,
  translation,
  intention,
  force,
  claim,
  revised,
  reply,
  noLonger,
};

export const ALONE: Readonly<Record<string, Alone>> = {
  headline,
  self,
  fact,
  toldDispute,
  toldChange,
  toldNumber,
  toldName,
};

export type { Background, ReadAccount } from './aspect.ts';
export type { FactsKept } from './fact-index.ts';

/** Cost of an account: its own facts, whatever was read before. */
export class DifferenceIndex {
  readonly #facts: FactIndex;

  /** `kept`: of an index with the same background. */
  constructor(background: Background, kept?: FactsKept) {
    this.#facts = new FactIndex(ASPECTS, ALONE, background, kept);
  }

  /** To go on with later. */
  kept(): FactsKept {
    return this.#facts.kept();
  }

  add(read: ReadAccount): void {
    this.#facts.add(read);
  }

  differences(): readonly Difference[] {
    return this.#facts.differences();
  }
}
