import * as library from "../index";
import { type Complex, complex, type Tensor } from "../index";

type Operation = (...inputs: Tensor[]) => Tensor | readonly Tensor[];

const pair = ({ real, imaginary }: Complex) => [real, imaginary];
const transform =
  (f: (x: Complex) => Complex): Operation =>
  (a, b) =>
    pair(f(complex(a!, b!)));

/** The operations of reference/acceptance_backpropagation.py, as functions of their inputs alone. */
export const moreOperations: Readonly<Record<string, Operation>> = {
  astype: (x) => x!.astype("float64"),
  average: (x, weights) => library.average(x!, 1, { weights: weights! }),
  betaln: (a, b) => library.betaln(a!, b!),
  broadcastTensors: (a, b) => library.broadcastTensors(a!, b!),
  cbrt: (x) => library.cbrt(x!),
  choleskySolve: (m, b) =>
    library.choleskySolve(m!.matmul(m!.transpose()).add(library.eye(3, { dtype: m!.dtype })), b!),
  chunk: (x) => library.chunk(x!, 2),
  complexAbs: (a, b) => library.complexAbs(complex(a!, b!)),
  complexConj: transform(library.complexConj),
  complexMul: (a, b, c, d) => pair(library.complexMul(complex(a!, b!), complex(c!, d!))),
  dot: (a, b) => library.dot(a!, b!),
  expandDims: (x) => library.expandDims(x!, 0),
  fft2: transform((z) => library.fft2(z)),
  ifft2: transform((z) => library.ifft2(z)),
  ifftn: transform((z) => library.ifftn(z)),
  fftshift: (x) => library.fftshift(x!),
  ifftshift: (x) => library.ifftshift(x!),
  floorDivide: (a, b) => library.floorDivide(a!, b!),
  globalAvgPool: (x) => library.globalAvgPool(x!),
  i1: (x) => library.i1(x!),
  meshgrid: (a, b) => library.meshgrid([a!, b!], { indexing: "ij" }),
  multiDot: (a, b, c) => library.multiDot([a!, b!, c!]),
  nanMax: (x) => library.nanMax(x!, 1),
  nanMin: (x) => library.nanMin(x!, 1),
  nanMean: (x) => library.nanMean(x!, 1),
  percentile: (x) => library.percentile(x!, 30, 0),
  randomizedSvd: (x) => {
    const { U, S, Vh } = library.randomizedSvd(x!, 3);
    return [U.mul(S).matmul(Vh), S];
  },
  split: (x) => library.split(x!, [1, 3]), // at places, as NumPy does; PyTorch takes sizes
  svdvals: (x) => library.svdvals(x!),
  vander: (x) => library.vander(x!),
};
