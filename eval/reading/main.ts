/**
 * `npm run eval:reading -- [--split development|test] [--polnear DIR] [--json] [--write]`: precision, recall and F1 of the
 * reader, by kind and by rule, with n and the Wilson interval at 95 %. The test half is the default.
 */
import { parseArgs } from 'node:util';
import type { Split } from './gold.ts';
import { asJson } from './json.ts';
import { measure } from './measure.ts';
import { measurePolnear } from './polnear.ts';
import { report, reportPolnear } from './report.ts';
import { writeMeasured } from './write-measured.ts';

const { values } = parseArgs({
  options: {
    split: { type: 'string', default: 'test' },
    polnear: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const { split, polnear, json, write } = values;
if (split !== 'development' && split !== 'test') {
  process.stderr.write('--split is development or test.\n');
  process.exit(2);
}
const other: Split = split === 'test' ? 'development' : 'test';
const measures = await measure(split);
const onPolnear = polnear === undefined ? undefined : await measurePolnear(polnear, split);
if (write) {
  const others = await measure(other);
  if (split === 'test') writeMeasured(others, measures);
  else writeMeasured(measures, others);
}
if (json) process.stdout.write(`${JSON.stringify(asJson(measures, onPolnear))}\n`);
else {
  process.stdout.write(`${report(measures)}\n`);
  if (onPolnear !== undefined) process.stdout.write(`\n${reportPolnear(onPolnear)}\n`);
}
