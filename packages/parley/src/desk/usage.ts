/** What the user asked for cannot be done as asked: exit code 2, never a stack trace. */
export class UsageError extends Error {
  /** What to do instead. */
  readonly advice: string;
  constructor(message: string, advice = '') {
    super(message);
    this.advice = advice;
  }
}
