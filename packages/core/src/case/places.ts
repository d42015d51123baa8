/** Where things stand in a file. */
import type { Place } from './diagnostics.ts';

/** Path of keys and indices from the top of the file. */
export type Path = readonly (string | number)[];

export interface Places {
  /** Place of the node at a path; of a key that is not there, its nearest parent. */
  place(path: Path, options?: { readonly key?: boolean; readonly offset?: number; readonly length?: number }): Place;
}

/** For a file whose places nobody will need: everything stands at its beginning. */
export const noPlaces = (file: string): Places => ({
  place: () => ({ file, line: 1, column: 1, length: 0, lineText: '' }),
});
