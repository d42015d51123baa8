/** The measures as JSON: precision, recall and f1 are numbers, null where nothing was to be counted. */
import type { Measures } from './measure.ts';
import type { PolnearMeasures } from './polnear.ts';
import type { Scores, Share } from './score.ts';

type Flat = Readonly<Record<string, unknown>>;

export function asJson(measures: Measures, polnear: PolnearMeasures | undefined): Flat {
  const { split, accounts, kinds, rules, differences } = measures;
  const all = {
    split,
    accounts,
    kinds: each(kinds, (kind) => ({
      ...flat(kind),
      strict: flat(kind.strict),
      told: each(kind.told, flatShare),
      goldIncomplete: kind.isGoldIncomplete,
    })),
    rules: each(rules, (rule) => ({
      kind: rule.kind,
      ...flat(rule),
      tooFew: rule.isTooFew,
      goldIncomplete: rule.isGoldIncomplete,
    })),
    differences: {
      kinds: each(differences.kinds, flat),
      all: flat(differences.all),
      anyKind: flat(differences.anyKind),
      open: flatShare(differences.open),
      onlyLookLike: flatShare(differences.taken),
    },
  };
  return polnear === undefined ? all : { ...all, polnear: polnearJson(polnear) };
}

function polnearJson({ compartments, articles, attributions, parts }: PolnearMeasures): Flat {
  return {
    compartments,
    articles,
    attributions: each(attributions, flat),
    parts: each(parts, ({ rows, characters }) => ({ ...flat(rows), characters: flat(characters) })),
  };
}

/** `n` is how many were found, `gold` how many there are. */
const flat = ({ precision, recall, f1 }: Scores): Flat => ({
  precision: precision.share ?? null,
  recall: recall.share ?? null,
  f1: f1 ?? null,
  n: precision.n,
  right: precision.right,
  gold: recall.n,
  interval: intervalOf(precision),
  recallInterval: intervalOf(recall),
});

const flatShare = (share: Share): Flat => ({
  share: share.share ?? null,
  right: share.right,
  n: share.n,
  interval: intervalOf(share),
});

const intervalOf = ({ low, high }: Share): readonly [number, number] | null =>
  low === undefined || high === undefined ? null : [low, high];

const each = <T>(of: Readonly<Record<string, T>>, change: (one: T) => Flat): Flat =>
  Object.fromEntries(Object.entries(of).map(([key, one]) => [key, change(one)]));
