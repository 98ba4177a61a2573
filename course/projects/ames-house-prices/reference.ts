import type { AmesSchema, DataFrame } from "@gradus/data";
import { Ridge, StandardScaler } from "@gradus/learn";
import { type Tensor, tensor } from "@gradus/tensor";

type Sold = DataFrame<AmesSchema>;
type Unsold = DataFrame<Omit<AmesSchema, "Sale_Price">>;

const numbers = [
  "Gr_Liv_Area",
  "Total_Bsmt_SF",
  "Bsmt_Unf_SF",
  "Garage_Area",
  "Lot_Area",
  "Mas_Vnr_Area",
  "Wood_Deck_SF",
  "Screen_Porch",
  "Year_Built",
  "Year_Remod_Add",
  "Full_Bath",
  "Half_Bath",
  "Bsmt_Full_Bath",
  "Bedroom_AbvGr",
  "Kitchen_AbvGr",
  "TotRms_AbvGrd",
  "Fireplaces",
] as const;

const texts = ["Neighborhood", "Overall_Cond", "Bldg_Type"] as const;

/** Ridge regression on the logarithm of the price, with the neighbourhood and two more texts as 0 and 1. */
export function fit(train: Sold): (houses: Unsold) => Tensor {
  const levels = texts.map((name) => train.column(name).unique());
  const encode = (houses: Unsold): Tensor =>
    tensor(
      houses.rows().map((house) => [
        ...numbers.map((name) => house[name]),
        // A text that training never saw is 0 in all of its columns.
        ...texts.flatMap((name, i) => levels[i]!.map((level) => Number(house[name] === level))),
      ]),
    );
  const X = encode(train.drop("Sale_Price"));
  const scaler = new StandardScaler().fit(X);
  const logPrice = train.column("Sale_Price").toTensor().log();
  const model = new Ridge({ alpha: 10 }).fit(scaler.transform(X), logPrice);
  return (houses) => model.predict(scaler.transform(encode(houses))).exp();
}
