import type { ExitCode } from './output.ts';
export function newCase(_dir: string, _articles: string[], _flags: { json?: boolean }): ExitCode {
  return 2;
}
