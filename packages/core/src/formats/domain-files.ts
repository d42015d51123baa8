/** Negotiation domains of other programs as bargaining problems. Apart from ./index.ts because XML and YAML take time to load. */
export { readDomain, SCALES, type DomainFormat, type DomainOptions, type DomainReading } from './domain-folder.ts';
export type { DomainFiles, DomainOmission } from './domain-write.ts';
export { writeGenius } from './genius-write.ts';
export { importGenius } from './genius.ts';
export { writeGeniusWeb } from './geniusweb-write.ts';
export { importGeniusWeb } from './geniusweb.ts';
export { importLlmDeliberation } from './llm-deliberation.ts';
export { writeNegmas } from './negmas-write.ts';
export { importNegmas } from './negmas.ts';
export { importNegolog } from './negolog.ts';
export { caseOfProblem, type DomainCase, type DomainNote } from './negotiation-case.ts';
export type { ImportCode, Imported, ImportFinding, NamedText, RealGrid } from './negotiation.ts';
