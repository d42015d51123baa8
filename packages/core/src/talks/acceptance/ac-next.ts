/** AC_next(α, β): accept what, times α and plus β, is worth at least one's own next offer. */
import type { AcceptanceCondition } from './acceptance.ts';

export const acNext = (alpha = 1, beta = 0): AcceptanceCondition => ({
  id: alpha === 1 && beta === 0 ? 'AC_next' : `AC_next(${alpha}, ${beta})`,
  start: () => ({ accepts: (utility, next) => alpha * utility + beta >= next }),
});
