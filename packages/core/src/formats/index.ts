/** Export and import, one file a format. */
export { drawnGraph, toDot, toGraphml, toMermaid, type DrawnGraph } from './requires-graph.ts';
