/** Stands in for the reader in tests (no part of the build): the tagger on a text of a few sentences, with nobody known by name. */
import { account, type Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import { loadTagger, type TaggedSentence } from '../tagger.ts';

export const NOBODY: Names = { mentions: [], within: () => [], antecedent: () => undefined, entity: () => undefined };

export async function readAlone(text: string): Promise<{ account: Account; tagged: readonly TaggedSentence[] }> {
  const read = account({ id: 'one', text });
  return { account: read, tagged: (await loadTagger()).tag(text, read.sentences) };
}
