import type { GraphBuilder, GraphFeatures, GraphOutputs } from "@gradus/core";
import { scoped, type Tensor, tensor } from "@gradus/tensor";
import { softmaxOutputs } from "../base/graph";
import type { AnyMatrix } from "../base/sparse-inputs";
import { type FittedLinearClassifier, LinearClassifier } from "./linear-classifier";
import { probabilities } from "./logistic-loss";

/** What all linear classifiers share whose scores are log-odds: the sigmoid of one score, or the softmax of several. */
export abstract class LogisticClassifier<
  Params extends object,
  State extends FittedLinearClassifier,
> extends LinearClassifier<Params, State> {
  /**
   * The probability of each class, shape (nSamples, nClasses), in the order of `classes`.
   *
   * @throws as `predict`
   */
  predictProba(X: AnyMatrix): Tensor {
    return scoped(() => {
      const scores = this.scores("predictProba", X);
      const [n, nScores] = scores.shape as [number, number];
      const byClass = scores.transpose().data() as Float64Array;
      return tensor(probabilities(byClass, n), { shape: [n, Math.max(2, nScores)] });
    });
  }

  /** The logarithms of `predictProba`. @throws as `predict`. */
  predictLogProba(X: AnyMatrix): Tensor {
    return scoped(() => this.predictProba(X).log());
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { classes } = this.learned("toGraph");
    return softmaxOutputs(graph, this.graphScores(X), classes);
  }
}
