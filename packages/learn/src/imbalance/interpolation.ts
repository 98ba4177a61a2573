import { concatenate, type Tensor, tensor } from "@gradus/tensor";
import type { Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { BaseSampler, type Resampled, type SamplerRows, sampledLabels } from "./base-sampler";

/** Made-up rows of a class. */
export interface MadeRows {
  /** The place of the class. */
  readonly k: number;
  /** Flat, row after row. */
  readonly values: Float64Array;
}

/** Rows between pairs of rows: a + step·(b − a). */
export interface Pairs {
  readonly from: Tensor;
  /** The row of `from` where each begins. */
  readonly starts: Int32Array;
  readonly to: Tensor;
  /** The row of `to` that each goes towards. */
  readonly ends: Int32Array;
  readonly steps: Float64Array;
}

/** a + step·(b − a) for each pair, flat. */
export function between({ from, starts, to, ends, steps }: Pairs): Float64Array {
  const width = from.shape[1]!;
  const [a, b] = [from.data(), to.data()];
  const values = new Float64Array(starts.length * width);
  starts.forEach((start, i) => {
    for (let j = 0; j < width; j++) {
      const value = a[start * width + j]!;
      values[i * width + j] = value + steps[i]! * (b[ends[i]! * width + j]! - value);
    }
  });
  return values;
}

/** What all samplers share that make up rows between others. Numbers only; tables come out as tensors. */
export abstract class InterpolatingSampler<Params extends object> extends BaseSampler<Params> {
  abstract override fitResample(X: Matrix, y: Labels): Resampled<Tensor>;

  /** All rows, and after them those that were made, class by class. */
  protected give(rows: SamplerRows, made: readonly MadeRows[]): readonly [X: Tensor, y: Label[]] {
    const { X, classes, codes, features } = rows;
    const width = features.nFeaturesIn;
    const filled = made.filter(({ values }) => values.length > 0);
    const parts = filled.map(({ values }) =>
      tensor(values, { shape: [values.length / width, width] }),
    );
    const all = [
      ...codes,
      ...filled.flatMap(({ k, values }) => new Array<number>(values.length / width).fill(k)),
    ];
    const { y, counts } = sampledLabels(classes, Int32Array.from(all));
    this.keep({ classes, counts, ...features });
    return [parts.length > 0 ? concatenate([X, ...parts]) : X, y];
  }
}
