/** Negotiation domains of other programs as bargaining problems. Apart from ./index.ts because XML and YAML take time to load. */
export { importGenius } from './genius.ts';
export { importGeniusWeb } from './geniusweb.ts';
export { importLlmDeliberation } from './llm-deliberation.ts';
export { importNegmas } from './negmas.ts';
export { importNegolog } from './negolog.ts';
export type { ImportCode, Imported, ImportFinding, NamedText, RealGrid } from './negotiation.ts';
