import { solveLower, solveUpper } from "./triangular";

/** The Cholesky factor of the rows and columns of a Gram matrix that belong to active features, in their order. */
export class GrowingFactor {
  readonly #gram: Float64Array;
  readonly #width: number;
  readonly active: number[] = [];
  #rows: Float64Array[] = [];

  /** @param gram flat, nFeatures × nFeatures */
  constructor(gram: Float64Array, nFeatures: number) {
    this.#gram = gram;
    this.#width = nFeatures;
  }

  /** Adds a feature. @returns false, and nothing is added, if it depends on those that are active. */
  add(feature: number): boolean {
    const n = this.active.length;
    const row = Float64Array.from(
      this.active,
      (other) => this.#gram[feature * this.#width + other]!,
    );
    solveLower(this.#flat(), row, n);
    const square = this.#gram[feature * this.#width + feature]!;
    const rest = row.reduce((left, value) => left - value * value, square);
    const diagonal = Math.sqrt(Math.abs(rest));
    if (diagonal < 1e-7) return false;
    this.#rows.push(Float64Array.of(...row, diagonal));
    this.active.push(feature);
    return true;
  }

  /** Takes out the feature at a place, and works out again what comes behind it. */
  remove(place: number): void {
    const behind = this.active.splice(place).slice(1);
    this.#rows = this.#rows.slice(0, place);
    for (const feature of behind) this.add(feature);
  }

  /** G⁻¹b for the active features. */
  solve(b: Float64Array): Float64Array {
    const x = b.slice();
    const factor = this.#flat();
    solveLower(factor, x, x.length);
    solveUpper(factor, x, x.length);
    return x;
  }

  #flat(): Float64Array {
    const n = this.#rows.length;
    const flat = new Float64Array(n * n);
    this.#rows.forEach((row, i) => {
      flat.set(row, i * n);
    });
    return flat;
  }
}
