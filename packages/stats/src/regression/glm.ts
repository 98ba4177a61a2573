import {
  checkInteger,
  checkOneOf,
  checkPositive,
  ParameterError,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { isTensor, matrixRank, tensor } from "@gradus/tensor";
import { readSample, type Sample, total } from "../hypothesis/samples";
import {
  type Design,
  type DesignMatrix,
  linearPredictor,
  readDesign,
  readMatrix,
  type VariableNames,
} from "./design";
import { checkResponse, FAMILIES, type Family, type FamilyName, familyOf } from "./families";
import { GLMResults } from "./glm-results";
import { type LeastSquares, leastSquares } from "./least-squares";
import { LINKS, type Link, type LinkName } from "./links";

/** The model and the names of a {@link GLM}. */
export interface GLMOptions extends VariableNames {
  /** The distribution of y. Default "gaussian". */
  readonly family?: FamilyName;
  /**
   * The link between the mean and X·b. Default: the canonical one (identity; logit; log; inversePower; inverseSquared),
   * for "negativeBinomial" log.
   */
  readonly link?: LinkName;
  /** The dispersion of "negativeBinomial", whose variance is μ + alpha·μ². Default 1. */
  readonly alpha?: number;
  /** Added to X·b, one number an observation: for rates, the logarithm of the exposure. */
  readonly offset?: Sample;
}

/** How {@link GLM} iterates. */
export interface GLMFitOptions {
  /** Default 100. */
  readonly maxIterations?: number;
  /** The iterations end when the deviance over the scale changes by no more. Default 1e-8. */
  readonly tolerance?: number;
}

/** A generalized linear model, ready for its iterations. */
export interface GLMModel {
  readonly design: Design;
  readonly family: Family;
  readonly link: Link;
  readonly offset: Float64Array | undefined;
  /** How many trials stand behind each y; undefined for one each. */
  readonly trials: Float64Array | undefined;
}

/**
 * A generalized linear model: y has a distribution of a family with mean μ, and a link makes g(μ) = X·b linear.
 * Estimated by iteratively reweighted least squares.
 *
 * X gets no column of ones by itself: see {@link addConstant}. For the binomial family y holds 0 and 1, or shares, or
 * has two columns with successes and failures.
 *
 * @throws ShapeError where y, X and the offset have different lengths; ValueError for numbers that are not finite and
 * where the family cannot give y; ParameterError for an unknown family, a link that does not fit it, or wrong names.
 * @see Nelder and Wedderburn (1972), Generalized Linear Models, J. Royal Statistical Society A 135.
 * @example
 * ```ts
 * const X = addConstant([[0], [1], [2], [3], [4]]);
 * const fit = new GLM([2, 3, 6, 7, 8], X, { family: "poisson" }).fit();
 * Array.from(fit.params, (b) => b.toFixed(3)); // → ["0.905", "0.321"]
 * fit.deviance.toFixed(4); // → 0.6201
 * ```
 */
export class GLM {
  private readonly model: GLMModel;

  constructor(
    y: Sample | DesignMatrix,
    X: DesignMatrix,
    { family = "gaussian", link, alpha = 1, offset, ...names }: GLMOptions = {},
  ) {
    checkOneOf("GLM", "family", family, Object.keys(FAMILIES) as FamilyName[]);
    const distribution = familyOf("GLM", family, alpha);
    const name = link ?? distribution.links[0]!;
    checkOneOf("GLM", "link", name, distribution.links);
    const { shares, trials } = readResponse(y, family);
    const design = readDesign("GLM", shares, X, names);
    checkResponse("GLM", distribution, design.y);
    this.model = {
      design,
      family: distribution,
      link: LINKS[name],
      trials,
      offset: offset === undefined ? undefined : readOffset(offset, design.n),
    };
  }

  /**
   * Estimates. A fit that does not converge, or that separates the observations perfectly, says so in its `warnings`.
   * @throws ParameterError for options out of range; ValueError without degrees of freedom left, or where the
   * iterations leave the means that the family can have.
   */
  fit({ maxIterations = 100, tolerance = 1e-8 }: GLMFitOptions = {}): GLMResults {
    checkInteger("GLM.fit", "maxIterations", maxIterations, 1);
    checkPositive("GLM.fit", "tolerance", tolerance);
    return new GLMResults(this.model, iterate(this.model, maxIterations, tolerance));
  }
}

/** Where the iterations ended. */
export interface GLMIterations {
  readonly solution: LeastSquares;
  readonly mu: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Iteratively reweighted least squares. */
export function iterate(model: GLMModel, maxIterations: number, tolerance: number): GLMIterations {
  const { design, family, link, offset, trials } = model;
  const { X, y, k } = design;
  let mu: Float64Array = family.start(y);
  let predictor: Float64Array = mu.map(link.link);
  const dfResid = design.n - matrixRank(tensor(X, { shape: [design.n, k] })).item();
  let scale = scaleOf(model, mu, dfResid);
  let before = devianceOf(model, mu) / scale;
  for (let iteration = 1; ; iteration++) {
    const weights = mu.map(
      (m, i) => (trials?.[i] ?? 1) / (link.derivative(m) ** 2 * family.variance(m)),
    );
    const working = mu.map(
      (m, i) => predictor[i]! + link.derivative(m) * (y[i]! - m) - (offset?.[i] ?? 0),
    );
    checkStep(weights, working, iteration);
    const solution = leastSquares(X, working, weights, k);
    predictor = linearPredictor(design, solution.params, offset);
    mu = predictor.map(link.inverse);
    const deviance = devianceOf(model, mu) / scale;
    scale = scaleOf(model, mu, dfResid);
    const converged = Math.abs(deviance - before) <= tolerance;
    if (converged || iteration === maxIterations) {
      checkMeans(family, mu);
      return { solution, mu, iterations: iteration, converged };
    }
    before = deviance;
  }
}

/** Pearson's χ²/dfResid for the families whose scale is estimated, else 1. */
export function scaleOf({ design, family }: GLMModel, mu: Float64Array, dfResid: number): number {
  if (!family.estimatesScale) return 1;
  return total(mu, (m, i) => (design.y[i]! - m) ** 2 / family.variance(m)) / dfResid;
}

/** Σ over the observations of the family's unit deviance, times trials. */
export function devianceOf({ design, family, trials }: GLMModel, mu: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < mu.length; i++) {
    sum += (trials?.[i] ?? 1) * family.unitDeviance(design.y[i]!, mu[i]!);
  }
  return sum;
}

function checkStep(weights: Float64Array, working: Float64Array, iteration: number): void {
  const bad = weights.findIndex((w, i) => !(w >= 0 && Number.isFinite(w + working[i]!)));
  if (bad >= 0) {
    throw new ValueError(
      `GLM.fit: expected means that the family can have, got none for observation ${bad} in iteration ${iteration}; another link may help`,
    );
  }
}

function checkMeans(family: Family, mu: Float64Array): void {
  const bad = mu.findIndex((mean) => !family.allowsMean(mean));
  if (bad >= 0) {
    throw new ValueError(
      `GLM.fit: expected means that the ${family.title} family can have, got ${mu[bad]} for observation ${bad}; another link may help`,
    );
  }
}

function readOffset(offset: Sample, n: number): Float64Array {
  const values = readSample("GLM", "offset", offset);
  if (values.length === n) return values;
  throw new ShapeError(`GLM: expected an offset of ${n} numbers, got ${values.length}`);
}

function readResponse(
  y: Sample | DesignMatrix,
  family: FamilyName,
): { readonly shares: Sample; readonly trials: Float64Array | undefined } {
  const twoAxes = isTensor(y) ? y.ndim === 2 : Array.isArray(y[0]);
  if (!twoAxes) return { shares: y as Sample, trials: undefined };
  const { values, n, k } = readMatrix("GLM", y as DesignMatrix);
  if (family !== "binomial" || k !== 2) {
    throw new ParameterError(
      `GLM: y may have two columns, successes and failures, for the binomial family; got ${k} for "${family}"`,
    );
  }
  const trials = new Float64Array(n);
  const shares = trials.map((_, i) => {
    const [yes, no] = [values[2 * i]!, values[2 * i + 1]!];
    if (yes < 0 || no < 0 || yes + no === 0) {
      throw new ValueError(
        `GLM: expected counts >= 0, not both 0, in row ${i} of y, got ${yes}, ${no}`,
      );
    }
    trials[i] = yes + no;
    return yes / (yes + no);
  });
  return { shares, trials };
}
