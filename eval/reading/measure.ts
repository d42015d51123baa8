/**
 * The reader on one half of the gold set. Accounts of one topic are read together, as in a case; nothing but the offline
 * table is known beforehand.
 */
import { NOTHING_KNOWN, read, type Reading, type Row } from '@parley/core/reading';
import { differenceScores, type DifferenceScores } from './differences-score.ts';
import { EntityIds } from './entity-ids.ts';
import { gold, type Gold, type GoldAccount, type GoldRow, type Span, type Split } from './gold.ts';
import { match, type Pair } from './match.ts';
import { isTooFew, scores, share, Tally, type KindScores, type RuleScores } from './score.ts';
import { told } from './told.ts';

export interface Measures {
  readonly split: Split;
  readonly accounts: number;
  readonly kinds: Readonly<Record<string, KindScores>>;
  readonly rules: Readonly<Record<string, RuleScores>>;
  readonly differences: DifferenceScores;
}

/** A row of the reader, or what it set aside. */
interface Found extends Span {
  readonly kind: string;
  readonly rule: string;
  readonly row?: Row;
}

/** README.md: the gold has only the plain cases of these, and may have passed over offices. */
const INCOMPLETE: ReadonlySet<string> = new Set(['position', 'order']);

export async function measure(split: Split): Promise<Measures> {
  const set = gold(split);
  const tally = new Tally();
  const readings = new Map<string, Reading>();
  for (const [topic, accounts] of groupBy(set.accounts, ({ topic }) => topic)) {
    const given = accounts.map(({ name, text, written }) => ({ id: name, text, written }));
    const reading = await read(given, NOTHING_KNOWN);
    readings.set(topic, reading);
    tallyTopic(tally, set, accounts, reading);
  }
  return {
    split,
    accounts: set.accounts.length,
    kinds: kindScores(tally),
    rules: ruleScores(tally),
    differences: differenceScores(set, readings),
  };
}

function tallyTopic(tally: Tally, set: Gold, accounts: readonly GoldAccount[], reading: Reading): void {
  const ids = new EntityIds();
  const matched: { account: GoldAccount; pairs: Pair<GoldRow, Found>[] }[] = [];
  for (const account of accounts) {
    const found = foundIn(reading, account.name);
    const pairs: Pair<GoldRow, Found>[] = [];
    const byKind = groupBy(found, ({ kind }) => kind);
    const goldByKind = groupBy(account.rows, ({ kind }) => kind);
    for (const kind of new Set([...byKind.keys(), ...goldByKind.keys()])) {
      tally.add(`gold ${kind}`, goldByKind.get(kind)?.length ?? 0);
      tally.add(`found ${kind}`, byKind.get(kind)?.length ?? 0);
      pairs.push(...match(account.text, goldByKind.get(kind) ?? [], byKind.get(kind) ?? []));
    }
    for (const { kind, rule } of found) tally.add(`rule ${kind}\t${rule}`);
    for (const { gold: row, found: other } of pairs)
      if (other.row?.kind === 'name') ids.meet(String(row.told['refers-to']), other.row.entity);
    matched.push({ account, pairs });
  }
  const of = new Map(reading.entities.flatMap(({ id, of: party }) => (party === undefined ? [] : [[id, party]])));
  for (const { account, pairs } of matched)
    for (const { gold: row, found, isStrict } of pairs) {
      tally.add(`right ${row.kind}`);
      tally.add(`rule-right ${found.kind}\t${found.rule}`);
      if (isStrict) tally.add(`strict ${row.kind}`);
      if (found.row === undefined) continue;
      for (const [what, isRight] of Object.entries(
        told(row, found.row, { ids, entities: set.entities, of, text: account.text }),
      )) {
        tally.add(`told ${row.kind}\t${what}`);
        if (isRight) tally.add(`told-right ${row.kind}\t${what}`);
      }
    }
}

function foundIn(reading: Reading, source: string): Found[] {
  const account = reading.accounts.find(({ id }) => id === source)!;
  const aside = account.setAside.map(({ start, end, why }): Found => {
    return { kind: 'set-aside', rule: why.replaceAll(' ', '-'), start, end };
  });
  const rows = (reading.rows.get(source) ?? []).map((row): Found => {
    const { kind, rule } = row;
    return { kind, rule, row, ...(row.kind === 'order' ? hull(row.before, row.after, row.cue) : row) };
  });
  return [...aside, ...rows];
}

/** As Map.groupBy, which Node 20 does not have. */
function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

const hull = (...spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

function kindScores(tally: Tally): Record<string, KindScores> {
  const kinds = [...new Set([...tally.keys('gold '), ...tally.keys('found ')])].toSorted();
  return Object.fromEntries(
    kinds.map((kind) => {
      const [found, inGold] = [tally.of(`found ${kind}`), tally.of(`gold ${kind}`)];
      const toldOf = tally
        .keys(`told ${kind}\t`)
        .map((what) => [what, share(tally.of(`told-right ${kind}\t${what}`), tally.of(`told ${kind}\t${what}`))]);
      const all: KindScores = {
        ...scores(tally.of(`right ${kind}`), found, inGold),
        strict: scores(tally.of(`strict ${kind}`), found, inGold),
        told: Object.fromEntries(toldOf),
        isGoldIncomplete: INCOMPLETE.has(kind),
      };
      return [kind, all];
    }),
  );
}

function ruleScores(tally: Tally): Record<string, RuleScores> {
  return Object.fromEntries(
    tally
      .keys('rule ')
      .toSorted()
      .map((key) => {
        const [kind, rule] = key.split('\t') as [string, string];
        const n = tally.of(`rule ${key}`);
        const all: RuleScores = {
          kind,
          ...scores(tally.of(`rule-right ${key}`), n, tally.of(`gold ${kind}`)),
          isTooFew: isTooFew(n),
          isGoldIncomplete: INCOMPLETE.has(kind) || /office/.test(rule),
        };
        return [rule, all];
      }),
  );
}
