export {
  configureMemory,
  getNumThreads,
  type KernelChoice,
  type MemoryOptions,
  type MemoryStats,
  memoryStats,
  setKernelBuild,
  setNumThreads,
  type ThreadStats,
  threadStats,
} from "@gradus/kernels";
export { assign } from "./assign";
export { type BackwardOptions, backward, gradients } from "./autograd/backward";
export { type CheckGradientsOptions, checkGradients } from "./autograd/check-gradients";
export { type GradOptions, grad, type ScalarFunction, valueAndGrad } from "./autograd/grad";
export { GradientError } from "./autograd/gradient-error";
export {
  type Graph,
  type GraphEdge,
  type GraphEntry,
  graphOf,
  named,
  nameOf,
} from "./autograd/graph";
export { type GradientHook, registerHook, retainGrad } from "./autograd/hooks";
export { type HessianOf, hessian, hvp, jacobian } from "./autograd/jacobian";
export { enableGrad, type GraphNode, isGradEnabled, noGrad } from "./autograd/tape";
export type { LikeInputs, TensorFunction, TensorInputs } from "./autograd/trace";
export { jvp, vjp } from "./autograd/vjp";
export { type Complex, complex, complexAbs, complexConj, complexMul } from "./complex";
export {
  arange,
  eye,
  type FromDataOptions,
  full,
  linspace,
  type NestedInput,
  ones,
  onesLike,
  scalar,
  type TensorOptions,
  tensor,
  zeros,
  zerosLike,
} from "./create";
export { type DType, promoteTypes, type TypedArray } from "./dtype";
export { einsum } from "./einsum/einsum";
export { isTensor } from "./factory";
export { type FftNorm, type FftOptions, fft, ifft, irfft, rfft } from "./fft/fft";
export { type FftnOptions, fft2, fftn, ifft2, ifftn } from "./fft/fftn";
export { fftfreq, fftshift, ifftshift, rfftfreq } from "./fft/frequencies";
export { fromWriter, withData } from "./interchange";
export { cholesky, choleskySolve } from "./linalg/cholesky";
export { determinant, type Slogdet, slogdet } from "./linalg/determinant";
export { diagonal, trace } from "./linalg/diagonal";
export { type Eig, eig, eigvals } from "./linalg/eig";
export { type Eigh, type EighOptions, eigh, eigvalsh } from "./linalg/eigh";
export { type LstsqOptions, type LstsqResult, lstsq } from "./linalg/lstsq";
export { type Lu, lu } from "./linalg/lu-decomposition";
export { matmul } from "./linalg/matmul";
export { matrixExp } from "./linalg/matrix-exp";
export {
  type CondOptions,
  cond,
  type MatrixNormOptions,
  type MatrixNormOrder,
  matrixNorm,
} from "./linalg/matrix-norm";
export { matrixPower } from "./linalg/matrix-power";
export { type NormOptions, norm } from "./linalg/norm";
export { matrixRank, pinv, type RankOptions } from "./linalg/pinv";
export { dot, outer } from "./linalg/products";
export { type Qr, type QrOptions, qr } from "./linalg/qr";
export { type RandomizedSvdOptions, randomizedSvd } from "./linalg/randomized-svd";
export { inverse, solve } from "./linalg/solve";
export { type Svd, type SvdOptions, svd, svdvals } from "./linalg/svd";
export {
  cross,
  inner,
  kron,
  multiDot,
  type TensordotAxes,
  tensordot,
  type VanderOptions,
  vander,
} from "./linalg/tensor-products";
export { lowerTriangle, upperTriangle } from "./linalg/triangle";
export { type TriangularSolveOptions, triangularSolve } from "./linalg/triangular-solve";
export {
  adaptiveAvgPool1d,
  adaptiveAvgPool2d,
  adaptiveAvgPool3d,
  adaptiveMaxPool1d,
  adaptiveMaxPool2d,
  adaptiveMaxPool3d,
} from "./nn-ops/adaptive-pool";
export { type AttentionOptions, scaledDotProductAttention } from "./nn-ops/attention";
export {
  type AvgPoolOptions,
  avgPool1d,
  avgPool2d,
  avgPool3d,
  globalAvgPool,
} from "./nn-ops/avg-pool";
export { type BatchNormOptions, batchNorm } from "./nn-ops/batch-norm";
export { type ClipGradNormOptions, clipGradNorm, clipGradValue } from "./nn-ops/clip-gradients";
export { conv1d, conv2d, conv3d } from "./nn-ops/conv";
export type { ConvOptions, PerAxis } from "./nn-ops/conv-plan";
export {
  type ConvTransposeOptions,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
} from "./nn-ops/conv-transpose";
export {
  type ClassWeightOptions,
  type CrossEntropyOptions,
  crossEntropy,
  nllLoss,
} from "./nn-ops/cross-entropy";
export { type DropoutOptions, dropout } from "./nn-ops/dropout";
export {
  type EmbeddingOptions,
  embedding,
  type OneHotOptions,
  oneHot,
} from "./nn-ops/embedding";
export { type InterpolateOptions, interpolate } from "./nn-ops/interpolate";
export { type LinearOptions, linear } from "./nn-ops/linear";
export {
  type BinaryCrossEntropyOptions,
  binaryCrossEntropyWithLogits,
  type HuberLossOptions,
  huberLoss,
  type KlDivOptions,
  klDiv,
  type LossOptions,
  l1Loss,
  mseLoss,
  type SmoothL1LossOptions,
  smoothL1Loss,
} from "./nn-ops/losses";
export {
  type MaxPoolOptions,
  maxPool1d,
  maxPool2d,
  maxPool3d,
} from "./nn-ops/max-pool";
export {
  type GroupNormOptions,
  groupNorm,
  instanceNorm,
  type LayerNormOptions,
  layerNorm,
  type RmsNormOptions,
  rmsNorm,
} from "./nn-ops/norm-rows";
export {
  type OptimizerState,
  optimizerState,
  type ParameterState,
} from "./nn-ops/optimizer-state";
export {
  type AdagradStepOptions,
  type AdamStepOptions,
  adagradStep,
  adamStep,
  adamWStep,
  type RmspropStepOptions,
  rmspropStep,
  type SgdStepOptions,
  type StepOptions,
  sgdStep,
} from "./nn-ops/optimizers";
export {
  gru,
  type LstmOptions,
  type LstmResult,
  lstm,
  type RecurrentOptions,
  type RecurrentResult,
  type RnnOptions,
  rnn,
} from "./nn-ops/recurrent";
export type { RecurrentWeights } from "./nn-ops/recurrent-layer";
export { logSoftmax, softmax } from "./nn-ops/softmax";
export type { Reduction } from "./nn-ops/targets";
export { fold, type UnfoldOptions, unfold } from "./nn-ops/unfold";
export {
  type GeluOptions,
  gelu,
  logSigmoid,
  mish,
  relu,
  sigmoid,
  silu,
  softplus,
  softsign,
  tanh,
} from "./ops/activation";
export { add, div, mul, neg, pow, reciprocal, sqrt, square, sub } from "./ops/arithmetic";
export { broadcastTensors, expandDims, moveAxis, swapAxes } from "./ops/axes";
export {
  bitwiseAnd,
  bitwiseNot,
  bitwiseOr,
  bitwiseXor,
  leftShift,
  logicalAnd,
  logicalNot,
  logicalOr,
  logicalXor,
  rightShift,
} from "./ops/bitwise";
export { equal, greater, greaterEqual, less, lessEqual, notEqual } from "./ops/compare";
export { astype, clone } from "./ops/convert";
export { cummax, cummin, cumprod, cumsum, diff, logcumsumexp } from "./ops/cumulative";
export {
  type BinaryGradient,
  type BinaryOp,
  defineBinaryOp,
  type Operand,
} from "./ops/define-binary";
export { defineUnaryOp, type UnaryGradient, type UnaryOp } from "./ops/define-unary";
export { diag } from "./ops/diag";
export { copysign, floorDivide, fmod, lerp, mod } from "./ops/division";
export { exp, exp2, expm1, log, log1p, log2, log10, logaddexp } from "./ops/exponential";
export { clip, maximum, minimum } from "./ops/extremes";
export { flip, roll, rot90 } from "./ops/flip";
export { gather, indexAdd, scatter, scatterAdd } from "./ops/gather";
export { acosh, asinh, atanh, cosh, sinh } from "./ops/hyperbolic";
export { type IndexKey, index } from "./ops/indexing";
export { concatenate, stack } from "./ops/join";
export { logsumexp } from "./ops/log-sum-exp";
export { argwhere, maskedSelect, nonzero } from "./ops/masks";
export { type MeshgridOptions, meshgrid } from "./ops/meshgrid";
export { nanMax, nanMean, nanMin, nanSum } from "./ops/nan";
export { type PadOptions, type PadWidths, pad } from "./ops/pad";
export type { Indices } from "./ops/places";
export {
  allClose,
  type ClosenessOptions,
  isClose,
  isFinite,
  isInf,
  isNaN,
  type NanToNumOptions,
  nanToNum,
} from "./ops/predicates";
export {
  median,
  percentile,
  type QuantileMethod,
  type QuantileOptions,
  quantile,
  quantileMethods,
} from "./ops/quantile";
export {
  celu,
  elu,
  hardSigmoid,
  hardSwish,
  hardtanh,
  leakyRelu,
  prelu,
  relu6,
  selu,
} from "./ops/rectifier";

export { max, min, prod, sum } from "./ops/reduce";
export { all, any, argmax, argmin } from "./ops/reduce-bool";
export type { ReductionOptions } from "./ops/reduction";
export { repeat, tile } from "./ops/repeat";
export { cbrt, hypot, rsqrt } from "./ops/roots";
export { abs, ceil, floor, round, sign, trunc } from "./ops/rounding";
export { type SetAtOptions, setAt } from "./ops/set-at";
export { at, type SliceRange, slice } from "./ops/slice";
export {
  betaln,
  digamma,
  erf,
  erfc,
  erfinv,
  i0,
  i1,
  lgamma,
  polygamma,
  xlogy,
} from "./ops/special";
export { chunk, split } from "./ops/split";
export {
  type AverageOptions,
  average,
  type CorrcoefOptions,
  type CovOptions,
  corrcoef,
  countNonzero,
  cov,
  ptp,
} from "./ops/spread";
export { mean, std, type VarianceOptions, variance } from "./ops/statistics";
export { take, takeAlongAxis } from "./ops/take";
export { acos, asin, atan, atan2, cos, sin, tan } from "./ops/trigonometric";
export {
  broadcastTo,
  flatten,
  reshape,
  squeeze,
  transpose,
  unsqueeze,
} from "./ops/views";
export { where } from "./ops/where";
export {
  type BetaOptions,
  beta,
  dirichlet,
  exponential,
  type GammaOptions,
  gamma,
  gumbel,
  type LocationScaleOptions,
  laplace,
  type ScaleOptions,
} from "./random/continuous";
export {
  type BernoulliOptions,
  type BinomialOptions,
  bernoulli,
  binomial,
  multinomial,
  type PoissonOptions,
  poisson,
} from "./random/discrete";
export {
  multivariateNormal,
  type NormalOptions,
  normal,
  randn,
  type TruncatedNormalOptions,
  truncatedNormal,
  type VectorDrawOptions,
} from "./random/normal";
export type { RandomOptions } from "./random/options";
export {
  type ChoiceOptions,
  choice,
  type OrderOptions,
  permutation,
  type ShuffleOptions,
  shuffle,
} from "./random/order";
export {
  type RandintOptions,
  rand,
  randint,
  type UniformOptions,
  uniform,
} from "./random/uniform";
export type { NestedArray } from "./read";
export { scoped } from "./scope";
export { type Axes, broadcastShapes, type Shape, shapeText } from "./shape";
export {
  type BincountOptions,
  bincount,
  type HistogramOptions,
  type HistogramResult,
  histogram,
} from "./sorting/counting";
export { type PlaceTable, placeTable } from "./sorting/place-table";
export { type DigitizeOptions, digitize, type SearchOptions, searchsorted } from "./sorting/search";
export {
  argsort,
  type SortOptions,
  sort,
  type TopkOptions,
  type TopkResult,
  topk,
} from "./sorting/sort";
export { type UniqueResult, unique, uniqueAll } from "./sorting/unique";
export { type SparseEntries, type SparseOptions, SparseTensor } from "./sparse/sparse-tensor";
export { Tensor } from "./tensor";
