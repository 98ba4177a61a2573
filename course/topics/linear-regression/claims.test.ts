import { type AmesSchema, type DataFrame, loadAmes } from "@gradus/data";
import { LinearRegression, rootMeanSquaredError, trainTestSplit } from "@gradus/learn";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);

const ames = await loadAmes();
const homes = ames.filter((house) => house.Sale_Condition === "Normal");
type Feature = Parameters<typeof homes.select>[0];

const fit = (houses: DataFrame<AmesSchema>, ...features: Feature[]) =>
  new LinearRegression().fit(houses.select(...features), houses.column("Sale_Price"));
const rmse = (model: LinearRegression, houses: DataFrame<AmesSchema>, ...features: Feature[]) =>
  rootMeanSquaredError(houses.column("Sale_Price"), model.predict(houses.select(...features)));

const AREA = "Gr_Liv_Area";
const several: Feature[] = [AREA, "Total_Bsmt_SF", "Year_Built", "Garage_Area", "Bedroom_AbvGr"];

describe("what the lesson says is so", () => {
  test("the baseline is the standard deviation of the prices", () => {
    says("it happens to be the standard deviation of the prices");
    const price = homes.column("Sale_Price").toTensor();
    const miss = price.sub(price.mean()).square().mean().sqrt().item();
    expect(miss).toBeCloseTo(price.std().item(), 6);
  });

  test("a typical miss of about $48,000 on all houses, about $50,000 on those kept apart", () => {
    says("typically off by \\$48,000");
    expect(Math.round(rmse(fit(homes, AREA), homes, AREA) / 1000)).toBe(48);
    says("It still misses by about \\$50,000");
    const [train, test] = trainTestSplit(homes, { testSize: 0.25, seed: 7 });
    const apart = rmse(fit(train, AREA), test, AREA);
    expect(Math.round(apart / 5000)).toBe(10);
    says("falls by about a third");
    expect(rmse(fit(train, ...several), test, ...several) / apart).toBeCloseTo(2 / 3, 1);
  });

  test("a bedroom costs thousands beside the area, and brings some on its own", () => {
    says("An extra bedroom _costs_ you thousands of dollars?");
    const [train] = trainTestSplit(homes, { testSize: 0.25, seed: 7 });
    expect(
      fit(train, ...several)
        .coef.at(4)
        .item(),
    ).toBeLessThan(-2000);
    expect(fit(train, AREA, "Bedroom_AbvGr").coef.at(1).item()).toBeLessThan(-2000);
    expect(fit(train, "Bedroom_AbvGr").coef.at(0).item()).toBeGreaterThan(0);
  });

  test("three houses in 2,416 take more than $7 off every square foot", () => {
    says("Three houses in 2,416 take more than \\$7 off every square foot");
    const isGiant = (area: number, sale: string | null) => area > 4000 && sale === "Partial";
    const both = ames.filter(
      (house) =>
        house.Sale_Condition === "Normal" || isGiant(house.Gr_Liv_Area, house.Sale_Condition),
    );
    expect(both.nRows).toBe(2416);
    const drop = fit(homes, AREA).coef.at(0).item() - fit(both, AREA).coef.at(0).item();
    expect(drop).toBeGreaterThan(7);
    expect(drop).toBeLessThan(8);

    says("as much as fifty ordinary ones, or nearly a hundred");
    const model = fit(homes, AREA);
    const giants = ames.filter((house) => isGiant(house.Gr_Liv_Area, house.Sale_Condition));
    const errors = model.predict(giants.select(AREA)).sub(giants.column("Sale_Price").toTensor());
    const weights = errors
      .square()
      .div(rmse(model, homes, AREA) ** 2)
      .round();
    expect(weights.min().item()).toBeGreaterThan(45);
    expect(weights.max().item()).toBeGreaterThan(90);
    expect(weights.max().item()).toBeLessThan(100);
  });

  test("twin columns: a negative price of area, and coefficients that drift by about $20", () => {
    says("now has a _negative_ price");
    says("drift by about \\$20");
    const twins: Feature[] = [AREA, "First_Flr_SF", "Second_Flr_SF"];
    const [even, odd] = [0, 1].map((half) => {
      const model = fit(
        homes.filter((_, i) => i % 2 === half),
        ...twins,
      );
      return model.coef.toArray() as number[];
    }) as [number[], number[]];
    expect(even[0]).toBeLessThan(0);
    expect(odd[0]).toBeLessThan(0);
    for (const [j, coef] of even.entries()) {
      expect(Math.abs(coef - odd[j]!)).toBeGreaterThan(17);
      expect(Math.abs(coef - odd[j]!)).toBeLessThan(30);
    }
    const [evenSum, oddSum] = [even, odd].map((coef) => coef[0]! + coef[1]!) as [number, number];
    expect(Math.abs(evenSum - oddSum)).toBeLessThan(5);
  });

  test("no house of 6,000 ft², sales of 2006 to 2010", () => {
    says("It never saw a house of 6,000 ft²");
    expect(homes.column(AREA).max()).toBeLessThan(6000);
    says("It knows Ames from 2006 to 2010");
    expect(homes.column("Year_Sold").min()).toBe(2006);
    expect(homes.column("Year_Sold").max()).toBe(2010);
  });

  test("raw feet multiply the miss by several hundred thousand in each step", () => {
    says("Each step multiplies the miss by several hundred thousand");
    const area = homes.column(AREA).toTensor();
    const curvature = 2 * (area.square().mean().item() + 1); // nearly the largest eigenvalue
    const factor = 0.1 * curvature - 1;
    expect(factor).toBeGreaterThan(200_000);
    expect(factor).toBeLessThan(900_000);
  });
});
