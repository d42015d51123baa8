/** Below this many states one thread is done before others have started. */
export const WORTH_THREADS = 2 ** 17;
