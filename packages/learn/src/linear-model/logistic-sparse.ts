import { concatenate, ones, SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { columnsOf, WithOnes } from "./columns";
import type { LogisticProblem, Valued } from "./logistic-problem";
import { curvatureAt, type LogisticCurvature, LogisticQuadratic } from "./logistic-quadratic";
import type { LogisticLimits, LogisticSolution } from "./logistic-smooth";
import { type Columns, descendRound, GramQuadratic, type Quadratic } from "./quadratic";

/** Up to so many weights the second derivatives are formed, and a round of descent does not touch the rows. */
const MOST_FOR_GRAM = 1000;
const MOST_ROUNDS = 200;
/** A quadratic is left where its steps are this small beside the first ones. */
const INNER = 1e-4;
const SHORTEST = 2 ** -30;
/** Values closer than this, relative to their size, are not told apart. */
const NOISE = 1e-14;

/**
 * Minimizes a logistic regression with an L1 penalty: again and again the loss is replaced by the quadratic that it
 * resembles, which coordinate descent minimizes together with the
 * penalty; then a step is taken in that direction, halved until the whole becomes smaller.
 *
 * @returns the parameters at which no component of the slope points down by more than the tolerance
 * @see Friedman, Hastie and Tibshirani (2010), J. Stat. Software 33(1); Yuan, Ho and Lin (2012), JMLR 13, 1999–2030.
 */
export function solveSparse(
  problem: LogisticProblem,
  { tol, maxIter }: LogisticLimits,
  start = new Float64Array(problem.size),
): LogisticSolution {
  const quadraticAt = quadratics(problem);
  let parameters: Float64Array = start;
  let here = problem.at(parameters);
  for (let nIter = 0; ; nIter++) {
    if (violation(problem, parameters, here.gradient) <= tol) {
      return { parameters: recentered(problem, parameters), nIter, converged: true };
    }
    if (nIter === maxIter)
      return { parameters: recentered(problem, parameters), nIter, converged: false };
    const target = minimumOf(quadraticAt(parameters, here), problem, parameters);
    const next = searched(problem, { parameters, here, target });
    if (next === undefined)
      return { parameters: recentered(problem, parameters), nIter, converged: true };
    [parameters, here] = next;
  }
}

/** Makes the quadratic that the loss resembles at parameters. */
type QuadraticAt = (parameters: Float64Array, here: Valued) => Quadratic;

function quadratics(problem: LogisticProblem): QuadraticAt {
  const { X, nFeatures } = problem.products;
  const make =
    X instanceof SparseTensor || problem.nScores * nFeatures > MOST_FOR_GRAM
      ? byColumns(problem, X)
      : byGram(problem, X);
  return (parameters, here) =>
    make(curvatureAt(problem, parameters), lossGradient(problem, parameters, here));
}

type MakeQuadratic = (curvature: LogisticCurvature, gradient: Float64Array) => Quadratic;

function byColumns({ fitIntercept }: LogisticProblem, X: Tensor | SparseTensor): MakeQuadratic {
  const columns: Columns = fitIntercept ? new WithOnes(columnsOf(X)) : columnsOf(X);
  return (curvature, gradient) => new LogisticQuadratic(columns, curvature, gradient);
}

function byGram({ fitIntercept }: LogisticProblem, X: Tensor): MakeQuadratic {
  const n = X.shape[0]!;
  const design = fitIntercept ? concatenate([X, ones([n, 1], { dtype: "float64" })], 1) : X;
  const turned = design.transpose();
  return (curvature, gradient) => {
    const nScores = curvature.length;
    const blocks: Tensor[][] = curvature.map(() => []);
    for (let k = 0; k < nScores; k++) {
      for (let l = 0; l <= k; l++) {
        const weights = tensor(curvature[k]![l]!).reshape([n, 1]);
        const block = turned.matmul(design.mul(weights));
        blocks[k]![l] = block;
        blocks[l]![k] = block;
      }
    }
    const gram = concatenate(blocks.map((row) => concatenate(row, 1)));
    return new GramQuadratic(gram.data() as Float64Array, gradient);
  };
}

/** The gradient of the loss alone. */
function lossGradient(problem: LogisticProblem, parameters: Float64Array, { gradient }: Valued) {
  const { stride, penalty } = problem;
  return gradient.map((slope, at) =>
    isWeight(problem, at % stride) ? slope - penalty.l2 * parameters[at]! : slope,
  );
}

function isWeight({ products }: LogisticProblem, place: number): boolean {
  return place < products.nFeatures;
}

/** Where the quadratic and the penalty are least, nearly. */
function minimumOf(
  quadratic: Quadratic,
  { penalty, products, stride }: LogisticProblem,
  parameters: Float64Array,
): Float64Array {
  const target = parameters.slice();
  const isPenalized = (place: number) => place % stride < products.nFeatures;
  let first = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { largestStep } = descendRound(quadratic, target, penalty, isPenalized);
    first = Math.max(first, largestStep);
    if (largestStep <= INNER * first) break;
  }
  return target;
}

interface Search {
  readonly parameters: Float64Array;
  readonly here: Valued;
  readonly target: Float64Array;
}

/** The longest of the steps 1, ½, ¼, … that makes the whole smaller; nothing if none does. */
function searched(
  problem: LogisticProblem,
  { parameters, here, target }: Search,
): [Float64Array, Valued] | undefined {
  const whole = here.value + sizes(problem, parameters);
  for (let step = 1; step > SHORTEST; step /= 2) {
    const tried = parameters.map((value, at) => value + step * (target[at]! - value));
    const there = problem.at(tried);
    const fall = whole - there.value - sizes(problem, tried);
    if (fall > 0 || (step === 1 && fall >= -NOISE * Math.abs(whole))) return [tried, there];
  }
  return undefined;
}

/** l1·Σ|w| */
function sizes(problem: LogisticProblem, parameters: Float64Array): number {
  let sum = 0;
  parameters.forEach((value, at) => {
    if (isWeight(problem, at % problem.stride)) sum += Math.abs(value);
  });
  return problem.penalty.l1 * sum;
}

/** The largest component of the slope that still points down, with the penalty. */
function violation(problem: LogisticProblem, parameters: Float64Array, gradient: Float64Array) {
  const { l1 } = problem.penalty;
  let worst = 0;
  gradient.forEach((slope, at) => {
    const value = parameters[at]!;
    const left = !isWeight(problem, at % problem.stride)
      ? Math.abs(slope)
      : value === 0
        ? Math.abs(slope) - l1
        : Math.abs(slope + l1 * Math.sign(value));
    worst = Math.max(worst, left);
  });
  return worst;
}

/** The intercepts of several classes have no common part that matters: here it is 0, as it is at the start. */
function recentered(problem: LogisticProblem, parameters: Float64Array): Float64Array {
  const { nScores, stride, fitIntercept } = problem;
  if (!fitIntercept || nScores === 1) return parameters;
  let mean = 0;
  for (let k = 0; k < nScores; k++) mean += parameters[(k + 1) * stride - 1]! / nScores;
  return parameters.map((value, at) => (at % stride === stride - 1 ? value - mean : value));
}
