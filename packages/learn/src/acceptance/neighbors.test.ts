import { RandomGenerator } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import { KDTree, KNeighborsClassifier, type NeighborsAlgorithm } from "../index";
import { neighborContent } from "../testing/neighbor-cases";
import { tableByName } from "../testing/shipped-tables";

// How much faster a k-d tree is than brute force is timed by `npm run bench -- nearest`; that depends on what else
// the machine does. Here the distances are counted that it computes, those from its boxes too.

test("roadmap SUP-011: brute force, k-d tree and ball tree give identical predictions to scikit-learn on digits; the k-d tree computes at least 5 times fewer distances at 50,000 × 3", async () => {
  const { X, y } = await tableByName("digits");
  const learning = Int32Array.from({ length: 1200 }, (_, i) => i);
  const asking = Int32Array.from({ length: y.length - 1200 }, (_, i) => 1200 + i);
  const expected = Object.entries(neighborContent.digits);
  expect(expected).toHaveLength(3 * 4);
  for (const [name, labels] of expected) {
    const [algorithm, nNeighbors] = name.split(" ") as [NeighborsAlgorithm, string];
    const model = new KNeighborsClassifier({ algorithm, nNeighbors: Number(nNeighbors) });
    model.fit(X.take(learning, 0), y.slice(0, 1200));
    expect(model.predict(X.take(asking, 0)).join("")).toBe(labels);
  }

  const random = new RandomGenerator(2026);
  const cloud = (n: number) =>
    tensor(
      Float64Array.from({ length: 3 * n }, () => random.normal()),
      { shape: [n, 3] },
    );
  const [points, queries] = [cloud(50_000), cloud(1_000)];
  const { nDistances } = new KDTree(points, { leafSize: 30 }).query(queries, { k: 5 });
  expect(nDistances).toBeLessThanOrEqual((50_000 * 1_000) / 5);
});
