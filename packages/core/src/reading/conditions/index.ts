/**
 * Conditions: what a step needs, who sets it, and which words say so. A proposal is made for every tie that a rule finds in
 * a clause (./connectives.ts, ./relations.ts); the first that covers a stretch has it. Linear in the tokens.
 *
 * Between sentences only `Otherwise`, `Only then` and `Until then` tie; `There was one condition.` does not. And whether a tie is meant as a demand or told as an
 * opinion the rules do not know: that is what the measured precision of each is for.
 */
import type { Span } from '../../evidence/span.ts';
import type { Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import type { Mention, PreconditionRow, Row, Speaker } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';
import { actIn, threatFrom, withoutHelpers } from './acts.ts';
import { isImperative, isVerb, line, LONGEST, type Clause, type Line, type Range } from './clauses.ts';
import { connectiveAt } from './connectives.ts';
import { author, bodyIn, firstNamed, isSomebody, meant, ownerIn, partyOf, wordsOf, type Scene } from './holder.ts';
import { relationAt } from './relations.ts';
import { saidIn } from './said.ts';
import type { Tie } from './ties.ts';

/** `speech`: as in ./said.ts. */
export function conditionRows(
  account: Account,
  tagged: readonly TaggedSentence[],
  names: Names,
  speech?: readonly Row[],
): PreconditionRow[] {
  const scene: Scene = { account, names, said: saidIn(account, tagged, names, speech) };
  const rows: PreconditionRow[] = [];
  let previous: Line | undefined;
  for (const sentence of tagged) {
    const read = line(sentence);
    const linked = previous && overTheStop(scene, previous, read);
    if (linked !== undefined) rows.push(linked);
    for (const clause of read.clauses)
      for (const tie of tiesOf(read, clause)) rows.push(rowOf(scene, read, clause, tie));
    previous = read;
  }
  return rows;
}

/** `They must leave by Friday. Otherwise the army will attack.` `First the guns must fall silent. Only then …` */
function overTheStop(scene: Scene, previous: Line, read: Line): PreconditionRow | undefined {
  const [clause, last] = [read.clauses[0], previous.clauses.at(-1)];
  if (clause === undefined || last === undefined) return undefined;
  const opening = read.words.slice(0, 2).join(' ');
  const isElse = read.words[0] === 'otherwise' || opening === 'or else' || opening === 'failing that';
  const isThen = opening === 'only then' || (opening === 'until then' && NOT.some((word) => read.words.includes(word)));
  const isOnly =
    /^(?:only (?:if|when|once|after)|not (?:before|until|unless|without)|but only|provided that)$/.test(opening) &&
    read.clauses.length === 1 &&
    tiesOf(read, clause).length === 0;
  const isDue = isObliged(previous, last) || isImperative(previous.tokens, previous.words, last.from);
  if (isOnly) return elliptical(scene, previous, last, read, clause);
  if (!isThen && !(isElse && isDue)) return undefined;
  const lead = read.words[0] === 'otherwise' ? 1 : 2;
  const from = read.words[lead] === ',' ? lead + 1 : lead;
  if (from >= clause.to) return undefined;
  const [needs, step] = [wordsOf(scene.account, previous, last), wordsOf(scene.account, read, { from, to: clause.to })];
  const whole = { start: needs.start, end: step.end };
  const tie = { step: { from, to: clause.to }, needs: { from, to: from }, rule: 'condition-first' };
  return {
    kind: 'precondition',
    source: scene.account.id,
    rule: isElse ? 'threat-or-else' : opening === 'until then' ? 'condition-until' : 'condition-first',
    ...whole,
    exact: scene.account.text.slice(whole.start, whole.end),
    binds: isElse ? 'threat' : 'condition',
    holder: holderOf(scene, read, clause, tie, step),
    step,
    needs,
    isNegated: false,
    timing: 'before',
  };
}
/** `Would they sign? Only if the fleet left.` */
function elliptical(
  scene: Scene,
  previous: Line,
  last: Clause,
  read: Line,
  clause: Clause,
): PreconditionRow | undefined {
  const { account } = scene;
  const from = clause.from + (read.words[clause.from] === 'but' ? 3 : 2);
  if (from >= clause.to || read.words.slice(from, clause.to).includes(',')) return undefined;
  const [step, needs] = [wordsOf(account, previous, last), wordsOf(account, read, { from, to: clause.to })];
  const whole = { start: step.start, end: needs.end };
  const tie = { step: last, needs: last, rule: 'condition-only-if' };
  return {
    kind: 'precondition',
    source: account.id,
    rule: read.words[0] === 'not' ? 'condition-until' : 'condition-only-if',
    ...whole,
    exact: account.text.slice(whole.start, whole.end),
    binds: 'condition',
    holder: holderOf(scene, previous, last, tie, needs),
    step,
    needs,
    isNegated: false,
    timing: 'before',
  };
}

const NOT = ['no', 'not', "n't", 'nothing', 'nobody', 'cannot', 'never'];

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

function rowOf(scene: Scene, read: Line, clause: Clause, tie: Tie): PreconditionRow {
  const { account } = scene;
  const { rule, binds, timing, isNegated } = tie;
  const [step, needs] = [actIn(read, tie.step) ?? withoutHelpers(read, tie.step), withoutHelpers(read, tie.needs)];
  const threat = binds === 'threat' && tie.step.from < tie.needs.from ? threatFrom(read, tie.step) : undefined;
  const whole = {
    from: threat ?? Math.min(tie.step.from, tie.needs.from, tie.whole?.from ?? Infinity),
    to: Math.max(tie.step.to, tie.needs.to, tie.whole?.to ?? 0),
  };
  // `Unless`, `Only if`: the words before the needs that tie them.
  if (whole.from === tie.needs.from && tie.step.from > tie.needs.from) whole.from = headOf(clause, tie);
  return {
    kind: 'precondition',
    source: account.id,
    rule,
    ...wordsOf(account, read, whole),
    binds,
    holder: holderOf(scene, read, clause, tie, wordsOf(account, read, whole)),
    step: wordsOf(account, read, step),
    needs: wordsOf(account, read, needs),
    isNegated,
    timing,
  };
}

const headOf = (clause: Clause, { needs }: Tie): number => (needs.from - clause.from <= 7 ? clause.from : needs.from);

/**
 * The state or body whose own step it is (`Velmark will not sit down`); else who says it, by the rows of speech or the clause;
 * else who is the subject, or owns it (`Panama’s acceptance`); else who was named before in the sentence.
 */
function holderOf(scene: Scene, read: Line, clause: Clause, tie: Owned, whole: Span): Speaker {
  const { said } = scene;
  const subject = subjectOf(read, tie.step);
  const own = tie.rule === 'condition-depends' || isObliged(read, tie.step) ? undefined : bodyIn(scene, read, subject);
  if (tie.holder === undefined && own !== undefined) return speakerOf(scene, own);
  const speaker = said.speaker(whole);
  const given = [
    tie.holder && meant(scene, read, tie.holder),
    speaker && partyOf(scene, speaker),
    clause.speaker && meant(scene, read, clause.speaker),
    tie.needs.to - tie.needs.from > 3 && tie.rule === 'condition-first' ? wisher(scene, read, clause, tie) : undefined,
    meant(scene, read, subject),
    meant(scene, read, subjectOf(read, clause)),
  ];
  const named = given.find((one) => one?.entity !== undefined);
  if (named !== undefined) return named;
  const owner = ownerIn(scene, read, subject);
  if (owner !== undefined) return speakerOf(scene, owner);
  const somebody = given.find((one, k) => one?.words !== undefined && k !== 1 && isSomebody(one.words.exact));
  if (somebody !== undefined) return somebody;
  if (tie.rule === 'condition-depends') return firstNamed(given);
  const earlier = meant(scene, read, { from: Math.max(0, clause.from - LONGEST), to: clause.from });
  const entity = declarer(scene);
  return firstNamed([...given, earlier, entity === undefined ? undefined : partyOf(scene, { entity })]);
}

type Owned = Pick<Tie, 'rule' | 'step' | 'needs' | 'holder'>;

/** Whose statement an account is. */
const declarer = (scene: Scene): string | undefined => {
  const { title, text } = scene.account;
  const isOne =
    title !== undefined && /\b(?:statement|communiqu|declaration|letter)/i.test(text.slice(title.start, title.end));
  return isOne ? author(scene) : undefined;
};

const speakerOf = (scene: Scene, { start, end, exact, entity }: Mention): Speaker =>
  partyOf(scene, { words: { start, end, exact }, entity });

/** `Before signing, the company expects …`: the subject of the needs. */
const wisher = (scene: Scene, read: Line, clause: Clause, { step, needs }: Owned): Speaker | undefined =>
  needs.from > step.from ? meant(scene, read, subjectOf(read, needs)) : meant(scene, read, subjectOf(read, clause));

const isObliged = ({ words }: Line, { from, to }: Range): boolean =>
  words
    .slice(from, to)
    .some(
      (word, k, all) => word === 'must' || word === 'should' || (/^ha(?:s|ve|d)$/.test(word) && all[k + 1] === 'to'),
    );

/** Up to the first verb. */
function subjectOf({ tokens, words }: Line, { from, to }: Range): Range {
  for (let i = from + 1; i < to; i++)
    if (isVerb(tokens[i]) || /^(?:will|would|can|could)$/.test(words[i]!)) return { from, to: i };
  return { from, to };
}
