/**
 * Conditions: what a step needs, who sets it, and which words say so. A proposal is made for every tie that a rule finds in
 * a clause (./connectives.ts, ./relations.ts); the first that covers a stretch has it. Linear in the tokens.
 *
 * Between sentences nothing is tied (`There was one condition.`), and whether a tie is meant as a demand or told as an
 * opinion the rules do not know: that is what the measured precision of each is for.
 */
import type { Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import type { PreconditionRow, Speaker } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';
import { actIn, threatFrom, withoutHelpers } from './acts.ts';
import { isVerb, line, LONGEST, type Clause, type Line, type Range } from './clauses.ts';
import { connectiveAt, type Tie } from './connectives.ts';
import { firstNamed, meant, wordsOf } from './holder.ts';
import { relationAt } from './relations.ts';

export function conditionRows(account: Account, tagged: readonly TaggedSentence[], names: Names): PreconditionRow[] {
  return tagged.flatMap((sentence) => {
    const read = line(sentence);
    return read.clauses.flatMap((clause) =>
      tiesOf(read, clause).map((tie) => rowOf(account, read, clause, tie, names)),
    );
  });
}

function tiesOf(read: Line, clause: Clause): Tie[] {
  const ties: Tie[] = [];
  let taken = clause.from;
  for (let at = clause.from; at < clause.to; at++) {
    if (at < taken) continue;
    const tie = connectiveAt(read, clause, at) ?? relationAt(read, clause, at);
    if (tie === undefined || Math.min(tie.step.from, tie.needs.from) < taken) continue;
    ties.push(tie);
    taken = Math.max(tie.step.to, tie.needs.to);
  }
  return ties;
}

function rowOf(account: Account, read: Line, clause: Clause, tie: Tie, names: Names): PreconditionRow {
  const { rule, binds, timing, isNegated } = tie;
  const [step, needs] = [actIn(read, tie.step) ?? withoutHelpers(read, tie.step), withoutHelpers(read, tie.needs)];
  const threat = binds === 'threat' && tie.step.from < tie.needs.from ? threatFrom(read, tie.step) : undefined;
  const whole = {
    from: threat ?? Math.min(tie.step.from, tie.needs.from),
    to: Math.max(tie.step.to, tie.needs.to),
  };
  // `Unless`, `Only if`: the words before the needs that tie them.
  if (whole.from === tie.needs.from && tie.step.from > tie.needs.from) whole.from = headOf(clause, tie);
  return {
    kind: 'precondition',
    source: account.id,
    rule,
    ...wordsOf(account, read, whole),
    binds,
    holder: holderOf(account, read, clause, tie, names),
    step: wordsOf(account, read, step),
    needs: wordsOf(account, read, needs),
    isNegated,
    timing,
  };
}

const headOf = (clause: Clause, { needs }: Tie): number => (needs.from - clause.from <= 7 ? clause.from : needs.from);

/** Who reports it; else whose step it is, who is the subject of the clause or of the needs; else, of `no talks until`, who was named before. */
function holderOf(account: Account, read: Line, clause: Clause, tie: Tie, names: Names): Speaker {
  const isNobodys = NOBODYS.has(read.words[tie.step.from]!);
  const ranges: (Range | undefined)[] = [
    clause.speaker,
    subjectOf(read, tie.step),
    subjectOf(read, clause),
    tie.needs.to - tie.needs.from > 3 && tie.rule === 'before-step' ? subjectOf(read, tie.needs) : undefined,
    isNobodys ? { from: Math.max(0, clause.from - LONGEST), to: clause.from } : undefined,
  ];
  return firstNamed(ranges.map((range) => range && meant(account, read, range, names)));
}

const NOBODYS = new Set(['no', 'there', 'nothing', 'any', 'neither', 'not']);

/** Up to the first verb. */
function subjectOf({ tokens }: Line, { from, to }: Range): Range {
  for (let i = from + 1; i < to; i++) if (isVerb(tokens[i])) return { from, to: i };
  return { from, to };
}
