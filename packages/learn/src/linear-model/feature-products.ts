import { SparseTensor, stack, type Tensor, tensor } from "@gradus/tensor";
import { anyTimes } from "../base/sparse-inputs";

/** Up to so many columns of weights, a product for each of them is quicker than one for all. */
const FEW = 8;

/**
 * Products of features, dense or sparse, with the weights of several classes. What belongs to a class lies
 * together: weights are K × p, scores K × n, flat. Of float32 features they are worked out in float32, which takes half
 * the time.
 */
export class FeatureProducts {
  readonly X: Tensor | SparseTensor;
  readonly nSamples: number;
  readonly nFeatures: number;
  #turned: SparseTensor | undefined;

  /** @param X float64, or float32 if it is dense, shape (nSamples, nFeatures) */
  constructor(X: Tensor | SparseTensor) {
    this.X = X;
    this.nSamples = X.shape[0]!;
    this.nFeatures = X.shape[1]!;
  }

  /** W·Xᵀ for the first `nFeatures` of each class's weights, K × n; `stride` numbers stand between classes. */
  scores(weights: Float64Array, nClasses: number, stride = this.nFeatures): Float64Array {
    const { X, nSamples } = this;
    if (X instanceof SparseTensor && nClasses > 1) {
      const W = transposed(weights, nClasses, this.nFeatures, stride);
      const product = X.matmul(tensor(W, { shape: [this.nFeatures, nClasses] }));
      return transposed(product.data() as Float64Array, nSamples, nClasses);
    }
    const row = (k: number) => weights.slice(k * stride, k * stride + this.nFeatures);
    const scores = new Float64Array(nClasses * nSamples);
    if (nClasses <= FEW) {
      for (let k = 0; k < nClasses; k++) {
        scores.set(anyTimes(X, this.#asX(row(k))).data() as Float64Array, k * nSamples);
      }
      return scores;
    }
    const rows = Array.from({ length: nClasses }, (_, k) => this.#asX(row(k)));
    const product = anyTimes(X, stack(rows).transpose());
    return transposed(product.data() as Numbers, nSamples, nClasses);
  }

  /** R·X, K × p, for R of K × n. */
  slopes(residuals: Float64Array, nClasses: number): Float64Array {
    if (this.X instanceof SparseTensor) return this.#sparseSlopes(this.X, residuals, nClasses);
    const R = this.#asX(residuals).reshape([nClasses, this.nSamples]);
    const product = this.X.transpose().matmul(R.transpose()).data() as Numbers;
    return transposed(product, this.nFeatures, nClasses);
  }

  /** Numbers in the type of X. */
  #asX(values: Float64Array): Tensor {
    return tensor(this.X.dtype === "float32" ? Float32Array.from(values) : values);
  }

  /** With the classes of a row beside each other, an entry of X is read once, and all classes at a stride of one. */
  #sparseSlopes(X: SparseTensor, residuals: Float64Array, nClasses: number): Float64Array {
    this.#turned ??= X.transpose();
    const R = transposed(residuals, nClasses, this.nSamples);
    const product = this.#turned.matmul(tensor(R, { shape: [this.nSamples, nClasses] }));
    return transposed(product.data() as Float64Array, this.nFeatures, nClasses);
  }
}

type Numbers = Float64Array | Float32Array;

/** The first n columns of a matrix of m rows, flat, as n × m; `stride` numbers stand between its rows. */
function transposed(values: Numbers, m: number, n: number, stride = n): Float64Array {
  const turned = new Float64Array(m * n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < m; i++) turned[j * m + i] = values[i * stride + j]!;
  }
  return turned;
}
