/**
 * XML as a tree, for files that nobody vouches for: a document type declaration is refused, so there are no entities to
 * expand and nothing outside to fetch; size, depth and number of elements are bounded. Text between elements is dropped.
 */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Where its opening tag ends, from 1. */
  readonly line: number;
}

export interface XmlProblem {
  readonly code: 'xml-syntax' | 'xml-doctype' | 'xml-too-large';
  readonly line: number;
  readonly detail: string;
}

const MOST_CHARACTERS = 20_000_000; // as for a source
const MOST_ELEMENTS = 500_000; // the largest domain known has about 2,000
const MOST_LEVELS = 50; // GENIUS needs about six

class Refused extends Error {
  readonly problem: XmlProblem;
  constructor(problem: XmlProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function parseXml(text: string): { readonly root: XmlElement } | { readonly problem: XmlProblem } {
  if (text.length > MOST_CHARACTERS)
    return { problem: { code: 'xml-too-large', line: 1, detail: `${text.length} characters` } };
  const parser = new SaxesParser({ position: true });
  const refuse = (code: XmlProblem['code'], detail: string): never => {
    throw new Refused({ code, line: parser.line, detail });
  };
  let root: XmlElement | undefined;
  let elements = 0;
  const open: XmlElement[] = [];
  const listOf = (element: XmlElement): XmlElement[] => element.children as XmlElement[];

  parser.on('error', (error) => refuse('xml-syntax', error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')));
  parser.on('doctype', () => refuse('xml-doctype', 'document type declaration'));
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > MOST_ELEMENTS) refuse('xml-too-large', `more than ${MOST_ELEMENTS} elements`);
    if (open.length >= MOST_LEVELS) refuse('xml-too-large', `more than ${MOST_LEVELS} levels`);
    const element: XmlElement = {
      name,
      attributes: new Map(Object.entries(attributes)),
      children: [],
      line: parser.line,
    };
    const parent = open.at(-1);
    if (parent === undefined) root ??= element;
    else listOf(parent).push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  try {
    parser.write(text.startsWith('\uFEFF') ? text.slice(1) : text).close();
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  }
  if (root === undefined) return { problem: { code: 'xml-syntax', line: 1, detail: 'no element' } };
  return { root };
}

export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name);
