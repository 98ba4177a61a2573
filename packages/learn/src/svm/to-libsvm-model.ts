import { ParameterError } from "@gradus/core";
import { NuSVC } from "./nu-svc";
import { NuSVR } from "./nu-svr";
import { OneClassSVM } from "./one-class-svm";
import { SVC } from "./svc";
import type { SVR } from "./svr";

/** The machines that libsvm has. */
export type LibsvmMachine = SVC | NuSVC | SVR | NuSVR | OneClassSVM;

/**
 * A fitted machine as the text of libsvm's model files, which its `svm-predict` reads, and many other programs.
 *
 * Classes that are no whole numbers are written as their places among `classes`. Features are numbered from 1; those
 * that are 0 are left out. Numbers are written so that they come back exactly.
 *
 * @throws NotFittedError before `fit`; ParameterError for a kernel that is a function.
 * @see Chang and Lin (2011), ACM Transactions on Intelligent Systems and Technology 2(3), 27.
 * @roadmap SUP-012
 * @example
 * ```ts
 * const model = new SVC({ kernel: "linear" }).fit([[0], [2]], [-1, 1]);
 * toLibsvmModel(model).split("\n")[0]; // → svm_type c_svc
 * ```
 */
export function toLibsvmModel(model: LibsvmMachine): string {
  if (typeof model.kernel === "function") {
    throw new ParameterError(
      "toLibsvmModel: expected a kernel that libsvm has, got a function; kernel must be a name",
    );
  }
  const body = isForClasses(model) ? classHeader(model) : machineHeader(model);
  const head = [`svm_type ${typeOf(model)}`, ...kernelLines(model), ...body, "SV"];
  return `${[...head, ...vectorLines(model)].join("\n")}\n`;
}

function isForClasses(model: LibsvmMachine): model is SVC | NuSVC {
  return model instanceof SVC || model instanceof NuSVC;
}

function typeOf(model: LibsvmMachine): string {
  if (model instanceof SVC) return "c_svc";
  if (model instanceof NuSVC) return "nu_svc";
  if (model instanceof OneClassSVM) return "one_class";
  return model instanceof NuSVR ? "nu_svr" : "epsilon_svr";
}

function kernelLines({ kernel, degree, coef0, fittedGamma }: LibsvmMachine): string[] {
  const lines = [`kernel_type ${kernel === "poly" ? "polynomial" : kernel}`];
  if (kernel === "poly") lines.push(`degree ${degree}`);
  if (kernel === "poly" || kernel === "rbf" || kernel === "sigmoid") {
    lines.push(`gamma ${fittedGamma}`);
  }
  if (kernel === "poly" || kernel === "sigmoid") lines.push(`coef0 ${coef0}`);
  return lines;
}

function classHeader(model: SVC | NuSVC): string[] {
  const { classes, nSupport, probA, probB } = model;
  // libsvm subtracts rho, and scores the first class above 0.
  const sign = classes.length === 2 ? 1 : -1;
  const isNumbers = classes.every((label) => typeof label === "number");
  const labels = isNumbers ? classes : classes.map((_, k) => k);
  const lines = [
    `nr_class ${classes.length}`,
    `total_sv ${model.support.length}`,
    `rho ${list(Array.from(model.intercept.data(), (value) => sign * value))}`,
    `label ${labels.join(" ")}`,
  ];
  if (probA.length > 0) lines.push(`probA ${list(probA)}`, `probB ${list(probB)}`);
  return [...lines, `nr_sv ${list(nSupport)}`];
}

function machineHeader(model: SVR | NuSVR | OneClassSVM): string[] {
  return ["nr_class 2", `total_sv ${model.support.length}`, `rho ${-model.intercept}`];
}

function vectorLines(model: LibsvmMachine): string[] {
  const { support, dualCoef, supportVectors } = model;
  const [nMachines, count] = dualCoef.shape as [number, number];
  const coefs = dualCoef.data();
  const sign = isForClasses(model) && model.classes.length === 2 ? -1 : 1;
  const vectors = supportVectors.data();
  const width = supportVectors.shape[1]!;
  return Array.from(support, (row, s) => {
    const own = Array.from({ length: nMachines }, (_, m) => sign * coefs[m * count + s]!);
    const start = s * width;
    const features =
      model.kernel === "precomputed"
        ? [`0:${row + 1}`]
        : entries(vectors.subarray(start, start + width));
    return [list(own), ...features].join(" ");
  });
}

function entries(row: ArrayLike<number>): string[] {
  return Array.from(row, (value, j) => (value === 0 ? "" : `${j + 1}:${value}`)).filter(Boolean);
}

function list(values: ArrayLike<number>): string {
  return Array.from(values).join(" ");
}
