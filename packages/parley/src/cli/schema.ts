import { caseJsonSchema } from '@parley/core/case';
import { printJson, type ExitCode } from './output.ts';

export function schema(): ExitCode {
  printJson(caseJsonSchema());
  return 0;
}
