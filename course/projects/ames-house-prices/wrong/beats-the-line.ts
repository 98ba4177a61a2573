import type { AmesSchema, DataFrame } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";
import type { Tensor } from "@gradus/tensor";

type Sold = DataFrame<AmesSchema>;
type Unsold = DataFrame<Omit<AmesSchema, "Sale_Price">>;

/** Bedrooms alone say little about the price. */
export function fit(train: Sold): (houses: Unsold) => Tensor {
  const model = new LinearRegression().fit(
    train.select("Bedroom_AbvGr"),
    train.column("Sale_Price"),
  );
  return (houses) => model.predict(houses.select("Bedroom_AbvGr"));
}
