import { RandomGenerator } from "@gradus/core";

/** What the checks make their tables of: chance with a seed, and a few ways of making a mess. */
export class Mess {
  readonly #random: RandomGenerator;

  constructor(seed: number) {
    this.#random = new RandomGenerator(seed);
  }

  /** A whole number from `low` up to but not including `high`. */
  integer(low: number, high: number): number {
    return this.#random.integer(low, high);
  }

  pick<T>(values: readonly T[]): T {
    return values[this.#random.integer(0, values.length)]!;
  }

  /** True that often. */
  chance(share: number): boolean {
    return this.#random.uniform() < share;
  }

  /** As many values as asked for. */
  list<T>(n: number, make: (i: number) => T): T[] {
    return Array.from({ length: n }, (_, i) => make(i));
  }

  shuffled<T>(values: readonly T[]): T[] {
    return Array.from(this.#random.permutation(values.length), (i) => values[i]!);
  }

  /** The text as somebody in a hurry types it: in other capitals, with blanks at its ends. */
  typed(text: string): string {
    const [first = "", ...rest] = text;
    const forms = [text, text.toUpperCase(), first.toUpperCase() + rest.join("")];
    return this.pick(["", "", " "]) + this.pick(forms) + this.pick(["", "", " ", "  "]);
  }
}
