import { describe, expect, test } from 'vitest';
import { line } from './clauses.ts';
import { readAlone } from './read-alone.twin.ts';

async function clauses(text: string): Promise<string[]> {
  const { tagged } = await readAlone(text);
  return tagged.flatMap((sentence) => {
    const { words, clauses: found } = line(sentence);
    const say = (from: number, to: number): string => words.slice(from, to).join(' ');
    return found.map(
      ({ from, to, speaker }) => `${speaker ? `${say(speaker.from, speaker.to)}: ` : ''}${say(from, to)}`,
    );
  });
}

describe('clauses', () => {
  test('what is reported stands without its frame, before or after it', async () => {
    expect(await clauses('The envoy said that the border would stay shut.')).toContain(
      'the envoy: the border would stay shut',
    );
    expect(await clauses('The border would stay shut, the envoy said.')).toEqual([
      'the envoy: the border would stay shut',
    ]);
    expect(await clauses('As her deputy put it, the border stays shut.')).toHaveLength(1);
    expect(await clauses('As her deputy warned, the border stays shut.')).toEqual([
      'her deputy: the border stays shut',
    ]);
  });

  test('a conjunction that begins another main clause cuts, one in a list does not', async () => {
    expect(await clauses('The talks begin on Monday, and they will last a week.')).toEqual([
      'the talks begin on monday',
      'they will last a week',
    ]);
    expect(await clauses('The mine, the port and the road stay shut.')).toHaveLength(1);
  });

  test('an utterance is a clause with its speaker, a quoted term is not', async () => {
    expect(await clauses('“We will never leave the valley,” the colonel said.')).toContain(
      'the colonel: we will never leave the valley',
    );
    expect(await clauses('They reject the “peace plan” of the neighbours.')).toHaveLength(1);
  });

  test('a hyphen is no dash', async () => {
    expect(await clauses('A 90-day truce must hold.')).toHaveLength(1);
  });

  test('a sentence without end costs no more per word', async () => {
    const { tagged } = await readAlone('No talks before the truce; '.repeat(2000));
    const start = performance.now();
    for (const sentence of tagged) line(sentence);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
