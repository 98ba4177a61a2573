import type { AmesSchema, DataFrame } from "@gradus/data";

type Sold = DataFrame<AmesSchema>;
type Unsold = DataFrame<Omit<AmesSchema, "Sale_Price">>;

/** Learns from sold houses and returns a function that predicts a price, in dollars, for each house. */
export function fit(train: Sold): (houses: Unsold) => number[] {
  const mean = train.column("Sale_Price").mean();
  return (houses) => houses.rows().map(() => mean);
}
