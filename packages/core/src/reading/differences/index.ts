/** The kinds of difference, one file each. */
import type { Alone, Aspect } from './aspect.ts';
import { naming } from './naming.ts';
import { role } from './role.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- each aspect meets its own facts only
export const ASPECTS: Readonly<Record<string, Aspect<any>>> = { naming, role };

export const ALONE: Readonly<Record<string, Alone>> = {};
