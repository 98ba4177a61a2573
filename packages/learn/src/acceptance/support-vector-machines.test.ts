import { matmul, type Tensor, tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import {
  fromLibsvmModel,
  type Label,
  type LibsvmMachine,
  OneClassSVM,
  polynomialKernel,
  rbfKernel,
  SVC,
  SVR,
  sigmoidKernel,
  toLibsvmModel,
} from "../index";
import { readFixture, readFixtureData } from "../testing/fixtures";
import { type KERNELS, machinesForLibsvm } from "../testing/libsvm-machines";
import { type TableName, tableByName } from "../testing/shipped-tables";

interface Objective {
  readonly kind: "SVC" | "SVR";
  readonly table: string;
  readonly kernel: (typeof KERNELS)[number];
  readonly C?: number;
  readonly rows?: number;
  /** Of each pair's machine. */
  readonly objectives: number[];
}

type OwnTables = Readonly<Record<string, { X: number[][]; y: number[] }>>;

const references = readFixture<Objective>("svm-objectives");
const tables = readFixtureData("svm-objectives") as OwnTables;

function gram(model: SVC | SVR): Tensor {
  const X = model.supportVectors;
  const options = { gamma: model.fittedGamma, coef0: 0, degree: 3 };
  switch (model.kernel) {
    case "linear":
      return matmul(X, X.transpose());
    case "poly":
      return polynomialKernel(X, X, options);
    case "rbf":
      return rbfKernel(X, X, options);
    default:
      return sigmoidKernel(X, X, options);
  }
}

/** ½ aᵀKa − Σ|a| of the machine of each pair of classes. */
function classObjectives(model: SVC): number[] {
  const K = gram(model);
  const coefs = model.dualCoef.toArray() as number[][];
  const owners = [...model.nSupport].flatMap((count, k) => Array<number>(count).fill(k));
  const found: number[] = [];
  for (let i = 0; i < model.nSupport.length; i++) {
    for (let j = i + 1; j < model.nSupport.length; j++) {
      const a = tensor(
        owners.map((k, s) => (k === i ? coefs[j - 1]![s]! : k === j ? coefs[i]![s]! : 0)),
      );
      found.push(0.5 * matmul(K, a).dot(a).item() - a.abs().sum().item());
    }
  }
  return found;
}

/** ½ aᵀKa − yᵀa + ε Σ|a|. */
function targetObjective(model: SVR, y: readonly number[]): number {
  const a = tensor(model.dualCoef.data());
  const targets = tensor(Array.from(model.support, (row) => y[row]!));
  const fit = 0.5 * matmul(gram(model), a).dot(a).item();
  return fit - targets.dot(a).item() + model.epsilon * a.abs().sum().item();
}

async function rowsOf({ table, rows }: Objective) {
  const own = tables[table];
  if (own) return { X: tensor(own.X), y: own.y as readonly Label[] };
  const { X, y } = await tableByName(table as TableName, { standardized: true });
  return { X: X.slice([0, rows ?? y.length]), y: y.slice(0, rows) };
}

test("roadmap SUP-012: dual objectives within 1e-4 of libsvm on 4 data sets × 4 kernels, for classes and numbers", async () => {
  const counts = { SVC: 0, SVR: 0 };
  for (const c of references) {
    const { X, y } = await rowsOf(c);
    const { kernel, C = 1 } = c;
    const got =
      c.kind === "SVC"
        ? classObjectives(new SVC({ kernel, tol: 1e-5 }).fit(X, y))
        : [targetObjective(new SVR({ kernel, C, tol: 1e-5 }).fit(X, y as number[]), y as number[])];
    expect(got).toHaveLength(c.objectives.length);
    got.forEach((value, k) => {
      const wanted = c.objectives[k]!;
      const off = Math.abs(value - wanted) / Math.max(1, Math.abs(wanted));
      expect(off, `${c.kind}, ${c.table}, ${kernel}, pair ${k}`).toBeLessThanOrEqual(1e-4);
    });
    counts[c.kind] += 1;
  }
  expect(counts).toEqual({ SVC: 16, SVR: 16 });
});

test("roadmap SUP-012: svm-predict gives our model files' predictions, at least 99.9 % of the labels; numbers too", async () => {
  const expected = new Map(
    readFixture<{ name: string; predicted: number[] }>("svm-predict").map((c) => [
      c.name,
      c.predicted,
    ]),
  );
  const machines = await machinesForLibsvm();
  expect(machines).toHaveLength(33);
  for (const { name, model, X } of machines) {
    const wanted = expected.get(name)!;
    expect(wanted).toHaveLength(X.shape[0]!);
    if (model instanceof SVR || name.startsWith("NuSVR")) {
      expectSameNumbers(name, (model as SVR).predict(X), wanted);
      continue;
    }
    const predicted = labelsOf(model, X);
    const same = predicted.filter((label, i) => label === wanted[i]).length;
    expect(same / wanted.length, name).toBeGreaterThanOrEqual(0.999);
    // The file read back predicts the same as well.
    const back = fromLibsvmModel(toLibsvmModel(model), { nFeatures: X.shape[1]! });
    expect(labelsOf(back, X), name).toEqual(predicted);
  }
});

/** svm-predict writes six digits. */
function expectSameNumbers(name: string, predicted: Tensor, wanted: readonly number[]): void {
  predicted.data().forEach((value, i) => {
    expect(Math.abs(value - wanted[i]!), `${name}, ${i}`).toBeLessThanOrEqual(
      1e-5 * Math.max(1, Math.abs(wanted[i]!)),
    );
  });
}

/** Labels as the file has them: places among the classes for those that are no numbers. */
function labelsOf(model: LibsvmMachine, X: Tensor): readonly unknown[] {
  const predicted = (model as SVC).predict(X);
  if (model instanceof OneClassSVM || typeof predicted[0] === "number") return predicted;
  return predicted.map((label) => (model as SVC).classes.indexOf(label));
}
