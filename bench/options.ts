/** Options of a benchmark: `--steps 20 --json`. */
export function options(
  args: readonly string[],
  defaults: Readonly<Record<string, number>>,
): { readonly numbers: Record<string, number>; readonly json: boolean } {
  const numbers = { ...defaults };
  let json = false;
  for (let k = 0; k < args.length; k++) {
    const name = args[k]!.replace(/^--/, '');
    if (name === 'json') json = true;
    else if (Object.hasOwn(numbers, name) && Number.isFinite(Number(args[k + 1]))) numbers[name] = Number(args[++k]);
    else
      throw new Error(
        `${args[k]} is not an option here. There are: ${Object.keys(defaults)
          .map((key) => `--${key} N`)
          .join(', ')}, --json`,
      );
  }
  return { numbers, json };
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length % 2 === 1
    ? sorted[(sorted.length - 1) / 2]!
    : (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2;
};
