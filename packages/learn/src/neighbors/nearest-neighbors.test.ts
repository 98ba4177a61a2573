import {
  NotFittedError,
  ParameterError,
  RandomGenerator,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { getNumThreads, setNumThreads } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import {
  BallTree,
  estimatorFromJSON,
  KDTree,
  NearestNeighbors,
  type NearestNeighborsOptions,
  pairwiseDistances,
} from "../index";
import { expectAllClose } from "../testing/fixtures";
import { neighborContent, neighborSplit } from "../testing/neighbor-cases";

const X = [
  [0, 0],
  [3, 4],
  [10, 0],
  [0, 1],
];
const algorithms = ["brute", "kd_tree", "ball_tree"] as const;

function randomRows(n: number, d: number, seed: number, { step = 0, shift = 0 } = {}): number[][] {
  const random = new RandomGenerator(seed);
  const value = () => (step ? Math.round(random.normal() / step) * step : random.normal());
  return Array.from({ length: n }, () => Array.from({ length: d }, () => value() + shift));
}

/** The k smallest distances of each row, by sorting all of them. */
function sortedDistances(queries: number[][], rows: number[][], k: number, options: object) {
  const all = pairwiseDistances(queries, rows, options).toArray() as number[][];
  return all.map((row) => row.sort((a, b) => a - b).slice(0, k));
}

describe("NearestNeighbors", () => {
  test.each(neighborContent.neighbors)(
    "agrees with scikit-learn: $table $options",
    async ({ table, options, ...expected }) => {
      const { X: rows, queries } = await neighborSplit(table);
      const model = new NearestNeighbors(options).fit(rows);
      const { distances, indices } = model.kneighbors(queries);
      expectAllClose(distances, expected.distances, { rtol: 1e-12, atol: 1e-14 });
      const found = indices.toArray() as number[][];
      // scikit-learn's brute force has distances from rounded products, so that iris' many ties fall otherwise.
      const isRounded = table === "iris" && options.algorithm === "brute" && !options.metric;
      expected.indices.forEach((row, i) => {
        if (expected.clear[i] || !isRounded) expect(found[i]).toEqual(row);
      });
      const within = model.radiusNeighbors(queries, { radius: expected.radius });
      expect(within.indices.map((list) => [...list])).toEqual(expected.within);
      const graph = model.kneighborsGraph(queries.slice(0, 2), { nNeighbors: 3, mode: "distance" });
      expect(graph.nnz).toBe(6);
      expectAllClose(graph.sum().item(), expected.graphSum, { rtol: 1e-12, atol: 1e-14 });
    },
  );

  test.each(algorithms)("%s finds the smallest distances", (algorithm) => {
    for (const options of [{}, { p: 1 }, { p: 3 }, { metric: "chebyshev" as const }]) {
      for (const rows of [randomRows(300, 3, 1), randomRows(90, 8, 2, { step: 0.5 })]) {
        const queries = rows.slice(0, 20).map((row) => row.map((value) => value + 0.25));
        const model = new NearestNeighbors({ algorithm, leafSize: 3, ...options }).fit(rows);
        const { distances, indices } = model.kneighbors(queries, { nNeighbors: 20 });
        const metric = { metric: "minkowski" as const, ...options };
        expectAllClose(distances, sortedDistances(queries, rows, 20, metric), { rtol: 1e-12 });
        (indices.toArray() as number[][]).forEach((list) => {
          expect(new Set(list).size).toBe(20);
        });
      }
    }
  });

  test("brute force finds the nearest where float32 could not tell", () => {
    const cases: [number[][], number[][]][] = [
      [randomRows(400, 5, 3, { shift: 1e7 }), randomRows(30, 5, 4, { shift: 1e7 })],
      [[...randomRows(200, 2, 5), [1e9, -1e9]], randomRows(30, 2, 6)],
      [randomRows(200, 3, 7), randomRows(30, 3, 8, { shift: 1e12 })],
      [randomRows(50, 3, 9).map((row) => row.map((v) => v * 1e-30)), [[0, 0, 1e-30]]],
      [
        Array.from({ length: 40 }, () => [2, 2]),
        [
          [2, 2],
          [3, 5],
        ],
      ],
      [Array.from({ length: 40 }, (_, i) => [1 + i * 1e-9, 1]), [[1 + 13.3e-9, 1]]],
    ];
    for (const [rows, queries] of cases) {
      const brute = new NearestNeighbors({ algorithm: "brute", nNeighbors: 7 }).fit(rows);
      const tree = new NearestNeighbors({ algorithm: "kd_tree", nNeighbors: 7 }).fit(rows);
      const [a, b] = [brute.kneighbors(queries), tree.kneighbors(queries)];
      expect(a.distances.toArray()).toEqual(b.distances.toArray());
    }
  });

  test("takes cosine, Hamming's distance and functions", () => {
    const model = (options: NearestNeighborsOptions) => {
      return new NearestNeighbors({ nNeighbors: 2, ...options }).fit(X);
    };
    const cosine = model({ metric: "cosine" }).kneighbors([[6, 8]]);
    expect(cosine.indices.toArray()).toEqual([[1, 3]]);
    expectAllClose(cosine.distances, [0, 0.2], { rtol: 1e-14, atol: 1e-15 });
    const hamming = model({ metric: "hamming" }).kneighbors([[3, 0]]).distances;
    expect(hamming.toArray()).toEqual([[0.5, 0.5]]);
    const first = (a: Float64Array, b: Float64Array) => Math.abs(a[0]! - b[0]!);
    for (const algorithm of ["auto", "brute", "ball_tree"] as const) {
      const found = model({ metric: first, algorithm }).kneighbors([[9, 100]]);
      expect(found.indices.toArray()).toEqual([[2, 1]]);
      expect(found.distances.toArray()).toEqual([[1, 6]]);
    }
  });

  test("a row of fit is no neighbour of itself, unless it is asked for", () => {
    const rows = [[0], [0], [0], [1]];
    for (const algorithm of algorithms) {
      const model = new NearestNeighbors({ nNeighbors: 1, radius: 0.5, algorithm }).fit(rows);
      const { indices } = model.kneighbors();
      expect(indices.shape).toEqual([4, 1]);
      (indices.toArray() as number[][]).forEach(([neighbor], i) => {
        expect(neighbor).not.toBe(i);
      });
      expect(model.kneighbors(rows).distances.toArray()).toEqual([[0], [0], [0], [0]]);
      const within = model.radiusNeighbors().indices.map((list) => [...list]);
      expect(within).toEqual([[1, 2], [0, 2], [0, 1], []]);
      expect(model.radiusNeighborsGraph().toDense().diagonal().toArray()).toEqual([0, 0, 0, 0]);
    }
  });

  test("a row only as far as the farthest that was found does not take its place", () => {
    for (const algorithm of algorithms) {
      const model = new NearestNeighbors({ nNeighbors: 2, algorithm }).fit([[0], [1], [-1], [1]]);
      expect(model.kneighbors([[0]]).indices.toArray()).toEqual([[0, 1]]);
    }
  });

  test("a radius holds its boundary, in the rows' order or from near to far", () => {
    for (const algorithm of algorithms) {
      const model = new NearestNeighbors({ radius: 5, algorithm }).fit(X);
      const found = model.radiusNeighbors([[0, 0]]);
      expect([...found.indices[0]!]).toEqual([0, 1, 3]);
      expect([...found.distances[0]!]).toEqual([0, 5, 1]);
      const sorted = model.radiusNeighbors([[0, 0]], { sortResults: true });
      expect([...sorted.indices[0]!]).toEqual([0, 3, 1]);
      const graph = model.radiusNeighborsGraph([[0, 0]], { radius: 1, mode: "distance" });
      expect(graph.toDense().toArray()).toEqual([[0, 0, 0, 1]]);
      expect(graph.nnz).toBe(2);
    }
  });

  test("keeps the names of columns, gives the same by JSON and with one thread", () => {
    const table = DataFrame.fromColumns({ a: [0, 3, 10, 0], b: [0, 4, 0, 1] });
    const model = new NearestNeighbors({ nNeighbors: 2, algorithm: "brute" }).fit(table);
    expect(model.featureNamesIn).toEqual(["a", "b"]);
    expect(model.nSamplesFit).toBe(4);
    const expected = model.kneighbors(X).distances.toArray();
    const restored = estimatorFromJSON(JSON.parse(JSON.stringify(model))) as NearestNeighbors;
    expect(restored.kneighbors(table).distances.toArray()).toEqual(expected);
    expect(restored.clone().getParams()).toEqual(model.getParams());
    const before = getNumThreads();
    try {
      setNumThreads(1);
      expect(model.kneighbors(X).distances.toArray()).toEqual(expected);
    } finally {
      setNumThreads(before);
    }
    expect(() => model.kneighbors(table.select("b", "a"))).toThrow(ValueError);
  });

  test("refuses what cannot be", () => {
    const refused: NearestNeighborsOptions[] = [
      { nNeighbors: 0 },
      { radius: -1 },
      { algorithm: "tree" as never },
      { leafSize: 0 },
      { metric: "far" as never },
      { p: 0 },
      { algorithm: "kd_tree", metric: "cosine" },
      { algorithm: "kd_tree", metric: () => 0 },
      { algorithm: "ball_tree", metric: "cosine" },
      { algorithm: "ball_tree", p: 0.5 },
    ];
    for (const options of refused) {
      expect(() => new NearestNeighbors(options)).toThrow(ParameterError);
    }
    const model = new NearestNeighbors();
    expect(() => model.kneighbors(X)).toThrow(NotFittedError);
    expect(() => model.nSamplesFit).toThrow(NotFittedError);
    expect(() => model.fit([[Number.NaN]])).toThrow(ValueError);
    model.fit(X);
    expect(() => model.kneighbors(X)).toThrow(
      "NearestNeighbors.kneighbors: expected nNeighbors <= 4, the rows of fit, got 5",
    );
    expect(() => model.kneighbors(undefined, { nNeighbors: 4 })).toThrow("the other rows of fit");
    expect(() => model.kneighbors(X, { nNeighbors: 1.5 })).toThrow(ParameterError);
    expect(() => model.kneighbors([[1]], { nNeighbors: 1 })).toThrow(ShapeError);
    expect(() => model.radiusNeighbors(X, { radius: -1 })).toThrow(ParameterError);
    const bad = { nNeighbors: 1, mode: "length" as never };
    expect(() => model.kneighborsGraph(X, bad)).toThrow(ParameterError);
    expect(() => model.radiusNeighborsGraph(X, { mode: "length" as never })).toThrow(
      ParameterError,
    );
  });
});

describe.each([
  ["KDTree", KDTree],
  ["BallTree", BallTree],
] as const)("%s", (name, Tree) => {
  test("answers as the estimator does, and counts distances", () => {
    const rows = randomRows(500, 2, 11);
    const queries = randomRows(20, 2, 12);
    const tree = new Tree(rows, { leafSize: 10 });
    const found = tree.query(queries, { k: 4 });
    const expected = sortedDistances(queries, rows, 4, {});
    expectAllClose(found.distances, expected, { rtol: 1e-12 });
    expect(found.nDistances).toBeLessThan((500 * 20) / 2);
    const { distances, indices } = tree.queryRadius(queries, 0.5);
    const all = pairwiseDistances(queries, rows).toArray() as number[][];
    indices.forEach((list, i) => {
      const inside = [...rows.keys()].filter((j) => all[i]![j]! <= 0.5);
      expect([...list]).toEqual(inside);
      expectAllClose([...distances[i]!, 0], [...inside.map((j) => all[i]![j]!), 0], { rtol: 1e-9 });
    });
  });

  test("takes one point, and many that are equal", () => {
    expect(new Tree([[1, 2]]).query([[1, 2]]).distances.toArray()).toEqual([[0]]);
    const same = new Tree(
      Array.from({ length: 200 }, () => [1]),
      { leafSize: 2 },
    );
    expect(
      same
        .query([[3]], { k: 200 })
        .distances.data()
        .every((value) => value === 2),
    ).toBe(true);
    expect(same.queryRadius([[1]], 0).indices[0]).toHaveLength(200);
  });

  test("refuses what cannot be", () => {
    expect(() => new Tree([])).toThrow(ShapeError);
    expect(() => new Tree([[Infinity]])).toThrow(ValueError);
    expect(() => new Tree(X, { leafSize: 0 })).toThrow(ParameterError);
    expect(() => new Tree(X, { metric: "cosine" })).toThrow(ParameterError);
    const tree = new Tree(X);
    expect(() => tree.query(X, { k: 5 })).toThrow(
      `${name}.query: expected k <= 4, the points, got 5`,
    );
    expect(() => tree.query(X, { k: 0 })).toThrow(ParameterError);
    expect(() => tree.query([[1]])).toThrow(ShapeError);
    expect(() => tree.queryRadius(X, -1)).toThrow(ParameterError);
    expect(() => tree.queryRadius([[Number.NaN, 1]], 1)).toThrow(ValueError);
  });
});
