import { RandomGenerator } from "@gradus/core";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/distributions.json";
import type { Distribution } from "../index";
import * as library from "../index";

type Make = (parameters: object) => Distribution;
const families = library as unknown as Readonly<Record<string, Make>>;
const names = [...new Set(fixture.cases.map(({ name }) => name))];

describe("samples", () => {
  test.each(names.filter((name) => name !== "studentizedRange"))(
    "of %s have its mean, and follow the seed",
    (name) => {
      for (const c of fixture.cases.filter((one) => one.name === name)) {
        const entries = Object.entries(c.parameters).map(([k, v]) => [
          k,
          v === "inf" ? Number.POSITIVE_INFINITY : v,
        ]);
        const d = families[name]!(Object.fromEntries(entries));
        const n = 1500;
        const x = d.rvs(n, { random: new RandomGenerator(1) });
        const again = d.rvs(n, { random: new RandomGenerator(1) });
        expect(x.every((value, i) => value === again[i])).toBe(true);
        const [low, high] = d.support();
        expect(x.every((value) => value >= low && value <= high)).toBe(true);
        if (!Number.isFinite(d.variance())) continue;
        const mean = x.reduce((a, b) => a + b) / n;
        expect(Math.abs(mean - d.mean())).toBeLessThan((5 * d.std()) / Math.sqrt(n));
      }
    },
  );
});
