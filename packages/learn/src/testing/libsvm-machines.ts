import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Tensor } from "@gradus/tensor";
import { NuSVC } from "../svm/nu-svc";
import { NuSVR } from "../svm/nu-svr";
import { OneClassSVM } from "../svm/one-class-svm";
import { SVC } from "../svm/svc";
import { SVR } from "../svm/svr";
import { type LibsvmMachine, toLibsvmModel } from "../svm/to-libsvm-model";
import { tableByName } from "./shipped-tables";

/** A fitted machine whose model file libsvm has read, and the rows that it predicted. */
export interface LibsvmCase {
  readonly name: string;
  readonly model: LibsvmMachine;
  readonly X: Tensor;
}

export const KERNELS = ["linear", "poly", "rbf", "sigmoid"] as const;

/** So near to the optimum that the rounding of another processor leads to the same predictions. */
const exact = { tol: 1e-7, maxIter: 1_000_000 };

/** The machines of fixtures/svm-predict.json. */
export async function machinesForLibsvm(): Promise<LibsvmCase[]> {
  const cases: LibsvmCase[] = [];
  for (const table of ["breast cancer", "iris", "wine", "digits"] as const) {
    const { X, y } = await tableByName(table, { standardized: true });
    for (const kernel of KERNELS) {
      cases.push({
        name: `SVC ${table} ${kernel}`,
        model: new SVC({ ...exact, kernel }).fit(X, y),
        X,
      });
    }
    if (table === "digits") continue;
    const nu = new NuSVC({ ...exact, nu: 0.31 }).fit(X, y);
    cases.push({ name: `NuSVC ${table} rbf`, model: nu, X });
    const products = X.matmul(X.transpose());
    const given = new SVC({ ...exact, kernel: "precomputed" }).fit(products, y);
    cases.push({ name: `SVC ${table} precomputed`, model: given, X: products });
    const one = new OneClassSVM({ ...exact, nu: 0.21 }).fit(X);
    // Support vectors lie on the border, where the last bit decides: rows a little off do not.
    cases.push({ name: `OneClassSVM ${table} rbf`, model: one, X: X.mul(1.02).add(0.01) });
  }
  const { X, y } = await tableByName("diabetes", { standardized: true });
  const targets = y as number[];
  for (const kernel of KERNELS) {
    const svr = new SVR({ ...exact, kernel, C: 10 }).fit(X, targets);
    cases.push({ name: `SVR diabetes ${kernel}`, model: svr, X });
    const nu = new NuSVR({ ...exact, kernel, C: 10, nu: 0.47 }).fit(X, targets);
    cases.push({ name: `NuSVR diabetes ${kernel}`, model: nu, X });
  }
  return cases;
}

/** Writes the model files and the rows to predict, in libsvm's format. */
export async function writeLibsvmFiles(directory: string): Promise<void> {
  for (const { name, model, X } of await machinesForLibsvm()) {
    writeFileSync(join(directory, `${name}.model`), toLibsvmModel(model));
    // svm-predict wants a target as well, and for precomputed products the number of the row.
    const isGiven = model.kernel === "precomputed";
    const lines = (X.toArray() as number[][]).map((row, i) => {
      const features = row.map((value, j) => `${j + 1}:${value}`);
      return [0, ...(isGiven ? [`0:${i + 1}`] : []), ...features].join(" ");
    });
    writeFileSync(join(directory, `${name}.data`), `${lines.join("\n")}\n`);
  }
}
