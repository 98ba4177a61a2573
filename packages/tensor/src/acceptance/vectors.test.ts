import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-vectors.json" with { type: "json" };
import { dot, inner, norm, type Tensor, tensor } from "../index";

/** Within 1e-15 of the size of what was added up, which is what rounding can do. */
function expectEqual(got: Tensor, expected: number | readonly number[], size: number): void {
  const values = [expected].flat();
  expect(got.size).toBe(values.length);
  const data = got.data();
  for (const [i, value] of values.entries()) {
    expect(Math.abs(data[i]! - value)).toBeLessThanOrEqual(1e-15 * Math.max(size, Math.abs(value)));
  }
}

const cases = fixture.cases.map(({ u, v, ...rest }) => ({
  u: tensor(u),
  v: tensor(v),
  size: u.reduce((sum, value, i) => sum + Math.abs(value * v[i]!), 0),
  ...rest,
}));

test("roadmap FND-004: add, scale, norm and projection equal NumPy's to 1e-15 in 200 cases", () => {
  expect(cases).toHaveLength(200);
  for (const { u, v, s, size, ...expected } of cases) {
    expectEqual(u.add(v), expected.add, 0);
    expectEqual(u.mul(s), expected.scale, 0);
    expectEqual(norm(u), expected.norm, 0);
    const times = dot(u, v).div(dot(u, u));
    const longest = Math.max(...u.abs().toArray<number[]>());
    expectEqual(u.mul(times), expected.projection, (size / dot(u, u).item()) * longest);
  }
});

test("roadmap FND-006: dot, inner and cosine equal NumPy's to 1e-15 in 200 cases", () => {
  for (const { u, v, size, ...expected } of cases) {
    expectEqual(dot(u, v), expected.dot, size);
    expectEqual(inner(u, v), expected.inner, size);
    expectEqual(dot(u, v).div(norm(u).mul(norm(v))), expected.cosine, 1);
  }
});
