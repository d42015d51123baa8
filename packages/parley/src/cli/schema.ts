import { caseJsonSchema } from '@parley/core/case-file';
import { printJson, type ExitCode } from './output.ts';

export function schema(): ExitCode {
  printJson(caseJsonSchema());
  return 0;
}
