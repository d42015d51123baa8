/** A `case.yaml` of at most this many bytes is read (1 MB takes two seconds to parse). */
export const MAX_CASE_BYTES = 1_000_000;

/** After this many mistakes the rest of a file is not read: nobody would read on either. */
export const MAX_PROBLEMS = 200;
