import type { ArrayFile, Workload } from "../workload";
import { meanAbsolute, readArray, serve, type Task, versionOf } from "./serve";

/** The part of ml-matrix that is used; it is an optional guest, so its own types may be missing. */
interface MlMatrix {
  readonly Matrix: {
    from1DArray(rows: number, columns: number, values: ArrayLike<number>): Matrix;
  };
  readonly SingularValueDecomposition: new (A: Matrix, options: object) => { diagonal: number[] };
  readonly EigenvalueDecomposition: new (
    A: Matrix,
    options: object,
  ) => { realEigenvalues: number[] };
  solve(A: Matrix, b: Matrix): Matrix;
}

interface Matrix {
  add(other: Matrix): Matrix;
  transpose(): Matrix;
  to1DArray(): number[];
}

const name = "ml-matrix";
const library = (await import(name).catch(() => undefined)) as MlMatrix | undefined;

await serve({
  version: library === undefined ? name : `${name} ${versionOf(name)}`,
  setting: "1 thread",
  missing: library === undefined ? "not installed" : undefined,
  tasks: {
    svd: ({ arrays }) => {
      const A = load(arrays.A!);
      const make = library!.SingularValueDecomposition;
      return computing(() => new make(A, {}).diagonal);
    },
    eigh: ({ arrays }) => {
      const A = load(arrays.A!);
      const symmetric = A.transpose().add(A);
      const make = library!.EigenvalueDecomposition;
      return computing(() => new make(symmetric, { assumeSymmetric: true }).realEigenvalues);
    },
    solve: ({ arrays }: Workload) => {
      const [A, b] = [load(arrays.A!), load(arrays.b!)];
      return computing(() => library!.solve(A, b).to1DArray());
    },
  },
});

function computing(compute: () => number[]): Task {
  let result: number[] = [];
  return {
    repetition: () => {
      result = compute();
    },
    score: () => meanAbsolute(result),
  };
}

function load(file: ArrayFile): Matrix {
  const [rows, columns] = file.shape as [number, number];
  return library!.Matrix.from1DArray(rows, columns, Float64Array.from(readArray(file)));
}
