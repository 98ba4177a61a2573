import { RandomGenerator } from "@gradus/core";

/** Measurements of three made-up kinds of birds: alike enough to overlap, different enough to tell apart. */
export interface Birds {
  readonly kind: string[];
  readonly wing: number[];
  readonly weight: number[];
  readonly bill: number[];
}

const KINDS = [
  { name: "marsh", wing: 190, weight: 3700, bill: 39, n: 60 },
  { name: "reed", wing: 196, weight: 3730, bill: 48.5, n: 40 },
  { name: "coast", wing: 217, weight: 5080, bill: 47.5, n: 52 },
];

/** 152 birds, always the same. */
export function birds(seed = 7): Birds {
  const random = new RandomGenerator(seed);
  const all: Birds = { kind: [], wing: [], weight: [], bill: [] };
  for (const { name, wing, weight, bill, n } of KINDS) {
    for (let i = 0; i < n; i++) {
      const size = random.normal();
      all.kind.push(name);
      all.wing.push(Math.round(wing + 5 * size + 4 * random.normal()));
      all.weight.push(Math.round((weight + 330 * size + 280 * random.normal()) / 25) * 25);
      all.bill.push(Math.round(10 * (bill + 1.5 * size + 2.2 * random.normal())) / 10);
    }
  }
  return all;
}
