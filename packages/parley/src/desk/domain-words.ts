/** What is wrong with a negotiation domain of another program, in sentences. */
import type { ProblemFinding } from '@parley/core/bargaining';
import type { ImportFinding } from '@parley/core/domain-files';

type Finding = ImportFinding | ProblemFinding;

const about = (f: Finding): string => {
  const value = f.value === undefined ? '' : `“${f.value}” of `;
  return `${value}${f.issue === undefined ? 'this file' : `issue “${f.issue}”`}`;
};
const party = (f: Finding): string => ('party' in f && f.party !== undefined ? f.party : 'a party');
const detail = (f: Finding): string => ('detail' in f && f.detail !== undefined ? f.detail : 'something');
const number = (f: Finding): string => (f.number === undefined ? 'no number' : String(f.number));

const WORDS: Readonly<Record<Finding['code'], (f: Finding) => string>> = {
  'xml-syntax': (f) => `This is not valid XML: ${detail(f)}.`,
  'xml-doctype': () =>
    'A document type declaration is refused: it can define entities that grow or fetch files. Take it out.',
  'xml-too-large': (f) => `This file is too large to be read: ${detail(f)}.`,
  'json-syntax': (f) => `This is not valid JSON: ${detail(f)}.`,
  'yaml-syntax': (f) => `This is not valid YAML: ${detail(f)}.`,
  'not-this-format': (f) => `This is not what is expected here: ${detail(f)}.`,
  'no-profiles': () => 'No profile is given. Name at least one beside the domain.',
  'other-domain': (f) => `This profile belongs to another domain: ${detail(f)}.`,
  'issue-missing': (f) => `There is nothing here about ${about(f)}, which the domain has.`,
  'not-a-number': (f) => `No number can be read here: ${detail(f)}, of ${about(f)}.`,
  'too-many-values': (f) => `There are ${number(f)} values in ${about(f)}, more than a table of scores may have.`,
  'real-on-a-grid': (f) => `The real-valued ${about(f)} is taken at ${number(f)} points of a grid.`,
  unsupported: (f) => `This cannot be read: ${detail(f)}.`,
  'no-parties': () => 'There is no party.',
  'no-issues': () => 'There is no issue to agree on.',
  'utility-missing': (f) => `There are no utilities of ${party(f)}.`,
  'issue-without-values': (f) => `There are no values in ${about(f)}. Give it at least one.`,
  'value-twice': (f) => `There twice: ${about(f)}.`,
  'status-quo-unknown': (f) => `The status quo of ${about(f)} is none of its values.`,
  'space-overflow': (f) =>
    `There are about ${Number(number(f)).toExponential(1)} outcomes, more than can be numbered (9e15).`,
  'weight-missing': (f) => `${party(f)} gives no weight to ${about(f)}.`,
  'weight-negative': (f) => `${party(f)} gives a negative weight (${number(f)}) to ${about(f)}. Weights are 0 or more.`,
  'weight-not-finite': (f) => `${party(f)} gives ${about(f)} a weight that is no finite number.`,
  'weights-all-zero': (f) => `All weights of ${party(f)} are 0, so no deal is worth more to it than another.`,
  'weights-sum': (f) => `The weights of ${party(f)} add up to ${number(f)}, not to 1; they are taken as they stand.`,
  'value-without-score': (f) => `${party(f)} gives no score to ${about(f)}.`,
  'score-without-value': (f) => `${party(f)} scores more values than there are in ${about(f)}.`,
  'score-not-finite': (f) => `${party(f)} gives ${about(f)} a score that is no finite number.`,
  'reserved-not-a-number': (f) => `The reserved value of ${party(f)} is no number.`,
  'discount-out-of-range': (f) => `The discount of ${party(f)} is ${number(f)}; it lies above 0 and at most at 1.`,
  'bonus-not-finite': (f) => `A bonus of ${party(f)} is no finite number.`,
  'box-unknown-issue': (f) => `A condition names an issue that is not there (${number(f)}).`,
  'box-unknown-value': (f) => `A condition names a value that is not in ${about(f)}.`,
  'box-empty': (f) => `A condition lists no value of ${about(f)}.`,
  'constraint-of-unknown-party': (f) => `A condition belongs to a party that is not there (${number(f)}).`,
  'not-reported-unknown-issue': (f) => `An issue that is not there is marked as not reported (${number(f)}).`,
};

export const sayFinding = (finding: Finding): string => WORDS[finding.code](finding);

/** `file:line  what is wrong`, as far as known. */
export function renderFinding(finding: Finding): string {
  const file = 'file' in finding ? `${finding.file}${finding.line === undefined ? '' : `:${finding.line}`}  ` : '';
  return `${file}${finding.severity === 'warning' ? 'warning: ' : ''}${sayFinding(finding)}`;
}
