/**
 * A replication package: all that is needed to compute the forecast again, and the result. Run again with the same case,
 * seed and version it has the same bytes.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MAX_CASE_BYTES } from '@parley/core/case';
import { outcomes, planOf, type Forecast } from '@parley/core/forecast';
import { caseHash } from '../desk/case-hash.ts';
import { CASE_FILE, MAX_SOURCE_BYTES } from '../desk/open-case.ts';
import { UsageError } from '../desk/usage.ts';
import { isTrouble, sayError, sha256, writeAtomically } from '../store/files.ts';
import { forecastCsv, forecastSvg } from './forecast-files.ts';
import { forecastJson, type Told } from './forecast-told.ts';
import { version } from './version.ts';

export function writePackage(folder: string, found: Forecast, told: Told): void {
  const { seen, given, asked, flags } = told;
  if (flags.redact === true)
    throw new UsageError(
      'A package holds the case file as it is, so it cannot be redacted.',
      'Leave --redact or --package out.',
    );
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, 'forecast.json')))
    throw new UsageError(
      `${folder} holds other files.`,
      'Name a folder that is empty or new, or that of an earlier package.',
    );
  const files = new Map<string, string | Buffer>();
  const hashes: Record<string, string> = {};
  const copy = (file: string, limit: number): void => {
    const bytes = seen.open.files.read(file, limit);
    if (isTrouble(bytes)) throw new UsageError(`${file} of the case cannot be read.`);
    files.set(join('case', file), bytes);
    hashes[file] = sha256(bytes);
  };
  copy(CASE_FILE, MAX_CASE_BYTES);
  for (const source of seen.open.case.sources.values()) copy(source.file, MAX_SOURCE_BYTES);
  const view = [
    ...(flags.asOf === undefined ? [] : [`--as-of ${flags.asOf}`]),
    ...(flags.inferred ? [] : ['--no-inferred']),
  ].join(' ');
  const command = `parley forecast case ${view === '' ? '' : `${view} `}--draws ${asked.draws} --seed ${asked.seed} --package .`;
  files.set('forecast.json', `${JSON.stringify(forecastJson(found, told), null, 1)}\n`);
  files.set('curves.csv', forecastCsv(found));
  files.set('figure.svg', forecastSvg(found));
  files.set('draws.csv', drawsCsv(found));
  const lock = lockfile();
  if (lock !== undefined) files.set('package-lock.json', lock);
  files.set(
    'MANIFEST.json',
    `${JSON.stringify(
      {
        title: given.title,
        asOf: found.asOf,
        caseHash: caseHash(given, seen.open),
        sources: hashes,
        version: version(),
        node: process.versions.node.split('.')[0],
        ...asked,
        command,
      },
      null,
      1,
    )}\n`,
  );
  files.set(
    'README.md',
    `# ${given.title}: forecast as of ${found.asOf}\n\nMade by parley ${version()}, seed ${asked.seed}, ${asked.draws} draws. In this folder:\n\n\`\`\`sh\n${command}\n\`\`\`\n\nwrites the same files with the same bytes. \`MANIFEST.json\` has the hash of every source; \`draws.csv\` has, for each run, the draw it took, its weight and which scenarios came true. Every number in the case that no account gives is an assumption of its analyst.\n`,
  );
  try {
    for (const [name, content] of files) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeAtomically(path, content);
    }
  } catch (error) {
    throw new UsageError(`${folder} cannot be written: ${sayError(error)}`);
  }
  process.stderr.write(`Wrote ${files.size} files to ${folder}\n`);
}

/** A line a run: which draw it took, what it weighs, and which scenarios came true in it. */
function drawsCsv(found: Forecast): string {
  const plan = planOf(found.belief);
  const { scenarios } = found.process;
  const cameTrue = outcomes(plan);
  const lines = [['run', 'draw', 'weight', ...scenarios.map((s) => s.id)].join(',')];
  for (let run = 0; run < plan.runs; run++) {
    const draw = plan.draws?.[run] ?? run;
    const weight = plan.weights?.[run] ?? 1;
    lines.push([run, draw, weight, ...cameTrue(run)].join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** The versions of everything installed; absent in a published package. */
function lockfile(): string | undefined {
  const file = new URL('../../../../package-lock.json', import.meta.url);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
