import { describe, expect, test } from "vitest";
import attention from "../../fixtures/nn-attention.json";
import convolutions from "../../fixtures/nn-convolutions.json";
import losses from "../../fixtures/nn-losses.json";
import norms from "../../fixtures/nn-norms.json";
import packed from "../../fixtures/nn-packed.json";
import pools from "../../fixtures/nn-pools.json";
import recurrent from "../../fixtures/nn-recurrent.json";
import { check, type FixtureCase } from "../testing/fixture-check";

interface Fixture {
  readonly source: string;
  readonly cases: readonly FixtureCase[];
}

const fixtures = [
  losses,
  norms,
  convolutions,
  pools,
  recurrent,
  packed,
  attention,
] as unknown as readonly Fixture[];
const cases = fixtures.flatMap((file) => file.cases);

describe.each(["float64", "float32"] as const)(
  `agrees with ${fixtures[0]!.source} in %s`,
  (dtype) => {
    const names = [...new Set(cases.map((c) => c.op))];
    test.each(names)("%s", (op) => {
      for (const c of cases.filter((each) => each.op === op)) check(c, dtype);
    });
  },
);

test("there are more than 120 cases with gradients", () => {
  expect(cases.filter((c) => c.grads.length > 0).length).toBeGreaterThan(120);
});
