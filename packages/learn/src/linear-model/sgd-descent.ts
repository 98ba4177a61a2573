import type { SGDLoss } from "./sgd-loss";
import type { CheckedSGD } from "./sgd-options";
import type { Rows } from "./sgd-rows";

/** Where stochastic gradient descent stands: what a next walk needs. */
export interface SGDState {
  readonly weights: Float64Array;
  readonly intercept: number;
  /** Means over the steps, if they were asked for. */
  readonly meanWeights: Float64Array;
  readonly meanIntercept: number;
  /** The number of the next step, from 1. */
  readonly step: number;
}

/** Rows with what is wanted of them. */
export interface SGDData {
  readonly rows: Rows;
  readonly targets: Float64Array;
  /** How much each row counts; 1 each if absent. */
  readonly weights: Float64Array | undefined;
  readonly loss: SGDLoss;
}

/** Where a walk ended, after so many walks. */
export interface SGDResult extends SGDState {
  readonly nIter: number;
  readonly converged: boolean;
}

/** The intercept's steps on sparse rows, whose other weights move seldom. */
const SPARSE_INTERCEPT = 0.01;
const STEEPEST = 1e12;
const SMALLEST_RATE = 1e-6;
const SMALLEST_SCALE = 1e-9;

/** How a search goes and when it ends. */
export interface SGDLimits {
  /** Of the order of the rows, from 0 to 2³¹ − 2. */
  readonly seed: number;
  readonly maxIter: number;
  readonly tol: number | null;
}

/** Where a search begins: all weights 0. */
export function startOfSGD(nFeatures: number): SGDState {
  return {
    weights: new Float64Array(nFeatures),
    intercept: 0,
    meanWeights: new Float64Array(nFeatures),
    meanIntercept: 0,
    step: 1,
  };
}

/**
 * Stochastic gradient descent: one step down the slope of the loss of each row in turn, with L2 by shrinking all weights
 * and L1 by cumulative clipping. The order of steps and rows is scikit-learn's for the same seed.
 *
 * @param start is not changed
 * @see Bottou (2012), Stochastic Gradient Descent Tricks; Tsuruoka, Tsujii and Ananiadou (2009), ACL, 477–485.
 */
export function descendStochastically(
  data: SGDData,
  options: CheckedSGD,
  start: SGDState,
  { seed, maxIter, tol }: SGDLimits,
): SGDResult {
  const walk = new Walk(data, options, start);
  const order = Int32Array.from({ length: data.rows.nRows }, (_, i) => i);
  let best = Infinity;
  let idle = 0;
  for (let nIter = 1; nIter <= maxIter; nIter++) {
    if (options.shuffle) shuffleRows(order, seed);
    const loss = walk.through(order);
    idle = tol !== null && loss > best - tol * order.length ? idle + 1 : 0;
    best = Math.min(best, loss);
    if (idle < options.nIterNoChange) continue;
    if (options.learningRate !== "adaptive" || walk.rate <= SMALLEST_RATE) {
      return { ...walk.state(), nIter, converged: true };
    }
    walk.rate /= 5;
    idle = 0;
  }
  return { ...walk.state(), nIter: maxIter, converged: tol === null };
}

class Walk {
  rate: number;
  readonly #data: SGDData;
  readonly #options: CheckedSGD;
  readonly #l1: number;
  readonly #l2: number;
  readonly #averageFrom: number;
  readonly #optimalStart: number;
  /** The weights, over #scale: shrinking all of them is one multiplication. */
  readonly #weights: Float64Array;
  #scale = 1;
  /** ‖w‖², kept up to date where there is no L1. */
  #square: number;
  /** ‖x‖² of each row. */
  readonly #squares: Float64Array;
  readonly #mean: Float64Array;
  /** How much L1 each weight has got so far, and could have. */
  readonly #clipped: Float64Array;
  #clippable = 0;
  #intercept: number;
  #meanIntercept: number;
  #step: number;

  constructor(data: SGDData, options: CheckedSGD, start: SGDState) {
    const { penalty, alpha, l1Ratio, average } = options;
    const shareOfL1 = penalty === "l1" ? 1 : penalty === "elasticnet" ? l1Ratio : 0;
    this.#data = data;
    this.#options = options;
    this.#l1 = penalty === "l1" || penalty === "elasticnet" ? shareOfL1 * alpha : 0;
    this.#l2 = penalty === "l2" || penalty === "elasticnet" ? (1 - shareOfL1) * alpha : 0;
    this.#averageFrom = average === true ? 1 : average === false ? Infinity : average;
    this.#weights = start.weights.slice();
    this.#mean = start.meanWeights.slice();
    this.#square = squareOf(start.weights);
    this.#squares = Float64Array.from({ length: data.rows.nRows }, (_, i) => data.rows.square(i));
    this.#clipped = new Float64Array(start.weights.length);
    this.#intercept = start.intercept;
    this.#meanIntercept = start.meanIntercept;
    this.#step = start.step;
    this.rate = options.eta0;
    // The first rate is that at which a typical weight moves by its own size.
    const typical = Math.sqrt(1 / Math.sqrt(alpha));
    const first = typical / Math.max(1, data.loss.slope(1, -typical));
    this.#optimalStart = 1 / (first * alpha);
  }

  /** One step for each row. @returns the sum of the losses and penalties before each step */
  through(order: Int32Array): number {
    const { rows, targets, weights, loss } = this.#data;
    const { fitIntercept } = this.#options;
    const decay = rows.isSparse ? SPARSE_INTERCEPT : 1;
    const w = this.#weights;
    let sum = 0;
    for (const i of order) {
      const y = targets[i]!;
      const p = this.#scale * rows.dot(i, w) + this.#intercept;
      if (this.#options.tol !== null) sum += loss.value(y, p) + this.#penalty();
      const rate = this.#rateNow();
      const slope = Math.max(-STEEPEST, Math.min(STEEPEST, loss.slope(y, p)));
      const step = -rate * slope * (weights?.[i] ?? 1);
      const factor = Math.max(0, 1 - rate * this.#l2);
      const product = p - this.#intercept;
      this.#square =
        factor * (factor * this.#square + 2 * step * product) + step ** 2 * this.#squares[i]!;
      if (this.#l2 > 0) this.#shrink(factor);
      if (step !== 0) rows.add(i, step / this.#scale, w);
      if (fitIntercept && step !== 0) this.#intercept += step * decay;
      this.#average();
      if (this.#l1 > 0) this.#clip(i, rate);
      this.#step += 1;
    }
    this.#rescale();
    return sum;
  }

  state(): SGDState {
    return {
      weights: this.#weights,
      intercept: this.#intercept,
      meanWeights: this.#mean,
      meanIntercept: this.#meanIntercept,
      step: this.#step,
    };
  }

  #rateNow(): number {
    const { learningRate, alpha, eta0, powerT } = this.#options;
    if (learningRate === "optimal") return 1 / (alpha * (this.#optimalStart + this.#step - 1));
    if (learningRate === "invscaling") return eta0 / this.#step ** powerT;
    return this.rate;
  }

  #shrink(factor: number): void {
    this.#scale *= factor;
    if (this.#scale < SMALLEST_SCALE) this.#rescale();
  }

  #rescale(): void {
    const w = this.#weights;
    for (let j = 0; j < w.length; j++) w[j]! *= this.#scale;
    this.#scale = 1;
    this.#square = squareOf(w);
  }

  /** l1·‖w‖₁ + ½·l2·‖w‖² */
  #penalty(): number {
    if (this.#l1 === 0) return (this.#l2 / 2) * this.#square;
    let sizes = 0;
    for (const weight of this.#weights) sizes += Math.abs(weight);
    const ofL2 = this.#l2 === 0 ? 0 : (this.#l2 / 2) * squareOf(this.#weights) * this.#scale ** 2;
    return this.#l1 * this.#scale * sizes + ofL2;
  }

  /** Takes from the weights of row i what L1 they have not got yet, but not across 0. */
  #clip(i: number, rate: number): void {
    this.#clippable += rate * this.#l1;
    const [w, clipped, most, scale] = [this.#weights, this.#clipped, this.#clippable, this.#scale];
    this.#data.rows.eachColumn(i, (j) => {
      const before = scale * w[j]!;
      if (before === 0) return;
      const after =
        before > 0
          ? Math.max(0, before - (most + clipped[j]!))
          : Math.min(0, before + (most - clipped[j]!));
      clipped[j]! += after - before;
      w[j] = after / scale;
    });
  }

  #average(): void {
    if (this.#step < this.#averageFrom) return;
    const share = 1 / (this.#step - this.#averageFrom + 1);
    const [w, mean, scale] = [this.#weights, this.#mean, this.#scale];
    for (let j = 0; j < w.length; j++) mean[j]! += share * (scale * w[j]! - mean[j]!);
    this.#meanIntercept += share * (this.#intercept - this.#meanIntercept);
  }
}

function squareOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** Fisher and Yates' shuffle with Marsaglia's xorshift, from the same seed each time, as scikit-learn has it. */
function shuffleRows(order: Int32Array, seed: number): void {
  let state = seed === 0 ? 1 : seed;
  for (let i = 0; i < order.length - 1; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const j = i + (((state >>> 0) % 2 ** 31) % (order.length - i));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** The weights and the intercept that a model has: the means, once there are any. */
export function modelOf(state: SGDState, { average }: CheckedSGD) {
  const from = average === true ? 1 : average === false ? Infinity : average;
  const useMean = from <= state.step - 1;
  return {
    weights: useMean ? state.meanWeights : state.weights,
    intercept: useMean ? state.meanIntercept : state.intercept,
  };
}
