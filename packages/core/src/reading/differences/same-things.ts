/**
 * Words that writers about negotiations exchange for one another: `prisoners` and `detainees`, `talks` and `negotiations`. Each
 * line is one thing, reduced to its first word. General English only: no names, nothing of one conflict.
 */
const SAME: readonly string[] = [
  'prisoner detainee captive inmate',
  'ceasefire truce armistice',
  'talks negotiations dialogue',
  'agreement deal accord pact',
  'soldier troops serviceman',
  'cut reduction decrease haircut lowering',
  'rise increase raise',
  'duty tariff levy',
  'worker employee staff',
  'ship vessel boat',
  'reply answer response respond',
  'dead killed deaths fatality',
  'wounded injured casualty',
  'observer monitor inspector',
  'tonne ton',
  'strike walkout stoppage',
  'withdrawal withdraw pullout pull-out',
  'exchange swap',
  'release free',
  'propose proposal suggest suggestion',
  'delegate representative',
  'delegation team',
  'lorry truck',
  'fee charge toll',
  'camp settlement outpost',
  'child children',
  'begin start',
  'sign signature',
  'pay payment',
  'vote referendum ballot plebiscite',
  'choose elect',
  'mediate mediation mediator',
  'inspect inspection',
  'guarantee assurance',
  'sanction embargo',
];

/** By the reduced word; `reduce` is given since it is what reduces these as well. */
export function sameThings(reduce: (word: string) => string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of SAME) {
    const [first, ...others] = line.split(' ').map(reduce);
    for (const other of others) if (other !== first) found.set(other, first!);
  }
  return found;
}
