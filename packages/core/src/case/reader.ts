/**
 * Reads the small parts of a case — conditions, dates, quantities, references — reporting what cannot be read and going
 * on with something harmless, so that all mistakes of a file come at once.
 */
import { isDay, lastDay, readWhen, type When } from './dates.ts';
import { diagnostic, type Code, type Detail, type Diagnostic, type Severity } from './diagnostics.ts';
import { isExpressionError, parseExpression, type Expression } from './expression.ts';
import type { Names } from './names.ts';
import { nearestName } from './nearest.ts';
import { readQuantity, type Bounds, type Quantity } from './quantity.ts';
import type { Path, Places } from './places.ts';

interface At {
  readonly key?: boolean;
  readonly offset?: number;
  readonly length?: number;
  readonly severity?: Severity;
}

export class Reader {
  readonly names: Names;
  readonly #places: Places;
  readonly #cut: ReadonlySet<string>;
  readonly #found: (problem: Diagnostic) => void;

  constructor(places: Places, names: Names, cut: ReadonlySet<string>, found: (problem: Diagnostic) => void) {
    this.#places = places;
    this.names = names;
    this.#cut = cut;
    this.#found = found;
  }

  report<C extends Code>(code: C, path: Path, detail: Detail<C>, at: At = {}): void {
    this.#found(diagnostic(code, this.#places.place(path, at), detail, at.severity));
  }

  expression(written: string | boolean, path: Path): Expression {
    const parsed = parseExpression(written);
    if (isExpressionError(parsed)) {
      this.report('expression-syntax', path, { reason: parsed.reason }, { offset: parsed.at, length: parsed.length });
      return { kind: 'constant', value: false };
    }
    this.names.check(parsed, path);
    return parsed;
  }

  when(written: string | number | undefined, path: Path): When | undefined {
    if (written === undefined) return undefined;
    const when = readWhen(written);
    if (typeof when !== 'string') return when;
    this.report('date', path, { found: String(written), reason: when });
    return undefined;
  }

  day(written: string | number, path: Path): string {
    const day = lastDay(written);
    if (isDay(day)) return day;
    this.report('date', path, { found: String(written), reason: day });
    return '1970-01-01';
  }

  quantity(written: string | number | undefined, path: Path, bounds: Bounds = {}): Quantity | undefined {
    if (written === undefined) return undefined;
    const quantity = readQuantity(written, bounds);
    if (typeof quantity !== 'string') return quantity;
    this.report('quantity', path, { found: String(written), reason: quantity });
    return undefined;
  }

  /** Reports `id` unless it is one of `known`. */
  refer(id: string, known: ReadonlySet<string> | readonly string[], what: string, path: Path): boolean {
    if (known instanceof Set ? known.has(id) : (known as readonly string[]).includes(id)) return true;
    if (this.#cut.has(id)) return true;
    const all = [...known];
    this.report('unknown-name', path, { name: id, what, known: all, nearest: nearestName(id, all) });
    return false;
  }
}
