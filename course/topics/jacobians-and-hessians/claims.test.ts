import { RandomGenerator } from "@gradus/core";
import { loadAmes } from "@gradus/data";
import {
  eigvalsh,
  grad,
  hessian,
  hvp,
  jacobian,
  randn,
  solve,
  stack,
  type Tensor,
  tensor,
} from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);

const hand = (angles: Tensor) => {
  const [first, both] = [angles.at(0), angles.at(0).add(angles.at(1))];
  return stack([
    first.cos().mul(3).add(both.cos().mul(2)),
    first.sin().mul(3).add(both.sin().mul(2)),
  ]);
};
const pose = tensor([Math.PI / 2, -Math.PI / 2]);
const J = jacobian(hand)(pose);
const f = (p: Tensor) => p.at(0).square().mul(p.at(1)).add(p.at(1).square());

describe("what the lesson says is so", () => {
  test("the Jacobian of the bent arm", () => {
    says("\\begin{pmatrix} -3 & 0 \\\\ 2 & 2 \\end{pmatrix}");
    const expected = tensor([
      [-3, 0],
      [2, 2],
    ]);
    expect(J.sub(expected).abs().max().item()).toBeLessThan(1e-12);
  });

  test("one centimetre to the right", () => {
    says("so $d_a = -0.0333$");
    says("so $d_b = 0.0333$");
    const turn = solve(J, tensor([0.1, 0]));
    expect(turn.toArray<number[]>().map((v) => v.toFixed(4))).toEqual(["-0.0333", "0.0333"]);
    says("about two degrees");
    expect(Math.round((0.0333 * 180) / Math.PI)).toBe(2);
    says("0.0017 dm too low");
    expect(hand(pose.add(turn)).sub(hand(pose)).at(1).item()).toBeCloseTo(-0.0017, 4);
  });

  test("five steps to the target", () => {
    says("Five steps, and three decimetres have shrunk to nothing");
    const target = tensor([-1, 3.5]);
    expect(target.sub(hand(pose)).norm().item()).toBeCloseTo(3, 1);
    let at = pose;
    for (let step = 0; step < 5; step++) {
      at = at.add(solve(jacobian(hand)(at), target.sub(hand(at))));
    }
    expect(target.sub(hand(at)).norm().item()).toBeLessThan(1e-6);
  });

  test("the determinant is 6 sin b; a stretched arm asks for nonsense", () => {
    says("For the arm it is $6 \\sin b$");
    const turns = (bend: number) => {
      const at = tensor([Math.PI / 2, (-bend * Math.PI) / 180]);
      const M = jacobian(hand)(at).toArray<number[][]>();
      const det = M[0]![0]! * M[1]![1]! - M[0]![1]! * M[1]![0]!;
      expect(det).toBeCloseTo(6 * Math.sin((-bend * Math.PI) / 180), 9);
      const turn = solve(jacobian(hand)(at), tensor([0, -0.1])).toArray<number[]>();
      return turn.map((v) => Math.abs((v * 180) / Math.PI));
    };
    says("Bent by 90°, three degrees of the elbow do it");
    expect(turns(90)[1]).toBeCloseTo(2.9, 1);
    says("Bent by 1°, the formula asks for most of a turn");
    expect(Math.max(...turns(1))).toBeGreaterThan(250);
  });

  test("the Hessian by hand, and what it adds to a prediction", () => {
    says("\\begin{pmatrix} 4 & 2 \\\\ 2 & 2 \\end{pmatrix}");
    const at = tensor([1, 2]);
    const H = hessian(f)(at);
    expect(H.toArray()).toEqual([
      [4, 2],
      [2, 2],
    ]);
    says("The gradient alone is off by 0.018, with the Hessian it is 0.002");
    const d = tensor([0.1, -0.2]);
    const change = f(at.add(d)).item() - f(at).item();
    const first = grad(f)(at).dot(d).item();
    const second = first + d.dot(H.matmul(d)).item() / 2;
    expect(Math.abs(change - first)).toBeCloseTo(0.018, 6);
    expect(Math.abs(change - second)).toBeCloseTo(0.002, 6);
  });

  test("96 weights and 9,216 second derivatives", async () => {
    const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
    const raw = homes
      .select("Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area", "Year_Built")
      .toTensor();
    const X = raw.sub(raw.mean(0)).div(raw.std(0));
    const price = homes.column("Sale_Price").toTensor();
    const y = price.sub(price.mean()).div(price.std());
    const loss = (weights: Tensor) => {
      const W = weights.slice([0, 64]).reshape([4, 16]);
      const layer = X.matmul(W)
        .add(weights.slice([64, 80]))
        .tanh();
      return layer
        .matmul(weights.slice([80]))
        .sub(y)
        .square()
        .mean();
    };
    const random = new RandomGenerator(7);
    const w = randn([96], { random }).mul(0.3);
    const whole = eigvalsh(hessian(loss)(w)).toArray<number[]>();
    says("with 96 weights");
    says("30 products instead of 9,216 second derivatives");
    expect((4 + 1 + 1) * 16).toBe(96);
    expect(96 ** 2).toBe(9216);
    says("The same number from 30 products");
    says("more than half of the curvatures are negative");
    expect(whole.filter((c) => c < 0).length).toBeGreaterThan(48);
    let v = randn([96], { random });
    let L = 0;
    for (let k = 0; k < 30; k++) {
      const Hv = hvp(loss, w, v);
      L = Hv.norm().item() / v.norm().item();
      v = Hv.div(Hv.norm());
    }
    expect(L).toBeCloseTo(whole.at(-1)!, 4);
  });
});
