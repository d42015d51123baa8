/**
 * From what a case file says to a {@link Case}: names looked up, conditions, dates and quantities read, and then what can
 * be wrong though every word is right. It needs neither YAML nor the schema, so a file read before is quick to open.
 */
import { buildCase } from './build.ts';
import type { Diagnostic } from './diagnostics.ts';
import { MAX_PROBLEMS } from './limits.ts';
import { checkMeaning } from './meaning.ts';
import type { Case } from './model.ts';
import { Names } from './names.ts';
import type { Places } from './places.ts';
import { Reader } from './reader.ts';
import type { CaseFile } from './schema.ts';

/**
 * Adds what is wrong to `found`, and gives no case when that is so much that reading on helps nobody. `cut`: ids of rows
 * that were left out as unreadable, and so are known all the same.
 */
export function assemble(
  file: CaseFile,
  places: Places,
  found: Diagnostic[],
  cut: ReadonlySet<string> = new Set(),
): Case | undefined {
  let errors = found.filter((d) => d.severity === 'error').length;
  const report = (d: Diagnostic): void => {
    found.push(d);
    if (d.severity === 'error' && ++errors >= MAX_PROBLEMS) throw new Hopeless();
  };
  try {
    const built = buildCase(file, new Reader(places, new Names(file, cut, places, report), cut, report));
    if (errors === 0) checkMeaning(built, places, report);
    return built;
  } catch (error) {
    if (error instanceof Hopeless) return undefined;
    throw error;
  }
}

class Hopeless extends Error {}
