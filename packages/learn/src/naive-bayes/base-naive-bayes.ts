import {
  checkNonNegative,
  describeValue,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  type GraphValue,
  ParameterError,
  ShapeError,
  ValueError,
  warn,
} from "@gradus/core";
import { logsumexp, type SparseTensor, scoped, type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, type FittedClasses, ProbabilisticClassifier } from "../base/base-classifier";
import type { FitOptions } from "../base/estimator";
import { bestLabels } from "../base/graph";
import type { Matrix } from "../base/inputs";
import { encodeKnownLabels, type Label, type Labels, readLabels, sortLabels } from "../base/labels";

/** What `partialFit` can be told. */
export interface PartialFitOptions extends FitOptions {
  /** All labels that will ever come; needed at the first call. */
  readonly classes?: Labels;
}

/** What all naive Bayes classifiers share: a class is the more probable, the larger log P(c) + Σⱼ log P(xⱼ | c). */
export abstract class BaseNaiveBayes<
  Params extends object,
  State extends FittedClasses,
  Sparse extends SparseTensor = never,
> extends ProbabilisticClassifier<Params, State, Sparse> {
  /** log P(c) + log P(x | c) for each row and class, shape (nSamples, nClasses). */
  protected abstract jointLogLikelihood(method: string, X: Matrix | Sparse): Tensor;

  /**
   * log P(c) + log P(x | c), which the probabilities come from, shape (nSamples, nClasses).
   *
   * @throws as `predict`
   */
  predictJointLogProba(X: Matrix | Sparse): Tensor {
    return scoped(() => this.jointLogLikelihood("predictJointLogProba", X));
  }

  predictProba(X: Matrix | Sparse): Tensor {
    return scoped(() => normalized(this.jointLogLikelihood("predictProba", X)).exp());
  }

  override predictLogProba(X: Matrix | Sparse): Tensor {
    return scoped(() => normalized(this.jointLogLikelihood("predictLogProba", X)));
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { classes } = this.learned("toGraph");
    const joint = this.graphJoint(X.matrix(), graph);
    return { label: bestLabels(joint, classes), probabilities: joint.softmaxRows() };
  }

  /** `jointLogLikelihood` in a graph. */
  protected abstract graphJoint(X: GraphValue, graph: GraphBuilder): GraphValue;

  protected override predictCodes(X: Matrix | Sparse): ArrayLike<number> {
    return scoped(() => argmaxRows(this.jointLogLikelihood("predict", X)));
  }
}

function normalized(joint: Tensor): Tensor {
  return joint.sub(logsumexp(joint, 1, { keepDims: true }));
}

/** The classes of a part of the rows, and each row's place among them. */
export interface PartClasses {
  readonly classes: readonly Label[];
  readonly codes: Int32Array;
}

/**
 * The classes of rows that are learned in parts: those of the first call.
 *
 * @throws ParameterError for a first call without classes, and for other classes later; ValueError for a
 *   label that is not among them.
 */
export function classesOfPart(
  where: string,
  y: Labels,
  known: readonly Label[] | undefined,
  given: Labels | undefined,
): PartClasses {
  if (!known && given === undefined) {
    throw new ParameterError(`${where}: expected classes at the first call, got none`);
  }
  const named = given && sortLabels(new Set(readLabels(where, "classes", given)));
  const classes = known ?? named!;
  if (
    named &&
    (named.length !== classes.length || named.some((label, k) => label !== classes[k]))
  ) {
    throw new ParameterError(
      `${where}: expected the classes of the first call, ${list(classes)}, got ${list(named)}`,
    );
  }
  const codes = encodeKnownLabels(where, "y", y, classes);
  const unknown = codes.indexOf(-1);
  if (unknown >= 0) {
    throw new ValueError(
      `${where}: expected labels among ${list(classes)}, got another one at row ${unknown}`,
    );
  }
  return { classes, codes };
}

function list(labels: readonly Label[]): string {
  return labels.map(describeValue).join(", ");
}

/**
 * Prior probabilities that a user gives.
 *
 * @throws ShapeError unless there is one for each class; ValueError unless they are >= 0 and add to 1.
 */
export function checkPriors(where: string, priors: readonly number[], nClasses: number): number[] {
  if (priors.length !== nClasses) {
    throw new ShapeError(
      `${where}: expected a prior for each of ${nClasses} classes, got ${priors.length}`,
    );
  }
  const sum = priors.reduce((total, prior) => total + checkNonNegative(where, "prior", prior), 0);
  if (Math.abs(sum - 1) > 1e-8) {
    throw new ValueError(`${where}: expected priors that add to 1, got a sum of ${sum}`);
  }
  return [...priors];
}

/** log P(c): given, learned from the weights of the classes, or all alike. @throws as `checkPriors`. */
export function logPriors(
  where: string,
  classCount: Tensor,
  {
    classPrior,
    fitPrior,
  }: { readonly classPrior: readonly number[] | undefined; readonly fitPrior: boolean },
): Tensor {
  const nClasses = classCount.size;
  if (classPrior) return tensor(checkPriors(where, classPrior, nClasses)).log();
  if (!fitPrior) return tensor(new Float64Array(nClasses).fill(-Math.log(nClasses)));
  return classCount.log().sub(Math.log(classCount.sum().item()));
}

/** What is added to counts: at least 1e-10, with a warning, unless it is forced. */
export function raisedAlphas(
  where: string,
  alphas: readonly number[],
  forceAlpha: boolean,
): readonly number[] {
  const least = 1e-10;
  if (forceAlpha || alphas.every((alpha) => alpha >= least)) return alphas;
  warn("data", `${where}: expected alpha >= ${least}, got less; ${least} was taken (forceAlpha)`);
  return alphas.map((alpha) => Math.max(alpha, least));
}

/** A row for each class, in which the rows of that class have their weights: shape (nClasses, nSamples). */
export function classRows(
  codes: Int32Array,
  nClasses: number,
  weights: Tensor | undefined,
): Tensor {
  const given = weights?.data();
  const n = codes.length;
  const values = new Float64Array(nClasses * n);
  codes.forEach((code, i) => {
    values[code * n + i] = given ? given[i]! : 1;
  });
  return tensor(values, { shape: [nClasses, n] });
}
