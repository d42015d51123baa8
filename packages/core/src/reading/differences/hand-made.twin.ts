/** Accounts with names and dates marked by hand, for the tests: nobody reads them here. */
import { readWhen } from '../../case/index.ts';
import { account } from '../account.ts';
import { NOTHING_KNOWN, type KnownOffice } from '../known.ts';
import type { DateRow, Difference, Entity, EntityType, NameRow, QuotationRow, Row } from '../rows.ts';
import { DifferenceIndex } from './index.ts';

export interface Given {
  readonly id: string;
  readonly written: string;
  readonly text: string;
  /** Words and their EDTF. */
  readonly dates?: Readonly<Record<string, string>>;
  /** Words between quotation marks and who says them. */
  readonly says?: Readonly<Record<string, string>>;
}

/** Words, and what they name: `id type of`. */
export type Cast = Readonly<Record<string, string>>;

export function differencesOf(
  cast: Cast,
  given: readonly Given[],
  offices: readonly KnownOffice[] = NOTHING_KNOWN.offices,
): readonly Difference[] {
  const entities = entitiesOf(cast);
  const index = new DifferenceIndex({ entity: (id) => entities.get(id), offices });
  for (const { id, written, text, dates = {}, says = {} } of given) {
    const base = { source: id, rule: 'by-hand' };
    const names = places(text, Object.keys(cast)).map((words): NameRow => {
      const [entity, type] = cast[words.exact]!.split(' ') as [string, EntityType];
      return { ...base, ...words, kind: 'name', entity, type, isMetonym: false, isNew: false };
    });
    const onDays = places(text, Object.keys(dates)).map((words): DateRow => ({
      ...base,
      ...words,
      kind: 'date',
      edtf: dates[words.exact]!,
    }));
    const said = places(text, Object.keys(says)).map((words): QuotationRow => ({
      ...base,
      ...words,
      kind: 'quotation',
      speaker: { entity: says[words.exact]! },
      act: 'state',
    }));
    const rows: Row[] = [...names, ...onDays, ...said].toSorted((a, b) => a.start - b.start);
    const on = readWhen(written);
    if (typeof on === 'string') throw new Error(on);
    index.add({ account: account({ id, text, written: on }), rows, names });
  }
  return index.differences();
}

function entitiesOf(cast: Cast): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>();
  for (const [form, told] of Object.entries(cast)) {
    const [id, type, of] = told.split(' ') as [string, EntityType, string | undefined];
    const forms = [...(found.get(id)?.forms ?? []), form];
    found.set(id, { id, name: forms[0]!, type, forms, from: 'account', ...(of === undefined ? {} : { of }) });
  }
  return found;
}

/** Every place where the words stand, the longer ones first, none within another. */
function places(text: string, words: readonly string[]): { start: number; end: number; exact: string }[] {
  const found: { start: number; end: number; exact: string }[] = [];
  for (const exact of words.toSorted((a, b) => b.length - a.length))
    for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
      const end = start + exact.length;
      if (!found.some((other) => other.start < end && start < other.end)) found.push({ start, end, exact });
    }
  return found.toSorted((a, b) => a.start - b.start);
}
