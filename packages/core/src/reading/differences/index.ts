/** The kinds of difference, one file each, and the index that an account is added to. */
import type { Difference } from '../rows.ts';
import type { Alone, Aspect, Background, ReadAccount } from './aspect.ts';
import { attendance } from './attendance.ts';
import { date } from './date.ts';
import { condition, demand } from './demand.ts';
import { FactIndex } from './fact-index.ts';
import { fact } from './fact.ts';
import { headline } from './headline.ts';
import { naming, shortName } from './naming.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import { place } from './place.ts';
import { role } from './role.ts';
import { self } from './self.ts';
import { sequence } from './sequence.ts';
import { set } from './set.ts';
import { stance } from './stance.ts';
import { toldChange } from './told-change.ts';
import { toldDispute } from './told-dispute.ts';
import { translation } from './translation.ts';
import { head, speaker } from './who.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- each aspect meets its own facts only
export const ASPECTS: Readonly<Record<string, Aspect<any>>> = {
  naming,
  shortName,
  role,
  number,
  date,
  place,
  stance,
  attendance,
  order,
  head,
  speaker,
  set,
  demand,
  condition,
  sequence,
  translation,
};

export const ALONE: Readonly<Record<string, Alone>> = { headline, self, fact, toldDispute, toldChange };

export type { Background, ReadAccount } from './aspect.ts';

/** Cost of an account: its own facts, whatever was read before. */
export class DifferenceIndex {
  readonly #facts: FactIndex;

  constructor(background: Background) {
    this.#facts = new FactIndex(ASPECTS, ALONE, background);
  }

  add(read: ReadAccount): void {
    this.#facts.add(read);
  }

  differences(): readonly Difference[] {
    return this.#facts.differences();
  }
}
