import { SparseTensor, stack, type Tensor, tensor } from "@gradus/tensor";
import { anyTimes } from "../base/sparse-inputs";

/** Up to so many columns of weights, a product for each of them is quicker than one for all. */
const FEW = 8;

/**
 * Products of features, dense or sparse, with the weights of several classes. What belongs to a class lies
 * together: weights are K × p, scores K × n, flat.
 */
export class FeatureProducts {
  readonly X: Tensor | SparseTensor;
  readonly nSamples: number;
  readonly nFeatures: number;

  /** @param X float64, shape (nSamples, nFeatures) */
  constructor(X: Tensor | SparseTensor) {
    this.X = X;
    this.nSamples = X.shape[0]!;
    this.nFeatures = X.shape[1]!;
  }

  /** W·Xᵀ for the first `nFeatures` of each class's weights, K × n; `stride` numbers stand between classes. */
  scores(weights: Float64Array, nClasses: number, stride = this.nFeatures): Float64Array {
    const { X, nSamples } = this;
    const row = (k: number) => weights.slice(k * stride, k * stride + this.nFeatures);
    const scores = new Float64Array(nClasses * nSamples);
    if (nClasses <= FEW) {
      for (let k = 0; k < nClasses; k++) {
        scores.set(anyTimes(X, tensor(row(k))).data() as Float64Array, k * nSamples);
      }
      return scores;
    }
    const rows = Array.from({ length: nClasses }, (_, k) => tensor(row(k)));
    const product = anyTimes(X, stack(rows).transpose());
    return transposed(product.data() as Float64Array, nSamples, nClasses);
  }

  /** R·X, K × p, for R of K × n. */
  slopes(residuals: Float64Array, nClasses: number): Float64Array {
    const R = tensor(residuals, { shape: [nClasses, this.nSamples] });
    if (this.X instanceof SparseTensor) return this.X.rmatmul(R).data() as Float64Array;
    const product = this.X.transpose().matmul(R.transpose()).data() as Float64Array;
    return nClasses === 1 ? product : transposed(product, this.nFeatures, nClasses);
  }
}

/** An m × n matrix, flat, as n × m. */
function transposed(values: Float64Array, m: number, n: number): Float64Array {
  const turned = new Float64Array(values.length);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < m; i++) turned[j * m + i] = values[i * n + j]!;
  }
  return turned;
}
