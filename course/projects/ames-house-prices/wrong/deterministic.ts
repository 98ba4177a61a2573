import type { AmesSchema, DataFrame } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";
import type { Tensor } from "@gradus/tensor";

type Sold = DataFrame<AmesSchema>;
type Unsold = DataFrame<Omit<AmesSchema, "Sale_Price">>;

const features = ["Gr_Liv_Area", "Total_Bsmt_SF", "Year_Built"] as const;

/** Learns from another half of the houses each time. */
export function fit(train: Sold): (houses: Unsold) => Tensor {
  const half = train.filter(() => Math.random() < 0.5);
  const model = new LinearRegression().fit(half.select(...features), half.column("Sale_Price"));
  return (houses) => model.predict(houses.select(...features));
}
