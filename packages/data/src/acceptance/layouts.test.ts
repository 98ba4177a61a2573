import { expect, test } from "vitest";
import { loadAmes, readHousePrices } from "../index";

/** The header of Kaggle's train.csv for House Prices, as the competition publishes it. */
const HEADER =
  "Id,MSSubClass,MSZoning,LotFrontage,LotArea,Street,Alley,LotShape,LandContour,Utilities,LotConfig,LandSlope,Neighborhood,Condition1,Condition2,BldgType,HouseStyle,OverallQual,OverallCond,YearBuilt,YearRemodAdd,RoofStyle,RoofMatl,Exterior1st,Exterior2nd,MasVnrType,MasVnrArea,ExterQual,ExterCond,Foundation,BsmtQual,BsmtCond,BsmtExposure,BsmtFinType1,BsmtFinSF1,BsmtFinType2,BsmtFinSF2,BsmtUnfSF,TotalBsmtSF,Heating,HeatingQC,CentralAir,Electrical,1stFlrSF,2ndFlrSF,LowQualFinSF,GrLivArea,BsmtFullBath,BsmtHalfBath,FullBath,HalfBath,BedroomAbvGr,KitchenAbvGr,KitchenQual,TotRmsAbvGrd,Functional,Fireplaces,FireplaceQu,GarageType,GarageYrBlt,GarageFinish,GarageCars,GarageArea,GarageQual,GarageCond,PavedDrive,WoodDeckSF,OpenPorchSF,EnclosedPorch,3SsnPorch,ScreenPorch,PoolArea,PoolQC,Fence,MiscFeature,MiscVal,MoSold,YrSold,SaleType,SaleCondition,SalePrice".split(
    ",",
  );

/** A file of the competition's layout with invented houses. */
function houses(nRows: number, columns: readonly string[] = HEADER): Blob {
  const cell = (name: string, i: number) => {
    if (name === "Id") return String(i + 1);
    if (name === "LotFrontage" && i % 2 === 1) return "NA";
    if (name === "Alley") return "NA";
    return name === "SalePrice" ? String(200_000 + i) : "5";
  };
  const lines = Array.from({ length: nRows }, (_, i) =>
    columns.map((name) => cell(name, i)).join(),
  );
  return new Blob([[columns.join(), ...lines, ""].join("\r\n")]);
}

test("roadmap DAT-016: a housing table is bundled, and Kaggle's train.csv can be read", async () => {
  expect((await loadAmes()).shape).toEqual([2930, 74]);
  expect(HEADER).toHaveLength(81);
  const table = await readHousePrices(houses(4));
  expect(table.shape).toEqual([4, 81]);
  expect(table.columns).toEqual(HEADER);
  expect(table.column("SalePrice").toArray()).toEqual([200_000, 200_001, 200_002, 200_003]);
  expect(table.column("LotFrontage").missingCount).toBe(2);
  expect(table.column("Alley").at(0)).toBeNull();
  expect(table.column("MSSubClass").at(0)).toBe("5");
  // test.csv has no price; another file is refused.
  expect((await readHousePrices(houses(2, HEADER.slice(0, -1)))).shape).toEqual([2, 80]);
  await expect(readHousePrices(houses(2, HEADER.slice(1)))).rejects.toThrow(/missing: Id;/);
  await expect(readHousePrices(houses(2, [...HEADER, "More"]))).rejects.toThrow(/unknown: More/);
});
