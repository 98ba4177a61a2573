import { readFile } from "node:fs/promises";
import { loadAmes } from "@gradus/data";
import { argsort, dot, norm, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const quiz = await readFile(new URL("quiz.ts", import.meta.url), "utf8");
const { says } = await claimsOf(import.meta.url);

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const X = homes.select("Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area", "Year_Built").toTensor();
const price = homes.column("Sale_Price").toTensor();
const yours = tensor([1600, 900, 480, 1930]);
const yearsOf = (distance: Tensor) =>
  X.take(argsort(distance).slice([0, 5]), 0)
    .slice([], 3)
    .toArray<number[]>();
const distances = (difference: Tensor) => difference.square().sum(1).sqrt();

describe("what the lesson says is so", () => {
  test("2,413 houses", () => {
    says("a bundle of 2,413 arrows");
    expect(X.shape).toEqual([2413, 4]);
  });

  test("three of the five nearest in raw units are from 1997, and none of those in fair ones", () => {
    says("three of these are from 1997");
    expect(yearsOf(distances(X.sub(yours))).filter((year) => year === 1997)).toHaveLength(3);
    says("These are houses of your size _and_ of your time");
    const fair = yearsOf(distances(X.sub(yours).div(X.std(0))));
    for (const year of fair) expect(Math.abs(year - 1930)).toBeLessThanOrEqual(10);
  });

  test("the year has less than 1 % of the say", () => {
    says("the year has less than 1 % of the say");
    const squares = X.sub(yours).square().mean(0);
    expect(squares.at(3).item() / squares.sum().item()).toBeLessThan(0.01);
  });

  test("the raw cosines flatter", () => {
    const cosine = (a: Tensor, b: Tensor) => dot(a, b).item() / (norm(a).item() * norm(b).item());
    says("are all above 0.9");
    for (let i = 0; i < 4; i++) expect(cosine(X.slice([], i), price)).toBeGreaterThan(0.9);
    says("gets 0.93");
    expect(cosine(X.slice([], 3), price)).toBeCloseTo(0.93, 2);
    expect(quiz).toContain("price is 0.97, after taking the means away it is 0.74");
    const area = X.slice([], 0);
    expect(cosine(area, price)).toBeCloseTo(0.97, 2);
    expect(cosine(area.sub(area.mean()), price.sub(price.mean()))).toBeCloseTo(0.74, 2);
  });
});
