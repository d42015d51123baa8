/** The offices that an account has told of, by title: the second *foreign minister* is the one that was told first. */
import type { Register } from './register.ts';

export class ToldOffices {
  readonly #register: Register;
  readonly #byTitle = new Map<string, string>();

  constructor(register: Register) {
    this.#register = register;
  }

  /** `minister` is known where `culture minister` is. */
  knows(title: string): boolean {
    return this.#byTitle.has(title) || this.#longer(title).length > 0;
  }

  /** By state and title. `isAlone`: nobody holds it here, so of an untold state it may be one that was told before. */
  find(title: string, of: string | undefined, isAlone: boolean): string {
    if (of === undefined && isAlone) {
      const told = this.#byTitle.get(title);
      if (told !== undefined) return told;
      const longer = this.#longer(title);
      if (longer.length === 1) return longer[0]!;
    }
    const id = this.#register.office(of, title);
    this.#byTitle.set(title, id);
    return id;
  }

  /** What the holder is called from now on. */
  hold(office: string, person: string): readonly string[] {
    this.#register.holds(office, person);
    const title = this.#register.officeOf(office)?.name ?? '';
    this.#byTitle.set(title, office);
    return [...new Set([title, title.split(' ').at(-1)!])];
  }

  #longer(title: string): string[] {
    return [...this.#byTitle].filter(([other]) => other.endsWith(` ${title}`)).map(([, id]) => id);
  }
}
