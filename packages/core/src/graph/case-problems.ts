/** What keeps a case from being compiled into a graph model. */
import type { Path } from '../case/index.ts';

export type GraphProblem = { readonly path: Path } & (
  | { readonly code: 'state-impossible' | 'state-ranked-twice'; readonly detail: { readonly state: string } }
  | {
      readonly code: 'states-unranked';
      readonly detail: { readonly states: readonly string[]; readonly count: number };
    }
  | { readonly code: 'state-in-two'; readonly detail: { readonly state: string; readonly names: readonly string[] } }
  | { readonly code: 'no-such-state'; readonly detail: { readonly name: string } }
  | { readonly code: 'too-many-options'; readonly detail: { readonly open: number; readonly most: number } }
  | { readonly code: 'states-differ'; readonly detail: { readonly party: string; readonly name: string } }
  | { readonly code: 'nobody-decides' | 'no-state'; readonly detail: Readonly<Record<string, never>> }
);
