/** `parley read FILE…`: files read alone, without a case. The same bytes twice are one account. */
import { letterOf } from '@parley/core/brief';
import { readWhen, type When } from '@parley/core/case';
import {
  NOTHING_KNOWN,
  type AccountGiven,
  type Difference,
  type Entity,
  type NearCopy,
  type Row,
} from '@parley/core/reading';
import { sha256 } from '../../store/files.ts';
import { isUnread, loadArticle, type Article, type Unread } from '../article.ts';
import type { SetAside } from '../extract/extracted.ts';
import { UsageError } from '../usage.ts';
import { readAccounts, type Told } from './read-accounts.ts';

export interface SourceRead {
  readonly id: string;
  readonly file: string;
  /** Of the file as it was given. */
  readonly sha256: string;
  /** EDTF: when it was written, what relative dates count from. */
  readonly asOf?: string;
  readonly title?: string;
  /** The text that offsets point into, where it is not the file itself. */
  readonly extracted?: string;
  readonly setAside: readonly (SetAside & { readonly exact?: string })[];
  readonly copyOf?: NearCopy;
}

export interface FilesRead {
  readonly sources: readonly SourceRead[];
  readonly rows: readonly Row[];
  readonly entities: ReadonlyMap<string, Entity>;
  readonly differences: readonly Difference[];
  readonly unread: readonly Unread[];
}

/** `written`: for all files, or `FILE=DATE` for one. */
export async function readFiles(paths: readonly string[], written: readonly string[], told?: Told): Promise<FilesRead> {
  const dates = datesOf(written, paths);
  const sources: SourceRead[] = [];
  const unread: Unread[] = [];
  const byHash = new Map<string, string>();
  const fileOf = new Map<string, string>();

  async function* accounts(): AsyncGenerator<AccountGiven> {
    for (const path of paths) {
      const article = await loadArticle(path);
      if (isUnread(article)) {
        unread.push(article);
        continue;
      }
      const hash = sha256(article.bytes);
      const id = letterOf(sources.length);
      const same = byHash.get(hash);
      const when = dates.get(path) ?? dates.get('') ?? whenOf(article);
      sources.push(sourceOf(id, article, hash, when, same));
      fileOf.set(id, path);
      if (same !== undefined) continue;
      byHash.set(hash, id);
      yield { id, text: article.extracted.text, ...(when === undefined ? {} : { written: when }) };
    }
  }

  const result = await readAccounts(accounts(), NOTHING_KNOWN, paths.length, told);
  for (const [id, { code, message }] of result.notRead) unread.push({ path: fileOf.get(id)!, code, message });
  return {
    sources: sources.map((source) => {
      const copyOf = result.copies.get(source.id);
      return copyOf === undefined ? source : { ...source, copyOf };
    }),
    rows: [...result.rows.values()].flat(),
    entities: result.entities,
    differences: result.differences,
    unread,
  };
}

function sourceOf(
  id: string,
  { path, extracted }: Article,
  hash: string,
  when: When | undefined,
  same: string | undefined,
): SourceRead {
  const { text, title, map, pages } = extracted;
  return {
    id,
    file: path,
    sha256: hash,
    ...(when === undefined ? {} : { asOf: when.text }),
    ...(title === undefined ? {} : { title }),
    ...(map === undefined && pages === undefined ? {} : { extracted: text }),
    setAside: extracted.setAside.map((aside) =>
      aside.inText === undefined ? aside : { ...aside, exact: text.slice(aside.inText.start, aside.inText.end) },
    ),
    ...(same === undefined ? {} : { copyOf: { of: same, share: 1 } }),
  };
}

function whenOf({ extracted: { written } }: Article): When | undefined {
  const when = written === undefined ? undefined : readWhen(written);
  return typeof when === 'string' ? undefined : when;
}

/** By path; for all files under the empty path. */
function datesOf(written: readonly string[], paths: readonly string[]): ReadonlyMap<string, When> {
  const dates = new Map<string, When>();
  for (const one of written) {
    const cut = one.lastIndexOf('=');
    const path = one.slice(0, Math.max(0, cut));
    if (cut >= 0 && !paths.includes(path))
      throw new UsageError(`--written names ${path}, which is none of the files.`, 'Write --written FILE=2025-05-14.');
    const when = readWhen(one.slice(cut + 1));
    if (typeof when === 'string')
      throw new UsageError(`“${one.slice(cut + 1)}” is not a date: ${when}`, 'Write --written 2025-05-14.');
    dates.set(path, when);
  }
  return dates;
}
