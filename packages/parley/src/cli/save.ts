import { sayError, writeAtomically } from '../store/files.ts';
import { UsageError } from '../desk/usage.ts';
import { print } from './output.ts';

/** Writes a file, or standard output for `-`. */
export function save(file: string, content: string): string {
  if (file === '-') print(content);
  else {
    try {
      writeAtomically(file, content);
    } catch (error) {
      throw new UsageError(`${file} cannot be written: ${sayError(error)}`);
    }
  }
  return file;
}
