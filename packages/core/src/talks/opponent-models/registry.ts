/** All opponent models. */
import { BAYESIAN } from './bayesian.ts';
import { CLASSIC_FREQUENCY } from './classic-frequency.ts';
import { FREQUENCY_LINEAR, HARD_HEADED, SMITH } from './frequency.ts';
import type { OpponentModelKind } from './model.ts';
import { WINDOWED_FREQUENCY } from './windowed-frequency.ts';

export const OPPONENT_MODELS: readonly OpponentModelKind[] = [
  HARD_HEADED,
  SMITH,
  FREQUENCY_LINEAR,
  CLASSIC_FREQUENCY,
  WINDOWED_FREQUENCY,
  BAYESIAN,
];
