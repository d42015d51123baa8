/** Export and import, one file a format. */
export { readGmcr, type GmcrNote, type GmcrReading } from './gmcr-read.ts';
export { writeGmcr, type GmcrOmission, type GmcrWriting } from './gmcr-write.ts';
export type { GmcrFile } from './gmcr.ts';
export { drawnGraph, toDot, toGraphml, toMermaid, type DrawnGraph } from './requires-graph.ts';
export { MOST_MOVES, stateGraph, stateGraphDot, stateGraphGraphml, type StateGraph } from './state-graph.ts';
