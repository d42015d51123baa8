/**
 * The single negotiating text (Fisher 1978; Raiffa 1982; for machines Klein, Faratin, Sayama & Bar-Yam 2003, “Protocols
 * for negotiating complex contracts”): a mediator who knows nobody's utilities proposes changes to one text, and a change
 * is made if everybody agrees.
 *
 * The mediator starts from a random outcome and proposes either any other or one that differs in a single issue. A party
 * agrees if the change is better for it; one with a temperature T also agrees to a loss of d with the chance e^(−d/T),
 * T falling to 0 with the rounds (annealing). After the last round the text is the deal if it is worth the reserved value to
 * all. Everybody votes truthfully.
 *
 * O(parties + issues · log outcomes) a round.
 */
import { Rng } from '../../maths/rng.ts';
import { numberOf, type DomainIndex } from '../domain-index.ts';
import { MEDIATOR, type Ending, type Recorder } from './protocol.ts';

export interface SingleText {
  readonly rounds: number;
  readonly seed: number;
  readonly stream?: number;
  /** What the mediator proposes. Default `neighbour`. */
  readonly proposes?: 'neighbour' | 'any';
  /** By party, in units of its utility. Default 0: no party agrees to a loss. */
  readonly temperatures?: readonly number[];
}

export function singleText(index: DomainIndex, options: SingleText, recorder?: Recorder): Ending {
  const { rounds, seed, stream = 0, proposes = 'neighbour', temperatures = [] } = options;
  const rng = new Rng(seed, stream);
  let text = rng.below(index.outcomes);
  let offers = 1;
  recorder?.({ party: MEDIATOR, round: 0, time: 1 / (rounds + 1), act: 'offer', outcome: text });

  const agrees = (party: number, change: number, time: number): boolean => {
    const gain = index.utilities[party]![change]! - index.utilities[party]![text]!;
    if (gain > 0) return true;
    const temperature = (temperatures[party] ?? 0) * (1 - time);
    return temperature > 0 && rng.uniform() < Math.exp(gain / temperature);
  };
  for (let round = 0; round < rounds; round++) {
    const time = (round + 1) / (rounds + 1);
    const change = proposes === 'any' ? rng.below(index.outcomes) : neighbour(index, text, rng);
    if (change === undefined || change === text) continue;
    offers++;
    recorder?.({ party: MEDIATOR, round, time, act: 'offer', outcome: change });
    let all = true;
    for (let party = 0; party < index.parties; party++) {
      const agreed = agrees(party, change, time);
      recorder?.({ party, round, time, act: agreed ? 'accept' : 'reject', outcome: change });
      all &&= agreed;
    }
    if (all) text = change;
  }
  const acceptable = index.utilities.every((u, party) => u[text]! >= index.reserved[party]!);
  return acceptable
    ? { ended: 'agreement', agreement: text, rounds, offers, time: 1 }
    : { ended: 'deadline', rounds, offers, time: 1 };
}

/** An outcome that differs in one issue, drawn evenly over issues and values; undefined if the drawn one is forbidden. */
function neighbour(index: DomainIndex, text: number, rng: Rng): number | undefined {
  const { issues } = index.problem;
  const open: number[] = [];
  for (const [i, issue] of issues.entries()) if (issue.values.length > 1) open.push(i);
  if (open.length === 0) return undefined;
  const changed = open[rng.below(open.length)]!;
  const count = issues[changed]!.values.length;
  const outcome = index.values.map((column) => column[text]!);
  outcome[changed] = (outcome[changed]! + 1 + rng.below(count - 1)) % count;
  return numberOf(index, outcome);
}
