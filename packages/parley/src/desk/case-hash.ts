/**
 * What identifies a case in output: the sha256 of what is seen of it. A redacted case has the hash of what is left, so
 * that the hash gives nothing away.
 */
import { SECTIONS, type Case } from '@parley/core/case';
import { sha256 } from '../store/files.ts';
import type { OpenCase } from './open-case.ts';

export function caseHash(seen: Case, open: Pick<OpenCase, 'sources'>): string {
  const text = (value: unknown): string =>
    JSON.stringify(value, (key, inside: unknown) =>
      key === 'path' || key === 'at' || key === 'valueAt'
        ? undefined
        : inside instanceof Map
          ? [...inside]
          : inside === Infinity || inside === -Infinity
            ? String(inside)
            : inside,
    );
  const rows = SECTIONS.map((section) => text(seen[section]));
  const sources = [...seen.sources.keys()].map((id) => `${id} ${open.sources.get(id)?.sha256 ?? ''}`);
  return sha256([seen.title, seen.asOf, seen.horizon ?? '', text(seen.statusQuo), ...rows, ...sources].join('\n'));
}
