/** Numbers without domain words: random numbers, distributions, graphs. */
export { components } from './components.ts';
export { meanChance } from './logit-normal.ts';
export { philox, Rng } from './rng.ts';
