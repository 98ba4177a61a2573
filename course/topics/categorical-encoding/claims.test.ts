import { initialParams } from "@gradus/course-kit";
import { type DataFrame, loadAmes } from "@gradus/data";
import { TargetEncoder, trainTestSplit } from "@gradus/learn";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { encode, fitLine, seen } from "./dice";
import ownAnswer from "./figures/own-answer";
import shrinkage from "./figures/shrinkage";
import { neighborhoods, OVERALL, shrunk } from "./neighborhoods";

const { linesOf, says } = await claimsOf(import.meta.url);

test("roadmap FEA-011: an unknown category has five answers, and a leaking code is caught", async () => {
  const names = await linesOf("names");
  says("Among your 1,809 houses there is no such place");
  expect(names[0]).toContain("1809 houses");
  expect(names[2]).toMatch(/never seen: Landmark$/);
  says("2.6 % against 53.6 %");
  expect(names.slice(3, 5).map((line) => line.slice(-5))).toEqual(["0.026", "0.536"]);
  says(
    "In its own order one column has 0.183, sorted by the alphabet 0.171, and five columns have 0.192",
  );
  expect(names.slice(5, 8).map((line) => line.slice(-5))).toEqual(["0.171", "0.183", "0.192"]);
  expect(names[8 + 3]).toBe("rows that differ from the library's: 0 of 604");
  expect(names[12]).toContain('got "Landmark"');
  says("from \\$147,000 to \\$196,000");
  const guesses = names.slice(13, 18).map((line) => /\$(\d+),000$/.exec(line)![1]);
  expect(guesses).toEqual(["147", "173", "196", "153", "164"]);

  const leak = await linesOf("leak");
  says("966 blocks for 1,809 houses");
  expect(leak[0]).toBe("1809 houses in 966 blocks");
  says("the model explains 91 %. On new ones 52 %: **less than the living area alone**");
  const shares = leak
    .slice(1, 4)
    .map((line) => /seen ([\d.]+) {2}new ([\d.]+)/.exec(line)!.slice(1));
  expect(shares).toEqual([
    ["0.55", "0.55"],
    ["0.91", "0.52"],
    ["0.67", "0.67"],
  ]);
  says("0.67 seen, 0.67 new");
  says("finds 55.6 % in a lottery, and the formula says 53.4 %");
  expect(leak[4]).toContain("0.556");
  expect(Number(/explains ([\d.]+)/.exec(leak[5]!)![1])).toBeLessThan(0.02);
  expect(leak[6]).toMatch(/0\.534$/);
  says("It reports 0.89. The truth is 0.67.");
  expect(leak.slice(7).map((line) => line.slice(-4))).toEqual(["0.89", "0.67"]);
});

test("six houses by pencil, and what breaks", async () => {
  says("block A gets $(240 + 2 \\cdot 150)/4 = 135$, B 155 and C 160");
  const target = await linesOf("target");
  expect(target.slice(0, 3)).toEqual([
    "m = 0: 120.0, 160.0, 170.0",
    "m = 2: 135.0, 155.0, 160.0",
    "a new block, m = 2: 150",
  ]);
  expect(target[3]).toBe("[135, 155, 160, 150]");
  says("$2800/7000 = 40\\,\\%$");
  expect(target[4]).toMatch(/slope 1\.00 {2}R² 0\.40$/);
  says("4 %, with a slope that points the wrong way");
  expect(target[5]).toMatch(/slope -0\.20 {2}R² 0\.04$/);

  const broken = await linesOf("break-it");
  says("R² falls from 0.536 to 0.225, and 367 of 604 houses");
  expect(broken[0]).toContain("0.536   unknown: 1 of 604");
  expect(broken[1]).toContain("0.225   unknown: 367 of 604");
  says("28 columns, and rank 27");
  expect(broken[2]).toMatch(/^28 columns .* rank 27$/);
});

test("zeros are the mean over neighborhoods, or the one that was dropped", async () => {
  const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
  const [train] = trainTestSplit(homes, { testSize: 0.25, seed: 3 });
  const byName = new Map<string, number[]>();
  for (const row of train.rows()) {
    const name = row.Neighborhood as string;
    byName.set(name, [...(byName.get(name) ?? []), row.Sale_Price as number]);
  }
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const logs = [...byName].map(([name, all]) => [name, mean(all.map(Math.log))] as const);
  says("the _average over neighborhoods_");
  expect(Math.exp(mean(logs.map(([, log]) => log)))).toBeCloseTo(173_000, -3);
  says("Zeros are the code of Bloomington Heights");
  const first = logs.toSorted(([a], [b]) => (a < b ? -1 : 1))[0]!;
  expect(first[0]).toBe("Bloomington_Heights");
  expect(Math.round(Math.exp(first[1]) / 1000)).toBe(196);

  // The figure's neighborhoods are those of the table.
  const counted = [...byName].map(([name, all]) => ({
    name: name.replaceAll("_", " "),
    count: all.length,
    mean: Number((mean(all) / 1000).toFixed(1)),
  }));
  expect(counted.toSorted((a, b) => a.count - b.count)).toEqual(neighborhoods);
  expect(OVERALL).toBeCloseTo(mean([...byName.values()].flat()) / 1000, 1);
  const encoder = new TargetEncoder({ smooth: 10, targetType: "continuous" });
  encoder.fit((train as DataFrame).select("Neighborhood"), train.column("Sale_Price").toTensor());
  const code = encoder
    .transform([["Green_Hills"], ["North_Ames"]])
    .toArray<number[][]>()
    .flat();
  says("from \\$280,000 to \\$193,500, and North Ames moves by \\$1,000");
  expect(code[0]! / 1000).toBeCloseTo(shrunk(2, 280, 10), 1);
  expect(code[1]! / 1000).toBeCloseTo(shrunk(285, 145.8, 10), 1);
  expect(Math.round(shrunk(2, 280, 10) * 10)).toBe(1935);
  expect(shrunk(285, 145.8, 10) - 145.8).toBeCloseTo(1, 1);
});

test("the figures: nobody moves at m = 0; codes of their own rows find what dice promise, and m undoes nothing", () => {
  const params = initialParams(shrinkage.controls);
  expect(shrinkage.describe(shrinkage.model(params), params)).toContain("gets $193,500");
  expect(shrinkage.model({ m: 0 }).moved).toBe(0);
  const n = seen.length;
  for (const size of [2, 3, 5, 10]) {
    const own = [0, 10].map((m) => fitLine(encode(size, m, false)));
    expect(Math.abs(own[0]!.r2Seen - (n / size - 1) / (n - 1))).toBeLessThan(0.04);
    expect(own[1]!.r2Seen).toBeCloseTo(own[0]!.r2Seen, 9);
    expect(own[1]!.slope).toBeCloseTo((size + 10) / size, 9);
    expect(own[0]!.r2Fresh).toBeLessThan(-0.03);
    expect(fitLine(encode(size, 0, true)).r2Fresh).toBeGreaterThan(-0.04);
  }
  const start = initialParams(ownAnswer.controls);
  expect(ownAnswer.describe(ownAnswer.model(start), start)).toContain("explains 0.49");
});
