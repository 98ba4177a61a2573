import type { Tensor } from "@gradus/tensor";
import { BaseEstimator } from "./base-estimator";
import type { Transformed, Transformer } from "./estimator";
import { inputNames } from "./features";
import type { Matrix, Targets } from "./inputs";
import type { Labels } from "./labels";
import { markFittedOn } from "./leakage";

/** What all transformers share; `Input` is what goes in where that is no matrix, such as texts. */
export abstract class BaseTransformer<
    Params extends object,
    State extends object,
    Output extends Transformed = Tensor,
    Input = Matrix,
  >
  extends BaseEstimator<Params, State>
  implements Transformer<Params, Output, Input>
{
  get estimatorType(): "transformer" {
    return "transformer";
  }

  abstract fit(X: Input, y?: Targets | Labels): this;
  abstract transform(X: Input): Output;

  /** `fit` and `transform` on the same rows. @throws as both. */
  fitTransform(X: Input, y?: Targets | Labels): Output {
    const output = this.fit(X, y).transform(X);
    return this.learnsFromRows ? markFittedOn(output, this.typeName) : output;
  }

  /** Whether what becomes of one row depends on the others that `fit` saw. */
  protected get learnsFromRows(): boolean {
    return true;
  }

  /**
   * The name of each column that `transform` gives. A transformer that does not keep the columns one by
   * one has names of its own.
   *
   * @param inputFeatures the names of the features, if `fit` was given no table. Default x0, x1, …
   * @throws NotFittedError before `fit`; ShapeError for another number of names; ValueError for other
   *   names than those of the table that `fit` was given.
   */
  getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    return this.inputNames(inputFeatures);
  }

  /** The names of the features that go in. @throws as `getFeatureNamesOut`. */
  protected inputNames(inputFeatures?: readonly string[]): string[] {
    const where = `${this.typeName}.getFeatureNamesOut`;
    return inputNames(where, this.learned("getFeatureNamesOut"), inputFeatures);
  }
}
