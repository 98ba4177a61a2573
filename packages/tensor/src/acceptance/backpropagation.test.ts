import { RandomGenerator } from "@gradus/core";
import { expect, test } from "vitest";
import { fftCases } from "../fft/gradient-cases";
import * as library from "../index";
import { checkGradients, gradients, noGrad, randn, type Tensor, tensor } from "../index";
import { linalgCases } from "../linalg/gradient-cases";
import { withKey } from "../nn-ops/dropout";
import { type TorchProgram, torchPrograms } from "../testing/torch-programs";

const programs = torchPrograms();
const TOLERANCE = { rtol: 1e-6, atol: 1e-6 };

/** The sum of the outputs' elements with the weights of the fixtures. */
function weightedSum(outputs: readonly Tensor[], weights?: readonly number[]): Tensor {
  const parts = outputs.map((y) => {
    const factors = weights ?? Array.from({ length: y.size }, (_, i) => Math.cos(i + 1));
    return y
      .flatten()
      .mul(tensor([...factors]).astype(y.dtype))
      .sum();
  });
  return parts.reduce((sum, part) => sum.add(part));
}

/** Exported functions that are not differentiable operations, with the reason. */
const others = {
  "makes a tensor, a generator's draw or a pair":
    "arange bernoulli beta binomial choice complex dirichlet exponential eye full gamma gumbel laplace linspace " +
    "multinomial multivariateNormal normal ones onesLike permutation poisson rand randint randn scalar shuffle " +
    "tensor truncatedNormal uniform zeros zerosLike",
  "gives truth values, places, counts or bits":
    "all allClose any argmax argmin argsort argwhere bincount bitwiseAnd bitwiseNot bitwiseOr bitwiseXor " +
    "countNonzero digitize equal greater greaterEqual histogram isClose isFinite isInf isNaN isTensor leftShift " +
    "less lessEqual logicalAnd logicalNot logicalOr logicalXor matrixRank nonzero notEqual oneHot placeTable " +
    "rightShift searchsorted unique uniqueAll",
  "has no gradient, and says so": "SparseTensor eig eigvals fftfreq rfftfreq",
  "changes its arguments":
    "adagradStep adamStep adamWStep assign clipGradNorm clipGradValue optimizerState rmspropStep sgdStep",
  "is about gradients":
    "GradientError backward checkGradients defineBinaryOp defineUnaryOp enableGrad grad gradients graphOf hessian " +
    "hvp isGradEnabled jacobian jvp named nameOf noGrad registerHook retainGrad valueAndGrad vjp",
  "is about the engine":
    "Tensor broadcastShapes configureMemory fromWriter getNumThreads memoryStats promoteTypes quantileMethods scoped " +
    "setKernelBuild setNumThreads shapeText threadStats withData",
  "draws its mask itself; held against the mask below": "dropout",
  "stands in the fixtures as attention": "scaledDotProductAttention",
};

test("roadmap DL-006: every operation's gradient agrees with differences to 1e-6 and with PyTorch's to 1e-5 in float32", () => {
  const known = [...Object.values(others).join(" ").split(" "), ...programs.map(({ op }) => op)];
  expect(Object.keys(library).filter((name) => !known.includes(name))).toEqual([]);
  compareWithDifferences();
  compareWithPyTorch();
}, 30_000);

test("dropout hands on what its mask let through, scaled as PyTorch scales it", () => {
  const x = library.ones([50], { requiresGrad: true });
  const y = library.dropout(x, { p: 0.4, random: new RandomGenerator(3) });
  const mask = noGrad(() => y.greater(0));
  const [found] = gradients(weightedSum([y]), [x]);
  found!.toArray<number[]>().forEach((slope, i) => {
    expect(slope).toBeCloseTo(mask.at(i).item() ? Math.cos(i + 1) / 0.6 : 0, 12);
  });
});

/** Matrices by the cases of linear algebra, which move symmetric ones symmetrically; all others by their fixtures. */
function compareWithDifferences(): void {
  const random = new RandomGenerator(6);
  const matrixCases = { ...linalgCases, ...fftCases };
  for (const { f, shapes, domain = (x: Tensor) => x } of Object.values(matrixCases).flat()) {
    for (const run of shapes)
      checkGradients(
        f,
        run.map((shape) => domain(randn(shape, { random }))),
        TOLERANCE,
      );
  }
  checkGradients((x) => withKey(x!, 0.3, [1, 2]), [randn([3, 3], { random })], TOLERANCE);

  const checked = new Set(Object.keys(matrixCases));
  let [nSmooth, nCorners] = [0, 0];
  for (const program of programs) {
    if (Object.hasOwn(matrixCases, program.op) || program.holdsBack) continue;
    const { smooth, corners } = compareElements(program);
    nSmooth += smooth;
    nCorners += corners;
    if (smooth > 0) checked.add(program.op);
  }
  expect(programs.map(({ op }) => op).filter((op) => !checked.has(op))).toEqual([]);
  // Ties and kinks that the fixtures hold on purpose; PyTorch's gradients decide there.
  expect(nCorners).toBeLessThan(0.03 * nSmooth);
}

/** Central differences at the elements of every input; where the two sides disagree or the value jumps, there is a corner. */
function compareElements({ where, leaves, run, weights }: TorchProgram) {
  const tracked = leaves.map((x) => {
    const leaf = x.clone();
    leaf.requiresGrad = true;
    return leaf;
  });
  const found = gradients(weightedSum(run(tracked), weights), tracked);
  // What rounding the outputs can change of their sum: it counts where some of them are huge.
  const outputs = noGrad(() => run(leaves).map((y) => y.abs().sum().item()));
  const noise = 2e-16 * outputs.reduce((sum, size) => sum + size);
  let [smooth, corners] = [0, 0];
  leaves.forEach((leaf, which) => {
    const values = leaf.data();
    const slopes = found[which]!.data();
    const every = Math.ceil(values.length / 24); // of a large tensor, two dozen elements
    values.forEach((x, i) => {
      const at = (value: number) => {
        const moved = tensor(values.with(i, value), { shape: leaf.shape });
        const inputs = leaves.map((other, k) => (k === which ? moved : other));
        return noGrad(() => weightedSum(run(inputs), weights).item());
      };
      if (Number.isNaN(x) || i % every !== 0) return;
      const h = 1e-5 * Math.min(1, Math.max(0.01, Math.abs(x)));
      const [low, high] = [x - h, x + h]; // rounded: their distance is 2h only nearly
      const [behind, here, ahead] = [at(low), at(x), at(high)];
      const [left, right] = [(here - behind) / (x - low), (ahead - here) / (high - x)];
      const slope = (ahead - behind) / (high - low);
      const size = Math.max(1, Math.abs(slope));
      if (!(Math.abs(right - left) < 1e-2 * size && Math.abs(ahead - behind) < 0.1)) {
        corners += 1;
        return;
      }
      smooth += 1;
      if (!(Math.abs(slopes[i]! - slope) <= 1e-6 * size + noise / h))
        expect.fail(`${where}: ${slope} by differences, got ${slopes[i]} at ${which}[${i}]`);
    });
  });
  return { smooth, corners };
}

/** In float32; where PyTorch computed in both dtypes, its float32 inputs. */
function compareWithPyTorch(): void {
  const inSingle = new Set(programs.filter(({ single }) => single).map(({ op }) => op));
  for (const { op, where, leaves, single, run, weights, gradients: expected } of programs) {
    if (!single && inSingle.has(op)) continue;
    const given = leaves.map((x) => {
      const leaf = x.astype("float32").clone();
      leaf.requiresGrad = true;
      return leaf;
    });
    const found = gradients(weightedSum(run(given), weights), given);
    expected.forEach((list, i) => {
      const allowed = 1e-5 * Math.max(1, ...list.filter(Number.isFinite).map(Math.abs));
      const values = found[i]!.data();
      list.forEach((want, k) => {
        const same = values[k] === want || (Number.isNaN(want) && Number.isNaN(values[k]));
        if (!same && !(Math.abs(values[k]! - want) <= allowed))
          expect.fail(`${where}: PyTorch has ${want}, got ${values[k]} at ${i}[${k}]`);
      });
    });
  }
}
