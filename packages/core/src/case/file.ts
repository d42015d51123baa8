/** `case.yaml` itself: its schema, its YAML, its reading. Apart from ./index.ts because YAML and the schema take time to load. */
export { caseJsonSchema, outcomesSchema, type CaseFile } from './schema.ts';
export { readCase, type Reading } from './read.ts';
export { parseYaml, type YamlFile } from './yaml.ts';
