/** Reading: what an account's text consists of. */
export { paragraphs } from './paragraphs.ts';
export { residue, type SetAside, type Why } from './residue.ts';
export { sentences } from './sentences.ts';
