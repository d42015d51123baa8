/**
 * The forms of English verbs: regular ones by rule, irregular ones from a table that has the verbs of speaking and
 * negotiating. Consonants are doubled only where the table of doubling verbs says so.
 */
export type Form = 'base' | 'third' | 'past' | 'participle' | 'gerund';

const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  make: ['made', 'made'],
  put: ['put', 'put'],
  let: ['let', 'let'],
  give: ['gave', 'given'],
  take: ['took', 'taken'],
  swear: ['swore', 'sworn'],
  forswear: ['forswore', 'forsworn'],
  send: ['sent', 'sent'],
  seek: ['sought', 'sought'],
  undertake: ['undertook', 'undertaken'],
  set: ['set', 'set'],
  lay: ['laid', 'laid'],
  hold: ['held', 'held'],
  go: ['went', 'gone'],
  come: ['came', 'come'],
  hear: ['heard', 'heard'],
  read: ['read', 'read'],
  know: ['knew', 'known'],
  forbid: ['forbade', 'forbidden'],
  foresee: ['foresaw', 'foreseen'],
  throw: ['threw', 'thrown'],
  speak: ['spoke', 'spoken'],
  find: ['found', 'found'],
  plead: ['pleaded', 'pleaded'],
  beg: ['begged', 'begged'],
  bid: ['bade', 'bidden'],
  withdraw: ['withdrew', 'withdrawn'],
  withhold: ['withheld', 'withheld'],
  shoot: ['shot', 'shot'],
  leave: ['left', 'left'],
  show: ['showed', 'shown'],
  see: ['saw', 'seen'],
  feel: ['felt', 'felt'],
  sing: ['sang', 'sung'],
  hit: ['hit', 'hit'],
  understand: ['understood', 'understood'],
  bet: ['bet', 'bet'],
  forget: ['forgot', 'forgotten'],
  choose: ['chose', 'chosen'],
  dream: ['dreamed', 'dreamed'],
  strive: ['strove', 'striven'],
  weigh: ['weighed', 'weighed'],
  cost: ['cost', 'cost'],
  forecast: ['forecast', 'forecast'],
  broadcast: ['broadcast', 'broadcast'],
  overstate: ['overstated', 'overstated'],
  text: ['texted', 'texted'],
  cast: ['cast', 'cast'],
};
const DOUBLING = new Set(
  'admit beg submit permit rebut quip commit plan snap ban nod chat refer defer plan brag bet chat fret regret opt forget rip slam trot'.split(
    ' ',
  ),
);

export function forms(lemma: string): Readonly<Record<Form, string>> {
  const [past, participle] = IRREGULAR[lemma] ?? [regularPast(lemma), regularPast(lemma)];
  return { base: lemma, third: third(lemma), past, participle, gerund: gerund(lemma) };
}

function third(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return `${doubled(lemma)}ed`;
}

function gerund(lemma: string): string {
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return `${doubled(lemma)}ing`;
}

/** British spelling doubles the l of any verb (signalled); both are looked up, see ./cue-verbs.ts. */
const doubled = (lemma: string): string =>
  DOUBLING.has(lemma) || /^(?:put|let|set|hit|bet|forget)$/.test(lemma) ? lemma + lemma.at(-1)! : lemma;
