/**
 * The likelihood of what has been seen under known inputs, straight from rules P7 and P8: every way to date the events, every
 * order of a day's acting parties, one after the other. Choices come from the literal chain of ./markov.twin.ts.
 */
import { pastEvents, type Case, type CaseEvent, type Precondition } from '../case/index.ts';
import { Chain, permutations, remembered } from './markov.twin.ts';

type Settings = ReadonlyMap<string, 'yes' | 'no'>;

const DAY = 86_400_000;
const dayNumber = (day: string): number => Date.parse(day) / DAY;

/** `given` has plain numbers only; `insisted` are the rows whose holders insist; `quantile` is that of a firmness. */
export function literalLikelihood(
  given: Case,
  insisted: readonly Precondition[],
  from: string,
  quantile: (row: string) => number,
): number {
  const chain = new Chain(given, insisted);
  let node = { ever: new Set<string>() };
  const start = dayNumber(from);
  const end = dayNumber(given.asOf);
  const events = pastEvents(given);
  const written = [...given.sources.values()].map((s) => dayNumber(s.written!.first!));
  const daysOf = (event: CaseEvent): number[] => {
    const last = Math.min(end, dayNumber(event.on!.last!));
    const first = event.on!.first === undefined ? start + 1 : Math.max(start + 1, dayNumber(event.on!.first));
    return Array.from({ length: last - Math.min(first, last) + 1 }, (_, k) => Math.min(first, last) + k);
  };
  const isVisible = (option: string): boolean => given.options.get(option)!.visible;
  const parties = [...given.preferences.keys()];
  const watched = parties.filter((p) => [...given.options.values()].some((o) => o.party === p && isVisible(o.id)));
  const revision = (party: string): number => {
    const quantity = given.preferences.get(party)!.revision!;
    return quantity.kind === 'number' ? quantity.value : NaN;
  };
  const chanceOf = (settings: Settings, party: string, counts: (option: string, isOffer: boolean) => boolean): number =>
    chain
      .choices(node, settings, party)
      .filter(([choice]) => choice.option !== undefined && counts(choice.option, choice.offer !== undefined))
      .reduce((sum, [, p]) => sum + p, 0);

  /** One party's share in a day: what it did, or that it was not seen to do anything. */
  const share = (settings: Settings, party: string, did: readonly [string, 'yes' | 'no'] | undefined): number => {
    const rho = revision(party);
    if (did === undefined)
      return 1 - rho + rho * (1 - chanceOf(settings, party, (option, isOffer) => !isOffer && isVisible(option)));
    const changes = chanceOf(settings, party, (option) => option === did[0]);
    const isRefusal = did[1] === 'no' && settings.get(did[0]) !== 'yes';
    return rho * (isRefusal ? 1 - changes : changes);
  };
  const isWeighed = (settings: Settings, [name, value]: readonly [string, 'yes' | 'no']): boolean => {
    const option = given.options.get(name)!;
    const now = settings.get(name);
    if (now === value) return false;
    if (value === 'yes') return option.permitted !== 'to-no' && (now !== 'no' || option.reopening !== undefined);
    return now === 'yes' ? option.permitted !== 'to-yes' : option.permitted !== 'to-no';
  };

  const outset = chain.outset().settings;
  const along = (rounds: readonly number[]): number => {
    let settings: Settings = outset;
    node = { ever: remembered(given, new Set(), outset) };
    let product = 1;
    for (let day = start + 1; day <= end; day++) {
      const sets = events.flatMap((e, k) => (rounds[k] === day ? [...e.sets] : [])) as [string, 'yes' | 'no'][];
      const moves = sets.filter((set) => isWeighed(settings, set));
      const morning = new Map(settings);
      for (const set of sets) if (!isWeighed(settings, set)) morning.set(...set);
      const owner = (name: string): string => given.options.get(name)!.party;
      const movers = new Set(moves.map(([name]) => owner(name)));
      const still = written.some((w) => w > day) ? watched.filter((p) => !movers.has(p)) : [];
      const acting = [...moves.map((did) => ({ party: owner(did[0]), did })), ...still.map((party) => ({ party }))];
      const orders = permutations<{ party: string; did?: [string, 'yes' | 'no'] }>(acting);
      let sum = 0;
      for (const order of orders) {
        const now = new Map(morning);
        let inOrder = 1;
        for (const { party, did } of order) {
          inOrder *= share(now, party, did);
          if (did !== undefined) now.set(...did);
        }
        sum += inOrder;
      }
      product *= sum / orders.length;
      const next = new Map(settings);
      for (const set of sets) next.set(...set);
      settings = next;
      node = { ever: remembered(given, node.ever, settings) };
    }
    return product;
  };
  let datings: number[][] = [[]];
  for (const event of events) datings = datings.flatMap((dating) => daysOf(event).map((day) => [...dating, day]));
  const inOrder = datings.filter((dating) =>
    events.every((a, i) => events.every((b, j) => !(dating[i]! > dating[j]! && a.on!.max < b.on!.min))),
  );
  let result = inOrder.reduce((sum, dating) => sum + along(dating), 0) / inOrder.length;

  const times = new Map<string, number>();
  events.forEach((event, k) => {
    const settings = new Map(outset);
    node = { ever: remembered(given, new Set(), outset) };
    for (const earlier of events.slice(0, k)) {
      for (const set of earlier.sets) settings.set(...(set as [string, 'yes']));
      node = { ever: remembered(given, node.ever, settings) };
    }
    for (const [name, quantity] of event.signals) {
      const ratio = quantity.kind === 'number' ? quantity.value : NaN;
      const repeat = `${name}${ratio < 1}`;
      const before = times.get(repeat) ?? 0;
      times.set(repeat, before + 1);
      const counts = ratio ** (1 / 2 ** before);
      if (name.endsWith('.firmness')) {
        result *= counts ** (2 * quantile(name.split('.')[0]!) - 1);
        continue;
      }
      const change = chanceOf(settings, given.options.get(name)!.party, (option) => option === name);
      const p = settings.get(name) === 'yes' ? 1 - change : change;
      result *= p * counts + 1 - p;
    }
  });
  return result;
}
