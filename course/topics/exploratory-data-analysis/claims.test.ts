import { loadChurn, loadPenguins, profile } from "@gradus/data";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { summarise } from "./summary";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const customers = await loadChurn();

test("eleven gaps, all of them at tenure 0", () => {
  says("Eleven of 7,043 values of `total_charges` are missing");
  const holes = customers.filter((row) => Number.isNaN(row.total_charges));
  expect([customers.nRows, holes.nRows]).toEqual([7043, 11]);
  says("every customer of tenure 0 is among them");
  expect(holes.column("tenure").unique()).toEqual([0]);
  expect(customers.filter((row) => row.tenure === 0).nRows).toBe(11);
  says("wrong by thousands of dollars");
  expect(customers.column("total_charges").mean()).toBeGreaterThan(2000);
});

test("tenure: a mean where hardly anybody is, and an edge at 72", () => {
  says("The mean says 32 months");
  expect(Math.round(customers.column("tenure").mean())).toBe(32);
  const months = customers.column("tenure").valueCounts();
  expect(months.get(32)! / customers.nRows).toBeLessThan(0.01);
  says("In month 72 there are 362 customers and in month 71 only 170");
  expect([months.get(72), months.get(71)]).toEqual([362, 170]);
});

test("seven sessions by hand", () => {
  says("the fences are $3 - 3.75 = -0.75$ and $5.5 + 3.75 = 9.25$");
  const { q1, q3, fences, mean } = summarise([2, 3, 3, 4, 5, 6, 40]);
  expect([q1, q3, ...fences, mean]).toEqual([3, 5.5, -0.75, 9.25, 9]);
});

test("who leaves: 43 % by the month, 3 % of those bound for two years", () => {
  const left = (rows: typeof customers) =>
    Math.round((100 * rows.filter((row) => row.churn === "Yes").nRows) / rows.nRows);
  says("is right for 73 % of the customers");
  expect(100 - left(customers)).toBe(73);
  says("43 % did; of those bound for two years 3 %");
  expect(left(customers.filter((row) => row.contract === "Month-to-month"))).toBe(43);
  expect(left(customers.filter((row) => row.contract === "Two year"))).toBe(3);
  expect(profile(customers, { target: "churn" }).targetRelations[0]!.name).toBe("contract");
});

test("penguins: the slope turns round within every species", async () => {
  says("In every species, longer bills are _deeper_");
  const penguins = await loadPenguins();
  const r = (rows: typeof penguins) =>
    rows.select("bill_length_mm", "bill_depth_mm").corr().column("bill_depth_mm").at(0) as number;
  expect(r(penguins)).toBeLessThan(-0.2);
  for (const species of penguins.column("species").unique()) {
    expect(r(penguins.filter((bird) => bird.species === species))).toBeGreaterThan(0.3);
  }
});
