/** What bounds a long computation: memory, cancellation, progress. Shared by everything in this folder. */

type Unit = 'bytes' | 'steps' | 'states' | 'moves' | 'conditions';

const AMOUNTS: Readonly<Record<Unit, (x: number) => string>> = {
  bytes: (x) => `${Math.ceil(x / 2 ** 20).toLocaleString('en')} MB`,
  steps: (x) => `${x.toExponential(1)} steps of work`,
  states: (x) => `${x.toLocaleString('en')} states`,
  moves: (x) => `${x.toLocaleString('en')} moves`,
  conditions: (x) => `${x.toLocaleString('en')} conditions`,
};

/** Work that would not fit: what it is, what it would need, and the limit. Nothing has been computed. */
export class TooLarge extends Error {
  readonly what: string;
  readonly needs: number;
  readonly limit: number;
  readonly unit: Unit;
  constructor(what: string, needs: number, limit: number, unit: Unit) {
    const amount = (x: number): string => AMOUNTS[unit](x);
    super(`${what}: needs about ${amount(needs)}, the limit is ${amount(limit)}`);
    this.what = what;
    this.needs = needs;
    this.limit = limit;
    this.unit = unit;
  }
}

/** The computation was asked to stop and has stopped. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
  }
}

export interface Control {
  /** Asked every few milliseconds; the computation ends with {@link Cancelled} once it says true. */
  readonly isCancelled?: () => boolean;
  /** Told how much is done, as a share from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Most memory the computation may take, in bytes. Default 1 GB. */
  readonly memoryLimit?: number;
}

export const DEFAULT_MEMORY = 2 ** 30;

export function checkpoint(control: Control, share?: number): void {
  if (control.isCancelled?.() === true) throw new Cancelled();
  if (share !== undefined) control.onProgress?.(share);
}
