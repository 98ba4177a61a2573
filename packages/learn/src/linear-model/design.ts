import { diagonal, type Tensor } from "@gradus/tensor";
import { sumOfBlocks } from "../base/blocks";
import { anyTimes } from "../base/sparse-inputs";

/**
 * Above this share of the mean in a column's sum of squares, its centred sum of squares is worked out
 * on centred numbers: the difference would lose more than a digit.
 */
const LARGEST_MEAN_SHARE = 0.9;

/**
 * The matrix X − 1·meanᵀ of a linear model, written out only where that is needed: for a large X the
 * copy takes as long as the rest of the fit. An X of float32 stays one until then: its products are worked out in
 * float32 block by block, and added up in float64.
 */
export class Design {
  #X: Tensor;
  #mean: Tensor | undefined;

  /**
   * @param X shape (nSamples, nFeatures)
   * @param mean what to take from each row, shape (nFeatures,); nothing if it is absent
   */
  constructor(X: Tensor, mean?: Tensor) {
    this.#X = X;
    this.#mean = mean;
  }

  get shape(): readonly [nSamples: number, nFeatures: number] {
    return [this.#X.shape[0]!, this.#X.shape[1]!];
  }

  /** The matrix itself. */
  matrix(): Tensor {
    this.#X = this.#X.astype("float64");
    if (this.#mean) {
      this.#X = this.#X.sub(this.#mean);
      this.#mean = undefined;
    }
    return this.#X;
  }

  /** (X − 1·meanᵀ)·W, shape (nSamples, nColumns of W). */
  times(W: Tensor): Tensor {
    const product = anyTimes(this.#X, W);
    return this.#mean ? product.sub(this.#mean.matmul(W)) : product;
  }

  /** (X − 1·meanᵀ)ᵀ·R, shape (nFeatures, nColumns of R). */
  transposedTimes(R: Tensor): Tensor {
    const product = this.#transposedProduct(R);
    return this.#mean ? product.sub(this.#mean.outer(R.sum(0))) : product;
  }

  /** (X − 1·meanᵀ)ᵀ·(X − 1·meanᵀ), shape (nFeatures, nFeatures). */
  gram(): Tensor {
    const G = this.#isWide
      ? this.#X.transpose().matmul(this.#X)
      : sumOfBlocks(this.#X, (block) => block.transpose().matmul(block));
    if (!this.#mean) return G;
    const mean = this.#mean;
    const ofMeans = mean.outer(mean).mul(this.#X.shape[0]!);
    const share = diagonal(ofMeans).div(diagonal(G)).max().item();
    if (share <= LARGEST_MEAN_SHARE) return G.sub(ofMeans);
    const X = this.matrix();
    return X.transpose().matmul(X);
  }

  /** Whether X is float64. */
  get #isWide(): boolean {
    return this.#X.dtype === "float64";
  }

  #transposedProduct(R: Tensor): Tensor {
    if (this.#isWide) return this.#X.transpose().matmul(R);
    return sumOfBlocks(this.#X, (block, from) => {
      const own = R.slice([from, from + block.shape[0]!]).astype("float32");
      return block.transpose().matmul(own);
    });
  }
}
