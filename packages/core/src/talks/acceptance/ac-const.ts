/** AC_const(α): accept what is worth at least α. */
import type { AcceptanceCondition } from './acceptance.ts';

export const acConst = (alpha: number): AcceptanceCondition => ({
  id: `AC_const(${alpha})`,
  start: () => ({ accepts: (utility) => utility >= alpha }),
});
