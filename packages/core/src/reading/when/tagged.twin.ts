/** For the tests of this folder: an account as the reader takes it, tagged, without names. A twin, so that it is not shipped. */
import { readWhen } from '../../case/index.ts';
import { account, type Account } from '../account.ts';
import type { Names } from '../names/names.ts';
import { loadTagger, type TaggedSentence } from '../tagger.ts';

export const NO_NAMES: Names = {
  mentions: [],
  within: () => [],
  antecedent: () => undefined,
  entity: () => undefined,
};

export async function tagged(text: string, written?: string): Promise<[Account, readonly TaggedSentence[]]> {
  const when = written === undefined ? undefined : readWhen(written);
  if (typeof when === 'string') throw new Error(when);
  const read = account({ id: 'paper', text, ...(when === undefined ? {} : { written: when }) });
  return [read, (await loadTagger()).tag(text, read.sentences)];
}
