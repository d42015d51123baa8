/**
 * A negotiation domain from the files of a folder, in whichever of the formats here they are written. A file shows by its
 * ending and its first words what it is; files that are no part of a domain are passed over.
 */
import { importGenius } from './genius.ts';
import { importGeniusWeb } from './geniusweb.ts';
import { importLlmDeliberation } from './llm-deliberation.ts';
import { importNegmas } from './negmas.ts';
import { importNegolog } from './negolog.ts';
import { Findings, imported, type Imported, type NamedText, type RealGrid } from './negotiation.ts';

export type DomainFormat = 'genius' | 'geniusweb' | 'negmas' | 'negolog' | 'llm-deliberation';

export interface DomainReading extends Imported {
  /** Nothing where no file is of a format that is known. */
  readonly format?: DomainFormat;
  /** The files that count. */
  readonly files: readonly string[];
}

export interface DomainOptions extends RealGrid {
  /** Only the first so many profiles. Default: all. */
  readonly profiles?: number;
}

/** The convention of a format's utilities, for whoever reads a case made of it. */
export const SCALES: Readonly<Record<DomainFormat, string>> = {
  genius:
    'Scale of GENIUS: 0 to 1, the score of a value being its evaluation divided by the largest of its issue; the reserved value is on the same scale.',
  geniusweb: 'Scale of GeniusWeb: 0 to 1; the reserved value is the worth of the reservation bid.',
  negmas:
    'Scale of NegMAS: the numbers of the file as they are, usually 0 to 1; the reserved value is on the same scale.',
  negolog: 'Scale of NegoLog: 0 to 1; the reserved value is on the same scale.',
  'llm-deliberation':
    'Points as in the score files of LLM-Deliberation, usually up to 100; the reserved value is the number of points needed.',
};

type Kind = { readonly format: DomainFormat; readonly is: 'domain' | 'profile' };

export function readDomain(files: readonly NamedText[], options: DomainOptions = {}): DomainReading {
  const kinds = files.map((file) => ({ file, kind: kindOf(file) }));
  const format = (['genius', 'negmas', 'geniusweb', 'negolog', 'llm-deliberation'] as const).find((id) =>
    kinds.some(({ kind }) => typeof kind === 'object' && kind.format === id),
  );
  const sorted = kinds.flatMap(({ file, kind }) => {
    if (kind !== 'some-json') return kind === undefined ? [] : [{ file, kind }];
    // Among profiles it is one that is broken, and told as such.
    const is = 'profile' as const;
    return format === 'geniusweb' || format === 'negolog' ? [{ file, kind: { format, is } }] : [];
  });
  const findings = new Findings();
  if (format === undefined) {
    findings.errorsIn('')('not-this-format', { detail: 'no file of a known format' });
    return { ...imported(undefined, findings), files: [] };
  }
  const of = (is: Kind['is']): NamedText[] =>
    sorted.filter(({ kind }) => kind.format === format && kind.is === is).map(({ file }) => file);
  const domains = of('domain');
  const all = of('profile');
  const profiles = all.slice(0, options.profiles ?? all.length);
  const [domain] = domains;
  const names = [...domains, ...profiles].map(({ name }) => name);
  if (domains.length > 1) {
    const detail = `more than one domain: ${domains.map(({ name }) => name).join(', ')}`;
    findings.errorsIn(domains[1]!.name)('not-this-format', { detail });
    return { format, ...imported(undefined, findings), files: names };
  }
  if (domain === undefined && (format === 'genius' || format === 'negmas')) {
    findings.errorsIn(profiles[0]!.name)('not-this-format', { detail: 'profiles without a domain file' });
    return { format, ...imported(undefined, findings), files: names };
  }
  const read = (): Imported => {
    switch (format) {
      case 'genius':
        return importGenius(domain!, profiles, options);
      case 'negmas':
        return importNegmas(domain!, profiles, options);
      case 'geniusweb':
        return importGeniusWeb(profiles);
      case 'negolog':
        return importNegolog(profiles);
      case 'llm-deliberation':
        return importLlmDeliberation(profiles, domain);
    }
  };
  return { format, ...read(), files: names };
}

function kindOf({ name, text }: NamedText): Kind | 'some-json' | undefined {
  const [base = ''] = name.split('/').slice(-1);
  switch (/\.([^.]+)$/.exec(base)?.[1]?.toLowerCase()) {
    case 'xml': {
      const [, root] = /<(negotiation_template|utility_space)\b/.exec(text) ?? [];
      // What has weights is a profile, whatever it calls itself.
      const isDomain = root === 'negotiation_template' || (root !== undefined && !/<weight\b/.test(text));
      return { format: 'genius', is: isDomain ? 'domain' : 'profile' };
    }
    case 'json':
      if (text.includes('"issueUtilities"')) return { format: 'geniusweb', is: 'profile' };
      // A GeniusWeb domain file says what every profile says again.
      if (text.includes('"issuesValues"')) return undefined;
      return text.includes('"issueWeights"') ? { format: 'negolog', is: 'profile' } : 'some-json';
    case 'yml':
    case 'yaml':
      if (base.startsWith('_')) return undefined; // NegMAS keeps its own figures in such files
      return { format: 'negmas', is: /(^|[\s{,"'])issues["']?\s*:/.test(text) ? 'domain' : 'profile' };
    case 'txt':
      if (base === 'config.txt') return { format: 'llm-deliberation', is: 'domain' };
      return /(^|\/)scores_files\//.test(name) || isScores(text)
        ? { format: 'llm-deliberation', is: 'profile' }
        : undefined;
    default:
      return undefined;
  }
}

/** Lines of numbers and commas, the last of one number. */
const isScores = (text: string): boolean => /^[\d\s,.+-]+$/.test(text) && /(^|\n)\s*[\d.]+\s*$/.test(text);
