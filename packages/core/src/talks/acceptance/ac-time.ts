/** AC_time(T): accept anything from time T on. */
import type { AcceptanceCondition } from './acceptance.ts';

export const acTime = (from: number): AcceptanceCondition => ({
  id: `AC_time(${from})`,
  start: () => ({ accepts: (_, __, time) => time >= from }),
});
