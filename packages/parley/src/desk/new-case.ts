/**
 * `parley new`: a case folder from articles. Each article is kept as it came; its text, for HTML and PDF extracted beside
 * it, is what quotes are anchored in. What is not the account is set aside in a file of its own, never deleted. All or
 * nothing: when one article cannot be read, nothing is written. The same article twice adds nothing.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { MAX_CASE_BYTES, renderDiagnostic } from '@parley/core/case';
import { parseYaml, readCase } from '@parley/core/case-file';
import { letterOf } from '@parley/core/brief';
import { paragraphs, sentences } from '@parley/core/reading';
import { sayError, sha256, writeAtomically } from '../store/files.ts';
import { isUnread, loadArticle, type Article } from './article.ts';
import { addSources, starterCase, type NewSource } from './case-text.ts';
import type { Extracted, SetAside } from './extract/extracted.ts';
import { CASE_FILE } from './open-case.ts';
import { UsageError } from './usage.ts';

export interface TakenIn {
  readonly id: string;
  /** Inside the case folder. */
  readonly file: string;
  readonly sha256: string;
  readonly sentences: number;
  readonly setAside: readonly SetAside[];
  /** Given before: nothing was added for it. */
  readonly known: boolean;
}

export interface NewCase {
  /** Path of `case.yaml`. */
  readonly case: string;
  readonly sources: readonly TakenIn[];
}

export async function newCase(folder: string, paths: readonly string[], today: string): Promise<NewCase> {
  const file = join(folder, CASE_FILE);
  const existing = readExisting(folder, file);
  const articles = await Promise.all(paths.map(readArticle));
  const known = existing === undefined ? new Map<string, string>() : knownHashes(existing);
  const used = new Set(existing === undefined ? [] : sourceIds(existing));

  const taken: TakenIn[] = [];
  const added: NewSource[] = [];
  const files = new Map<string, string | Buffer>();
  for (const article of articles) {
    const hash = sha256(article.bytes);
    const before = known.get(hash);
    const spans = spansOf(article.extracted);
    const about = { sha256: hash, sentences: spans.sentences.length, setAside: article.extracted.setAside };
    if (before !== undefined) {
      taken.push({
        id: before,
        file: fileOf(existing, before) ?? added.find((s) => s.id === before)?.file ?? '',
        ...about,
        known: true,
      });
      continue;
    }
    const id = freeId(used);
    used.add(id);
    known.set(hash, id);
    const source = layOut(folder, article, id, hash, spans, files);
    added.push(source);
    taken.push({ id, file: source.file, ...about, known: false });
  }

  const text =
    existing === undefined ? starterCase(titleFor(folder, articles), today, added) : addSources(existing, added);
  if (typeof text !== 'string') throw new UsageError(text.reason, text.advice);
  const { problems } = readCase(text, CASE_FILE);
  if (problems.length > 0)
    throw new Error(
      `the case.yaml that would be written cannot be read:\n${problems.map(renderDiagnostic).join('\n')}`,
    );
  if (added.length > 0 || existing === undefined) writeCaseFolder(folder, files, text);
  return { case: file, sources: taken };
}

function readExisting(folder: string, file: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  if (!statSync(folder).isDirectory())
    throw new UsageError(`${folder} is a file, not a folder.`, 'Name a folder for the case.');
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isFile()) throw new UsageError(`${file} is not a file.`);
  if (statSync(file).size > MAX_CASE_BYTES) throw new UsageError(`${file} is larger than the 1 MB a case may have.`);
  const text = readFileSync(file, 'utf8');
  const { problems } = parseYaml(text, file);
  if (problems.length > 0)
    throw new UsageError(
      `${problems.map(renderDiagnostic).join('\n')}`,
      'Nothing was added. Put the case in order first: parley check.',
    );
  return text;
}

async function readArticle(path: string): Promise<Article> {
  const article = await loadArticle(path);
  if (!isUnread(article)) return article;
  if (article.code === 'missing') throw new UsageError(`There is no file ${path}.`);
  if (article.code === 'not-a-file')
    throw new UsageError(`${path} is not a file.`, 'Name text, Markdown or HTML files, or PDFs.');
  throw new UsageError(`${path}: ${article.message}`, 'Nothing was written.');
}

interface Spans {
  readonly paragraphs: readonly { readonly start: number; readonly end: number }[];
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly paragraph: number }[];
}

/** Paragraphs and sentences of the account itself, numbered from 1 by their place in the list. */
function spansOf({ text, setAside }: Extracted): Spans {
  const aside = setAside.flatMap((s) => (s.inText === undefined ? [] : [s.inText]));
  const inside = (span: { start: number; end: number }): boolean =>
    aside.some((a) => a.start <= span.start && span.end <= a.end);
  const blocks = paragraphs(text).filter((p) => !inside(p));
  return {
    paragraphs: blocks.map(({ start, end }) => ({ start, end })),
    sentences: sentences(text)
      .filter((s) => !inside(s))
      .map(({ start, end }) => ({
        start,
        end,
        paragraph:
          1 +
          Math.max(
            0,
            blocks.findIndex((p) => p.start <= start && start < p.end),
          ),
      })),
  };
}

/** Names the files of an article in the case folder and what goes into them. */
function layOut(
  folder: string,
  article: Article,
  id: string,
  hash: string,
  spans: Spans,
  files: Map<string, string | Buffer>,
): NewSource {
  const { extracted } = article;
  const extension = extname(article.path).toLowerCase();
  const stem = freeStem(folder, files, basename(article.path, extname(article.path)));
  const about = {
    ...(extracted.title === undefined ? {} : { title: extracted.title }),
    ...(extracted.written === undefined ? {} : { written: extracted.written }),
  };
  const reading = (of: string): string =>
    `${JSON.stringify({ parley: 1, of, ...spans, setAside: extracted.setAside }, null, 1)}\n`;
  const { map, pages } = extracted;
  if (map !== undefined || pages !== undefined) {
    const usual = pages === undefined ? '.html' : '.pdf';
    const original = `sources/${stem}${extension === '' || extension === '.txt' ? usual : extension}`;
    const file = `sources/${stem}.txt`;
    files.set(original, article.bytes);
    files.set(file, extracted.text);
    files.set(
      `sources/${stem}.map.json`,
      `${JSON.stringify({ parley: 1, original, sha256: hash, ...(map === undefined ? { pages } : { runs: map }) })}\n`,
    );
    files.set(`sources/${stem}.spans.json`, reading(file));
    return { id, file, original, sha256: sha256(extracted.text), originalSha256: hash, ...about };
  }
  const file = `sources/${stem}${['.txt', '.md', '.markdown'].includes(extension) ? extension : '.txt'}`;
  // What came as UTF-16 is kept as UTF-8, which is what a case reads; anything else byte for byte.
  const content = article.bytes.equals(Buffer.from(extracted.text, 'utf8'))
    ? article.bytes
    : Buffer.from(extracted.text, 'utf8');
  files.set(file, content);
  files.set(`sources/${stem}.spans.json`, reading(file));
  return {
    id,
    file,
    sha256: sha256(content),
    ...(content === article.bytes ? {} : { originalSha256: hash }),
    ...about,
  };
}

function freeStem(folder: string, files: ReadonlyMap<string, unknown>, wanted: string): string {
  const safe =
    wanted
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[.-]+|[.-]+$/g, '')
      .slice(0, 80) || 'article';
  const sources = join(folder, 'sources');
  const there = new Set(
    [...(existsSync(sources) ? readdirSync(sources) : []), ...[...files.keys()].map((f) => basename(f))].map((name) =>
      name.toLowerCase().replace(/\..*$/, ''),
    ),
  );
  const bare = (stem: string): string => stem.toLowerCase().replace(/\..*$/, '');
  if (!there.has(bare(safe))) return safe;
  for (let k = 2; ; k++)
    if (!there.has(bare(`${safe.replace(/\..*$/, '')}-${k}`))) return `${safe.replace(/\..*$/, '')}-${k}`;
}

function freeId(used: ReadonlySet<string>): string {
  for (let k = 0; ; k++) if (!used.has(letterOf(k))) return letterOf(k);
}

interface SourceEntry {
  readonly file?: unknown;
  readonly sha256?: unknown;
  readonly note?: unknown;
}

function entries(text: string): Record<string, SourceEntry> {
  const { value } = parseYaml(text, CASE_FILE);
  const sources = (value as { sources?: Record<string, SourceEntry> } | null | undefined)?.sources;
  return typeof sources === 'object' && sources !== null ? sources : {};
}

const sourceIds = (text: string): string[] => Object.keys(entries(text));

function fileOf(text: string | undefined, id: string): string | undefined {
  const file = text === undefined ? undefined : entries(text)[id]?.file;
  return typeof file === 'string' ? file : undefined;
}

/** Hashes of the articles a case has, extracted or not. */
function knownHashes(text: string): Map<string, string> {
  return new Map(
    Object.entries(entries(text)).flatMap(([id, source]) => {
      const inNote = typeof source.note === 'string' ? /\b[0-9a-f]{64}\b/.exec(source.note)?.[0] : undefined;
      return [source.sha256, inNote].flatMap((hash) => (typeof hash === 'string' ? [[hash, id] as const] : []));
    }),
  );
}

function titleFor(folder: string, articles: readonly Article[]): string {
  return articles.length === 1 && articles[0]!.extracted.title !== undefined
    ? articles[0]!.extracted.title
    : basename(resolve(folder)).replace(/[-_]+/g, ' ');
}

/** A new folder appears whole; in an existing one the case file is written last. */
export function writeCaseFolder(folder: string, files: ReadonlyMap<string, string | Buffer>, text: string): void {
  const fresh = !existsSync(folder);
  const target = fresh ? join(dirname(resolve(folder)), `.${basename(resolve(folder))}.${process.pid}.draft`) : folder;
  try {
    for (const [file, content] of files) writeAtomically(join(target, file), content);
    writeAtomically(join(target, CASE_FILE), text);
    if (fresh) renameSync(target, folder);
  } catch (error) {
    try {
      if (fresh) rmSync(target, { recursive: true, force: true });
      else for (const file of files.keys()) rmSync(join(folder, file), { force: true });
    } catch {
      // What went wrong first is what is told.
    }
    throw new UsageError(`${folder} cannot be written: ${sayError(error)}`);
  }
}
