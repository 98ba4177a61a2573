import { type ByteSource, openBytes, ParseError } from "@gradus/core";
import { readCSV } from "../csv/read-csv";
import type { TypesOf } from "../datasets/read-data-set";
import type { DataFrame } from "../frame/data-frame";

/** The 80 columns of Kaggle's train.csv and test.csv, beside the price. */
const TYPES = {
  Id: "integer",
  MSSubClass: "string",
  MSZoning: "string",
  LotFrontage: "number",
  LotArea: "number",
  Street: "string",
  Alley: "string",
  LotShape: "string",
  LandContour: "string",
  Utilities: "string",
  LotConfig: "string",
  LandSlope: "string",
  Neighborhood: "string",
  Condition1: "string",
  Condition2: "string",
  BldgType: "string",
  HouseStyle: "string",
  OverallQual: "integer",
  OverallCond: "integer",
  YearBuilt: "integer",
  YearRemodAdd: "integer",
  RoofStyle: "string",
  RoofMatl: "string",
  Exterior1st: "string",
  Exterior2nd: "string",
  MasVnrType: "string",
  MasVnrArea: "number",
  ExterQual: "string",
  ExterCond: "string",
  Foundation: "string",
  BsmtQual: "string",
  BsmtCond: "string",
  BsmtExposure: "string",
  BsmtFinType1: "string",
  BsmtFinSF1: "number",
  BsmtFinType2: "string",
  BsmtFinSF2: "number",
  BsmtUnfSF: "number",
  TotalBsmtSF: "number",
  Heating: "string",
  HeatingQC: "string",
  CentralAir: "string",
  Electrical: "string",
  "1stFlrSF": "number",
  "2ndFlrSF": "number",
  LowQualFinSF: "number",
  GrLivArea: "number",
  BsmtFullBath: "integer",
  BsmtHalfBath: "integer",
  FullBath: "integer",
  HalfBath: "integer",
  BedroomAbvGr: "integer",
  KitchenAbvGr: "integer",
  KitchenQual: "string",
  TotRmsAbvGrd: "integer",
  Functional: "string",
  Fireplaces: "integer",
  FireplaceQu: "string",
  GarageType: "string",
  GarageYrBlt: "integer",
  GarageFinish: "string",
  GarageCars: "integer",
  GarageArea: "number",
  GarageQual: "string",
  GarageCond: "string",
  PavedDrive: "string",
  WoodDeckSF: "number",
  OpenPorchSF: "number",
  EnclosedPorch: "number",
  "3SsnPorch": "number",
  ScreenPorch: "number",
  PoolArea: "number",
  PoolQC: "string",
  Fence: "string",
  MiscFeature: "string",
  MiscVal: "number",
  MoSold: "integer",
  YrSold: "integer",
  SaleType: "string",
  SaleCondition: "string",
} as const;

/** The schema of `readHousePrices` for train.csv; test.csv has no `SalePrice`. */
export type HousePricesSchema = TypesOf<typeof TYPES> & { SalePrice: "number" };

/**
 * Reads train.csv or test.csv of Kaggle's competition "House Prices": 79 features of houses in Ames, `Id`, and in
 * train.csv `SalePrice`.
 *
 * "NA" is read as missing. In columns such as `Alley`, `PoolQC` or `GarageType` it means that there is none.
 * `loadAmes` has the same houses without asking anybody for a file.
 *
 * @param source a path, URL, File, bytes or stream
 * @throws ParseError if a column of the competition is missing, or one too many, or a value is not of its type;
 *   ValueError if the file cannot be read.
 * @example
 * ```ts
 * const wrong = new Blob(["Id,LotArea\n1,8450\n"]);
 * const message = await readHousePrices(wrong).catch((error: Error) => error.message);
 * String(message).includes("missing: MSSubClass"); // → true
 * ```
 */
export async function readHousePrices(source: ByteSource): Promise<DataFrame<HousePricesSchema>> {
  const { bytes, name } = await openBytes("readHousePrices", source);
  const head = new TextDecoder().decode(bytes.subarray(0, 4096)).split(/\r?\n/)[0]!;
  const names = head.replace(/^\uFEFF/, "").split(",");
  const lacking = Object.keys(TYPES).filter((column) => !names.includes(column));
  const surplus = names.filter((column) => column !== "SalePrice" && !Object.hasOwn(TYPES, column));
  if (lacking.length > 0 || surplus.length > 0) {
    const list = (columns: readonly string[]) => columns.slice(0, 5).join(", ") || "none";
    throw new ParseError(
      `readHousePrices: expected the columns of train.csv or test.csv; missing: ${list(lacking)}; unknown: ${list(surplus)}`,
      { source: name, line: 1, column: 1 },
    );
  }
  const types = names.includes("SalePrice") ? { ...TYPES, SalePrice: "number" as const } : TYPES;
  const table = await readCSV(bytes, {
    types,
    missing: ["NA"],
    ...(name === undefined ? {} : { source: name }),
  });
  return table as unknown as DataFrame<HousePricesSchema>;
}
