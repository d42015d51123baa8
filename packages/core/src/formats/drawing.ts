/** The text of graphs for drawing tools: DOT (Graphviz) and GraphML. What is drawn, and how, is the caller's. */

export type Value = string | number | boolean;
export type Attributes = Readonly<Record<string, Value>>;

export interface Drawing {
  readonly name: string;
  readonly nodes: readonly { readonly id: string; readonly attributes: Attributes }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly attributes: Attributes }[];
}

export function dotOf({ name, nodes, edges }: Drawing): string {
  const lines = [
    ...nodes.map((n) => `  ${dotText(n.id)} [${dotAttributes(n.attributes)}];`),
    ...edges.map((e) => `  ${dotText(e.from)} -> ${dotText(e.to)} [${dotAttributes(e.attributes)}];`),
  ];
  return `digraph ${name} {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n${lines.join('\n')}\n}\n`;
}

const dotAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([key, value]) => `${key}=${isWord(key, value) ? String(value) : dotText(String(value))}`)
    .join(', ');

const isWord = (key: string, value: Value): boolean =>
  typeof value === 'number' || (key === 'style' && /^[a-z]+$/.test(String(value)));

const dotText = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' ')}"`;

export interface Key {
  readonly id: string;
  readonly of: 'node' | 'edge';
  readonly type: 'string' | 'boolean';
}

/** `keys` name the attributes and their types, in the order in which they are written. */
export function graphmlOf({ name, nodes, edges }: Drawing, keys: readonly Key[]): string {
  const declared = keys.map(
    ({ id, of, type }) => `  <key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`,
  );
  const data = (of: Key['of'], attributes: Attributes): string =>
    keys
      .filter((key) => key.of === of && key.id in attributes)
      .map(({ id }) => `<data key="${id}">${xmlText(String(attributes[id]))}</data>`)
      .join('');
  const lines = [
    ...nodes.map((n) => `    <node id="${xmlText(n.id)}">${data('node', n.attributes)}</node>`),
    ...edges.map(
      (e, k) =>
        `    <edge id="e${k}" source="${xmlText(e.from)}" target="${xmlText(e.to)}">${data('edge', e.attributes)}</edge>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${declared.join('\n')}\n  <graph id="${name}" edgedefault="directed">\n${lines.join('\n')}\n  </graph>\n</graphml>\n`;
}

const xmlText = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
