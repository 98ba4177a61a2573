import {
  LinAlgError,
  OutOfRangeError,
  ParameterError,
  RandomGenerator,
  ShapeError,
} from "@gradus/core";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/random.json";
import * as library from "../index";
import {
  bernoulli,
  beta,
  binomial,
  choice,
  dirichlet,
  exponential,
  gamma,
  grad,
  laplace,
  multinomial,
  multivariateNormal,
  normal,
  permutation,
  poisson,
  rand,
  randint,
  randn,
  shuffle,
  type Tensor,
  tensor,
  truncatedNormal,
  uniform,
} from "../index";

const N = 20_000;
const SEEDS = [1, 2, 3];

interface Distribution {
  readonly name: string;
  readonly options: Record<string, unknown>;
  readonly mean: number;
  readonly variance: number;
  readonly x: readonly number[];
  readonly cdf: readonly number[];
}

type Sampler = (shape: number, options: object) => Tensor;

describe(`follows the distribution functions of ${fixture.source}`, () => {
  test.each(fixture.cases as unknown as Distribution[])("$name $options", (c) => {
    const sample = (library as unknown as Record<string, Sampler>)[c.name]!;
    for (const seed of SEEDS) {
      const values = Float64Array.from(
        sample(N, { ...c.options, random: new RandomGenerator(seed) }).data(),
      ).sort();
      const mean = values.reduce((a, b) => a + b, 0) / N;
      const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / N;
      // Five standard errors of a mean.
      expect(Math.abs(mean - c.mean)).toBeLessThan(5 * Math.sqrt(c.variance / N));
      expect(Math.abs(variance / c.variance - 1)).toBeLessThan(0.25);
      // Kolmogorov and Smirnov: exceeded by chance once in a hundred times, and less often by discrete numbers.
      let place = 0;
      let distance = 0;
      c.x.forEach((x, i) => {
        while (place < N && values[place]! <= x) place++;
        distance = Math.max(distance, Math.abs(place / N - c.cdf[i]!));
      });
      expect(distance, `seed ${seed}`).toBeLessThan(1.63 / Math.sqrt(N));
    }
  });
});

const generator = () => new RandomGenerator(9);

describe("the stream", () => {
  test("of rand and randn is that of the generator, however it is cut into pieces", () => {
    for (const first of [0, 1, 2, 3, 4097]) {
      const [bulk, single] = [generator(), generator()];
      bulk.uint32();
      single.uint32();
      const u = [...rand(first, { random: bulk }).data(), ...rand(6, { random: bulk }).data()];
      const z = [...randn(first, { random: bulk }).data(), ...randn(5, { random: bulk }).data()];
      expect(u).toEqual(Array.from({ length: first + 6 }, () => single.uniform()));
      z.forEach((value) => {
        expect(value).toBeCloseTo(single.normal(), 13);
      });
      expect(bulk.position.words).toBe(single.position.words);
      expect(bulk.uint32()).toBe(single.uint32());
    }
  });

  test("of integers and permutations is that of the generator too", () => {
    const [bulk, single] = [generator(), generator()];
    const drawn = [...randint(10, { low: -5, high: 1000, random: bulk }).data()];
    expect(drawn).toEqual(Array.from({ length: 10 }, () => single.integer(-5, 1000)));
    expect(permutation(30, { random: bulk }).data()).toEqual(single.permutation(30));
    expect(bulk.position).toEqual(single.position);
  });

  test("goes on after every kind of draw, and the same seed repeats it", () => {
    const all = () => {
      const random = generator();
      const list = [
        gamma(3, { alpha: 0.5, random }),
        poisson(3, { rate: 20, random }),
        normal(3, { random }),
        truncatedNormal(3, { low: 1, random }),
        beta(2, { alpha: 2, beta: 3, random }),
      ];
      return [...list.map((x) => x.toArray()), random.uint32()];
    };
    expect(all()).toEqual(all());
  });

  test("keeps the dtype asked for", () => {
    const random = generator();
    expect(randn(3, { random, dtype: "float32" }).dtype).toBe("float32");
    expect(uniform(3, { random, dtype: "float32", requiresGrad: true }).requiresGrad).toBe(true);
    expect(bernoulli(3, { random }).dtype).toBe("bool");
    expect(poisson(3, { rate: 2, random }).dtype).toBe("int32");
    expect(randint(3, { high: 5, dtype: "float32", random }).dtype).toBe("float32");
  });
});

describe("parameters as tensors", () => {
  test("belong to the elements that they broadcast to", () => {
    const random = generator();
    const rates = tensor([[1], [1000]]);
    const drawn = poisson([2, 500], { rate: rates, random }).mean(1).data();
    expect(Math.abs(drawn[0]! - 1)).toBeLessThan(0.25);
    expect(Math.abs(drawn[1]! - 1000)).toBeLessThan(8);
    expect(() => poisson([2, 3], { rate: tensor([1, 2]), random })).toThrow(ShapeError);
  });

  test("get gradients through normal, uniform, exponential and laplace", () => {
    const z = randn(4, { random: generator() });
    const slope = (f: (p: Tensor) => Tensor, at: number) => grad((p) => f(p).sum())(tensor(at));
    expect(slope((std) => normal(4, { std, random: generator() }), 2).item()).toBeCloseTo(
      z.sum().item(),
      12,
    );
    expect(slope((mean) => normal(4, { mean, random: generator() }), 2).item()).toBe(4);
    const u = rand(4, { random: generator() });
    const high = slope((h) => uniform(4, { high: h, random: generator() }), 2).item();
    expect(high).toBeCloseTo(u.sum().item(), 12);
    const low = slope((l) => uniform(4, { low: l, random: generator() }), 0).item();
    expect(low).toBeCloseTo(4 - u.sum().item(), 12);
    const e = exponential(4, { random: generator() });
    const rate = slope((scale) => exponential(4, { scale, random: generator() }), 3).item();
    expect(rate).toBeCloseTo(e.sum().item(), 12);
    expect(slope((loc) => laplace(4, { loc, random: generator() }), 3).item()).toBe(4);
  });
});

describe("vectors", () => {
  test("of multivariateNormal have its mean and covariance", () => {
    const mean = tensor([1, -2]);
    const covariance = tensor([
      [2, 0.8],
      [0.8, 1],
    ]);
    const x = multivariateNormal(mean, covariance, { random: generator(), shape: 40_000 });
    expect(x.shape).toEqual([40_000, 2]);
    const centred = x.sub(mean);
    const found = centred.transpose().matmul(centred).div(40_000);
    expect(found.sub(covariance).abs().max().item()).toBeLessThan(0.05);
    expect(x.mean(0).sub(mean).abs().max().item()).toBeLessThan(0.04);
    expect(
      multivariateNormal(mean, covariance, { random: generator(), shape: [2, 3] }).shape,
    ).toEqual([2, 3, 2]);
    expect(() => multivariateNormal(mean, tensor([[1]]), { random: generator() })).toThrow(
      ShapeError,
    );
    const indefinite = tensor([
      [1, 2],
      [2, 1],
    ]);
    expect(() => multivariateNormal(mean, indefinite, { random: generator() })).toThrow(
      LinAlgError,
    );
  });

  test("of dirichlet sum to 1 and have its mean, also for tiny alphas", () => {
    const alpha = tensor([1, 2, 5]);
    const x = dirichlet(alpha, { random: generator(), shape: 20_000 });
    expect(x.sum(1).sub(1).abs().max().item()).toBeLessThan(1e-12);
    expect(x.mean(0).sub(alpha.div(8)).abs().max().item()).toBeLessThan(0.01);
    const tiny = dirichlet(tensor([1e-4, 1e-4]), { random: generator(), shape: 100 });
    expect(tiny.sum(1).sub(1).abs().max().item()).toBeLessThan(1e-12);
    expect(() => dirichlet(tensor([1, 0]), { random: generator() })).toThrow(ParameterError);
    expect(() => dirichlet(tensor(1), { random: generator() })).toThrow(ShapeError);
    expect(() => dirichlet(tensor([]), { random: generator() })).toThrow(ParameterError);
  });

  test("of multinomial sum to n and have its mean", () => {
    const p = tensor([0.2, 0, 0.5, 0.3]);
    const x = multinomial(50, p, { random: generator(), shape: 20_000 });
    expect(x.sum(1).equal(50).all().item()).toBe(1);
    expect(x.astype("float64").mean(0).sub(p.mul(50)).abs().max().item()).toBeLessThan(0.15);
    expect(x.slice(null, 1).max().item()).toBe(0);
    expect(() => multinomial(5, tensor([0.5, 0.4]), { random: generator() })).toThrow(
      ParameterError,
    );
    expect(() => multinomial(-1, p, { random: generator() })).toThrow(ParameterError);
    expect(() => multinomial(5, tensor([[1]]), { random: generator() })).toThrow(ShapeError);
  });
});

describe("choice and shuffle", () => {
  const random = generator();

  test("with replacement every entry comes as often as its probability says", () => {
    const p = tensor([0.1, 0, 0.6, 0.3]);
    const drawn = choice(4, 30_000, { random, p });
    for (let i = 0; i < 4; i++) {
      const share = drawn.equal(i).astype("float64").mean().item();
      expect(Math.abs(share - p.at(i).item())).toBeLessThan(0.015);
    }
    expect(choice(tensor([[1, 2, 3]]), [2, 2], { random, axis: 1 }).shape).toEqual([1, 2, 2]);
  });

  test("without replacement no entry comes twice, and the first follows the weights", () => {
    const p = tensor([0.1, 0, 0.6, 0.3]);
    let first = 0;
    for (let i = 0; i < 4000; i++) {
      const places = [...choice(4, 3, { random, p, replace: false }).data()];
      expect(new Set(places)).toEqual(new Set([0, 2, 3]));
      if (places[0] === 2) first += 1;
    }
    expect(Math.abs(first / 4000 - 0.6)).toBeLessThan(0.04);
    expect(new Set(choice(50, 50, { random, replace: false }).data()).size).toBe(50);
  });

  test("shuffle moves whole rows, or columns", () => {
    const x = tensor([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
    const rows = shuffle(x, { random });
    expect(rows.slice(null, 1).toArray()).toEqual(rows.slice(null, 0).mul(10).toArray());
    expect([...rows.slice(null, 0).data()].sort()).toEqual([1, 2, 3]);
    expect(shuffle(x, { random, axis: 1 }).sum(0).shape).toEqual([2]);
    expect(() => shuffle(x, { random, axis: 2 })).toThrow(OutOfRangeError);
  });

  test("refuse what cannot be chosen", () => {
    const p = tensor([0.5, 0.5, 0]);
    expect(() => choice(3, 3, { random, p, replace: false })).toThrow(ParameterError);
    expect(() => choice(2, 3, { random, replace: false })).toThrow(ParameterError);
    expect(() => choice(2, 1, { random, p })).toThrow(ParameterError);
    expect(() => choice(3, 1, { random, p: tensor([0.5, 0.6, -0.1]) })).toThrow(ParameterError);
    expect(() => choice(3, 1, { random, p: tensor([[1]]) })).toThrow(ShapeError);
    expect(() => choice(0, 1, { random })).toThrow(ParameterError);
    expect(() => permutation(-1, { random })).toThrow(ParameterError);
  });
});

describe("refuses parameters that no distribution has", () => {
  const random = generator();

  test.each<[string, () => Tensor]>([
    ["uniform low", () => uniform(1, { low: Number.NaN, random })],
    ["normal std", () => normal(1, { std: -1, random })],
    ["normal std in a tensor", () => normal(2, { std: tensor([1, -1]), random })],
    ["exponential scale", () => exponential(1, { scale: 0, random })],
    ["gamma alpha", () => gamma(1, { alpha: 0, random })],
    ["beta beta", () => beta(1, { alpha: 1, beta: -1, random })],
    ["bernoulli p", () => bernoulli(1, { p: 1.1, random })],
    ["poisson rate", () => poisson(1, { rate: -1, random })],
    ["binomial n", () => binomial(1, { n: 1.5, p: 0.5, random })],
    ["binomial p", () => binomial(1, { n: 1, p: Number.NaN, random })],
    ["truncatedNormal interval", () => truncatedNormal(1, { low: 2, high: 1, random })],
    ["truncatedNormal default end", () => truncatedNormal(1, { low: 3, random })],
    ["randint range", () => randint(1, { high: 0, random })],
    ["randint size", () => randint(1, { high: 2 ** 40, random })],
    ["shape", () => rand(-1, { random })],
  ])("%s", (_name, draw) => {
    expect(draw).toThrow(ParameterError);
  });
});

test("without a generator every kind of draw says what it needs", () => {
  const nothing = {} as { random: RandomGenerator };
  const draws = [() => rand(2, nothing), () => randn(2, nothing), () => permutation(3, nothing)];
  for (const draw of draws)
    expect(draw).toThrow(/random: expected a RandomGenerator.*got undefined/);
});
