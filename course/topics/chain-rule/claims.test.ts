import { readFile } from "node:fs/promises";
import { grad, graphOf, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { runCell } from "../../../tools/content/run-cell";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const engine = await readFile(new URL("demos/engine.ts", import.meta.url), "utf8");
const { says } = await claimsOf(import.meta.url);

const profit = (price: Tensor) => price.div(-20).exp().mul(100).mul(price.sub(5));

describe("what the lesson says is so", () => {
  test("a dollar more: the rate falls by 0.0024, the profit of 472.37 grows by 23.62", () => {
    says("the rate falls by 0.0024 for each dollar");
    expect((0.1 * Math.exp(-15 / 20)) / 20).toBeCloseTo(0.0024, 4);
    says("Both give 472.37 and 23.62");
    says("the profit grows by 23.62 dollars a day for each dollar");
    expect(profit(tensor(15)).item()).toBeCloseTo(472.37, 2);
    expect(grad(profit)(tensor(15)).item()).toBeCloseTo(23.62, 2);
  });

  test("the lost orders eat up half of what the margin gains", () => {
    says("eat up half of what the margin gains, and no more");
    const orders = 100 * Math.exp(-15 / 20);
    expect((orders / 20) * (15 - 5)).toBeCloseTo(orders / 2, 9);
    says("At 25 dollars they will eat up all of it");
    expect(grad(profit)(tensor(25)).item()).toBeCloseTo(0, 9);
  });

  test("by pencil: 4, then 12, 8, 4 and −4", () => {
    says("$w$ gets $4 \\cdot 3 = 12$, $x$ gets $4 \\cdot 2 = 8$");
    const inputs = [2, 3, 1, 5].map((value) => tensor(value));
    const loss = (w: Tensor, x: Tensor, b: Tensor, y: Tensor) => w.mul(x).add(b).sub(y).square();
    expect(grad(loss)(inputs).map((g) => g.item())).toEqual([12, 8, 4, -4]);
  });

  test("the engine has about sixty lines, and the network thirteen weights", () => {
    says("Sixty lines");
    const [, body = ""] = /class Value \{([\s\S]*?)\n\}/.exec(engine)!;
    expect(Math.abs(body.split("\n").length - 60)).toBeLessThanOrEqual(5);
    says("all thirteen weights");
    expect(
      /let weights = \[(.*?)\]/s
        .exec(engine)![1]!
        .split(",")
        .filter((w) => w.trim()),
    ).toHaveLength(13);
  });

  test("the network learns, twenty sigmoids vanish, and two walks double", async () => {
    const { logged } = await runCell(engine);
    const last = logged.find((line) => line.startsWith("step 400"))!;
    expect(last).toContain("0.00,1.00,1.00,0.00");
    says("The answers after each loss should be 0, 1, 1, 0");
    says("its gradient is below a trillionth");
    const deep = (x: Tensor) => {
      let y = x;
      for (let i = 0; i < 20; i++) y = y.sigmoid();
      return y;
    };
    expect(grad(deep)(tensor(0.5)).item()).toBeLessThan(1e-12);
    says("The second number is wrong by a factor of two");
    expect(logged.at(-2)).toContain("24");
    expect(logged.at(-1)).toContain("12");
  });

  test("the library's graph has the operations of the formula", () => {
    const p = tensor(15, { requiresGrad: true });
    expect(graphOf(profit(p)).nodes.map((node) => node.operation)).toEqual([
      "leaf",
      "div",
      "exp",
      "mul",
      "sub",
      "mul",
    ]);
  });
});
