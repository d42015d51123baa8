/** The bundled case keeps its promises: stored anchors that fit, outcomes that can be read, ids of the founding reading. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCase, outcomesSchema } from '@parley/core/case-file';
import { folderFiles } from '../store/files.ts';
import { anchorFile, anchorsOf, followAnchors } from './anchors.ts';
import { openCase } from './open-case.ts';

const folder = resolve(import.meta.dirname, '../../../../cases/istanbul-2025');
const files = folderFiles(folder);

test('C6 the stored anchors are those of the quotes as they stand', async () => {
  const { open } = await openCase(files);
  const stored = anchorFile(files);
  expect(stored).toEqual(anchorsOf(open!));
  expect(followAnchors(files, stored!).edited).toEqual([]);
});

test('what happened later can be read, comes after the as-of date and speaks of what the case knows', () => {
  const outcomes = outcomesSchema.parse(parse(readFileSync(join(folder, 'outcomes.yaml'), 'utf8')));
  const given = readCase(readFileSync(join(folder, 'case.yaml'), 'utf8')).case!;
  const names = new Set([
    ...given.options.keys(),
    ...given.happenings.keys(),
    ...given.meetings.keys(),
    ...given.issues.keys(),
  ]);
  for (const event of Object.values(outcomes.events)) {
    for (const name of Object.keys(event.sets ?? {})) expect(names).toContain(name);
    for (const source of [event.source].flat()) expect(Object.keys(outcomes.sources)).toContain(source);
  }
  for (const [id, resolution] of Object.entries(outcomes.resolutions)) {
    expect([...given.scenarios.keys()]).toContain(id);
    expect(given.scenarios.get(id)!.resolves).toBe(true);
    expect(String(resolution.known) >= given.asOf).toBe(true);
  }
  const resolving = [...given.scenarios.values()].filter((s) => s.resolves).map((s) => s.id);
  expect(Object.keys(outcomes.resolutions).toSorted()).toEqual(resolving.toSorted());
});

test('the ids of the founding reading are all there', () => {
  const given = readCase(readFileSync(join(folder, 'case.yaml'), 'utf8')).case!;
  const numbered = (letter: string, last: number): string[] =>
    Array.from({ length: last }, (_, k) => `${letter}${String(k + 1).padStart(2, '0')}`);
  expect([...given.preconditions.keys()]).toEqual([...numbered('p', 22), 'x01']);
  expect([...given.issues.values()].map((issue) => issue.number)).toEqual(numbered('i', 17));
  expect([...given.events.keys()]).toEqual(numbered('e', 37));
  for (const id of numbered('s', 12)) expect([...given.scenarios.keys()]).toContain(id);
});
