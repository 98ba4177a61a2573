import { checkInteger } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { type EstimatorJSON, estimatorJSON } from "../base/json";
import { type FileVector, LibsvmFile, refuseLine } from "./libsvm-file";
import { NuSVC } from "./nu-svc";
import { NuSVR } from "./nu-svr";
import { OneClassSVM } from "./one-class-svm";
import { classPairs } from "./pair-coupling";
import { SVC } from "./svc";
import { SVR } from "./svr";
import type { LibsvmMachine } from "./to-libsvm-model";

/** What a libsvm model file does not say. */
export interface FromLibsvmModelOptions {
  /** The number of features; with a precomputed kernel, of training rows. Default the largest that is named. */
  readonly nFeatures?: number;
}

/**
 * The fitted machine in the text of a libsvm model file, as `toLibsvmModel` or `svm-train` writes it: it predicts as
 * `svm-predict` does. What the file does not say (C, ν, ε, weights) has its default; `support` counts the vectors of the
 * file.
 *
 * @throws ParseError naming the line for what is no model of libsvm; ParameterError if `nFeatures` is less than the file
 *   names.
 * @roadmap SUP-012
 * @example
 * ```ts
 * const text = toLibsvmModel(new SVC().fit([[0], [2]], [-1, 1]));
 * const model = fromLibsvmModel(text) as SVC;
 * model.predict([[0.5]]); // → [-1]
 * ```
 */
export function fromLibsvmModel(
  text: string,
  { nFeatures }: FromLibsvmModelOptions = {},
): LibsvmMachine {
  const file = new LibsvmFile(text);
  const type = file.word("svm_type", ["c_svc", "nu_svc", "epsilon_svr", "nu_svr", "one_class"]);
  const kernel = readKernel(file);
  const machines = type === "c_svc" || type === "nu_svc" ? readClasses(file) : readMachine(file);
  const { vectors, state } = machines;
  const named = Math.max(1, ...vectors.flatMap(({ entries }) => entries.map(indexOf)));
  if (nFeatures !== undefined) checkInteger("fromLibsvmModel", "nFeatures", nFeatures, named);
  const width = nFeatures ?? named;
  const isGiven = kernel.kernel === "precomputed";
  const fitted = {
    ...state,
    kernel,
    support: Int32Array.from(vectors, ({ entries }, at) => (isGiven ? entries[0]![1] - 1 : at)),
    vectors: isGiven ? tensor([], { shape: [0, 0] }) : denseRows(vectors, width),
    nFeaturesIn: isGiven && nFeatures === undefined ? largestSerial(vectors) : width,
    featureNamesIn: undefined,
  };
  const hasSigmoids = type.endsWith("svc") && file.has("probA");
  const params = hasSigmoids ? { ...kernel, probability: true } : kernel;
  return load(type, (typeName) => estimatorJSON(typeName, params, fitted));
}

type MachineType = "c_svc" | "nu_svc" | "epsilon_svr" | "nu_svr" | "one_class";

function load(type: MachineType, jsonOf: (typeName: string) => EstimatorJSON): LibsvmMachine {
  switch (type) {
    case "c_svc":
      return SVC.fromJSON(jsonOf("SVC"));
    case "nu_svc":
      return NuSVC.fromJSON(jsonOf("NuSVC"));
    case "epsilon_svr":
      return SVR.fromJSON(jsonOf("SVR"));
    case "nu_svr":
      return NuSVR.fromJSON(jsonOf("NuSVR"));
    case "one_class":
      return OneClassSVM.fromJSON(jsonOf("OneClassSVM"));
  }
}

function readKernel(file: LibsvmFile) {
  const names = ["linear", "polynomial", "rbf", "sigmoid", "precomputed"] as const;
  const name = file.word("kernel_type", names);
  const number = (field: string, otherwise: number) =>
    file.has(field) ? file.numbers(field, 1)[0]! : otherwise;
  return {
    kernel: name === "polynomial" ? ("poly" as const) : name,
    degree: number("degree", 3),
    gamma: number("gamma", 0),
    coef0: number("coef0", 0),
  };
}

function readMachine(file: LibsvmFile) {
  const weights = Float64Array.from(file.vectors, ({ coefs }) => coefs[0]!);
  const [rho] = file.numbers("rho", 1);
  return { vectors: file.vectors, state: { weights, intercept: -rho!, nIter: 0 } };
}

/** Machines of pairs, with the classes sorted: libsvm has them in the order of the training rows. */
function readClasses(file: LibsvmFile) {
  const [nClasses] = file.numbers("nr_class", 1) as [number];
  const labels = file.numbers("label", nClasses);
  const counts = file.numbers("nr_sv", nClasses);
  if (counts.reduce((sum, count) => sum + count, 0) !== file.vectors.length) {
    refuseLine(1, `nr_sv to add to ${file.vectors.length}`, counts.join(" "));
  }
  /** The classes of the file in the order of their labels. */
  const order = labels.map((_, k) => k).sort((a, b) => labels[a]! - labels[b]!);
  const starts = counts.map((_, k) => counts.slice(0, k).reduce((sum, count) => sum + count, 0));
  const groups = order.map((k) => file.vectors.slice(starts[k], starts[k]! + counts[k]!));
  const dualCoef = order.map((own, k) => groups[k]!.map((vector) => coefsOf(vector, own, order)));
  const rows = dualCoef.flat();
  const pairs = pairsOfFile(nClasses);
  const rho = file.numbers("rho", pairs.size);
  const isFlipped = ([i, j]: readonly [number, number]) => order[i]! > order[j]!;
  const placeOf = ([i, j]: readonly [number, number]) => {
    const [a, b] = [order[i]!, order[j]!];
    return pairs.get(`${Math.min(a, b)},${Math.max(a, b)}`)!;
  };
  const sorted = classPairs(nClasses);
  const intercept = sorted.map((pair) => (isFlipped(pair) ? 1 : -1) * rho[placeOf(pair)]!);
  return {
    vectors: groups.flat(),
    state: {
      classes: order.map((k) => labels[k]!),
      nSupport: Int32Array.from(groups, (group) => group.length),
      dualCoef: tensor(Float64Array.from(rows.flat()), {
        shape: [rows.length, nClasses - 1],
      })
        .transpose()
        .clone(),
      intercept: tensor(Float64Array.from(intercept)),
      nIter: new Int32Array(sorted.length),
      ...(file.has("probA") && {
        sigmoids: readSigmoids(file, sorted.map(placeOf), sorted.map(isFlipped)),
      }),
    },
  };
}

/** The coefficients of a vector of a class of the file, in the order of the sorted classes. */
function coefsOf({ coefs }: FileVector, own: number, order: readonly number[]): number[] {
  return order.flatMap((other, k) => {
    if (other === own) return [];
    const value = coefs[other < own ? other : other - 1]!;
    // Scores are above 0 for the first class of a pair: which of both that is may have changed.
    const isFlipped = other < own !== k < order.indexOf(own);
    return [isFlipped ? -value : value];
  });
}

function pairsOfFile(nClasses: number): Map<string, number> {
  return new Map(classPairs(nClasses).map((pair, k) => [pair.join(), k]));
}

function readSigmoids(file: LibsvmFile, places: readonly number[], flipped: readonly boolean[]) {
  const probA = file.numbers("probA", places.length);
  const probB = file.numbers("probB", places.length);
  return places.map((place, k) => ({
    a: probA[place]!,
    b: flipped[k] ? -probB[place]! : probB[place]!,
  }));
}

function denseRows(vectors: readonly FileVector[], width: number): Tensor {
  const values = new Float64Array(vectors.length * width);
  vectors.forEach(({ entries }, row) => {
    for (const [index, value] of entries) values[row * width + index - 1] = value;
  });
  return tensor(values, { shape: [vectors.length, width] });
}

function indexOf([index]: readonly [number, number]): number {
  return index;
}

function largestSerial(vectors: readonly FileVector[]): number {
  return Math.max(...vectors.map(({ entries }) => entries[0]![1]));
}
