/**
 * How much of a case rests on words: rows with a quote, rows and numbers that are assumptions, inferred rows, and the
 * issues on which nobody reports a party's position.
 *
 * Every row counts once. A quantity (firmness, weight, rate, …) is a value of its own, and since a quote says *that* and
 * hardly ever *how much*, it counts as an assumption.
 */
import { SECTIONS, type Case, type Row, type Section } from '../case/index.ts';

export interface Coverage {
  /** Rows that rest on at least one quote. */
  readonly quoted: number;
  /** Rows without a quote, and all quantities. */
  readonly assumed: number;
  readonly inferred: number;
  /** Of the assumptions, how many are quantities. */
  readonly quantities: number;
  readonly notReported: readonly { readonly issue: string; readonly party: string }[];
  /** Rows by section. */
  readonly sections: Readonly<
    Record<Section, { readonly quoted: number; readonly assumed: number; readonly inferred: number }>
  >;
  /** Directly quoted utterances, each counted once, by who said them. */
  readonly speakers: ReadonlyMap<string, number>;
}

export function coverageOf(given: Case): Coverage {
  const sections = {} as Record<Section, { quoted: number; assumed: number; inferred: number }>;
  const utterances = new Map<string, Set<string>>();
  let quantities = 0;
  for (const section of SECTIONS) {
    const count = { quoted: 0, assumed: 0, inferred: 0 };
    sections[section] = count;
    const seek = (value: unknown): void => {
      if (value instanceof Map) return [...value.values()].forEach(seek);
      if (Array.isArray(value)) return value.forEach(seek);
      if (typeof value !== 'object' || value === null) return;
      if (isRow(value) && !saysNotReported(value))
        count[value.said.length > 0 ? 'quoted' : value.inferred ? 'inferred' : 'assumed']++;
      if (isQuantity(value)) quantities++;
      if ('quote' in value && 'by' in value && typeof value.by === 'string') {
        utterances.set(
          value.by,
          (utterances.get(value.by) ?? new Set()).add(
            String(value.quote)
              .replace(/[^\p{L}\p{N}]+/gu, ' ')
              .trim(),
          ),
        );
      }
      for (const [key, inside] of Object.entries(value)) if (key !== 'path') seek(inside);
    };
    seek(given[section]);
  }
  const sum = (key: 'quoted' | 'assumed' | 'inferred'): number =>
    SECTIONS.reduce((total, section) => total + sections[section][key], 0);
  return {
    quoted: sum('quoted'),
    assumed: sum('assumed') + quantities,
    inferred: sum('inferred'),
    quantities,
    notReported: holesOf(given),
    sections,
    speakers: new Map([...utterances].map(([by, words]) => [by, words.size])),
  };
}

/** A row that says nobody reported something is a hole, neither quoted nor assumed. */
const saysNotReported = (row: object): boolean =>
  ('value' in row && row.value === 'not-reported') || ('reported' in row && row.reported === false);
const isRow = (value: object): value is Row => 'said' in value && 'inferred' in value;
const isQuantity = (value: object): boolean => 'kind' in value && (value.kind === 'range' || value.kind === 'number');

/**
 * Issues on which no position of a party is known: the case says so, or says nothing. Asked of the parties that would
 * sign, those of the meetings; where there are no meetings, of the principals.
 */
export function holesOf(given: Case): { issue: string; party: string }[] {
  const signatories = new Set([...given.meetings.values()].flatMap((meeting) => meeting.parties));
  const asked = [...given.parties.values()].filter((party) =>
    signatories.size > 0 ? signatories.has(party.id) : party.roles.includes('principal'),
  );
  const positions = [...given.positions.values()];
  return [...given.issues.keys()].flatMap((issue) =>
    asked.flatMap((party) => {
      const own = positions.filter((p) => p.issue === issue && p.parties.includes(party.id));
      if (own.some((p) => p.value !== 'not-reported')) return [];
      const utility = given.preferences.get(party.id)?.issues.get(issue);
      const valued = utility !== undefined && utility !== 'not-reported';
      return own.length === 0 && valued ? [] : [{ issue, party: party.id }];
    }),
  );
}
