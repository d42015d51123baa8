/** When: the dates of an account, what happened or is planned on them, and what came before what. */
import type { Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import type { DateRow, EventRow, OrderRow } from '../rows.ts';
import type { TaggedSentence } from '../tagger.ts';
import { datesOf } from './dates.ts';
import { eventsOf } from './events.ts';
import { ordersOf } from './order.ts';

export function whenRows(
  account: Account,
  tagged: readonly TaggedSentence[],
  names: Names,
): (DateRow | EventRow | OrderRow)[] {
  const dates = datesOf(account, tagged);
  return [
    ...dates.map(({ row }) => row),
    ...eventsOf(account, tagged, dates, names),
    ...ordersOf(account, tagged, dates),
  ];
}
