import type { AmesSchema, DataFrame } from "@gradus/data";

type Sold = DataFrame<AmesSchema>;
type Unsold = DataFrame<Omit<AmesSchema, "Sale_Price">>;

/** The mean price per square foot of the neighbourhood, which a new neighbourhood does not have. */
export function fit(train: Sold): (houses: Unsold) => number[] {
  const sums = new Map<string, { price: number; area: number }>();
  for (const house of train.rows()) {
    const name = house.Neighborhood!;
    const sum = sums.get(name) ?? { price: 0, area: 0 };
    sums.set(name, {
      price: sum.price + house.Sale_Price,
      area: sum.area + house.Gr_Liv_Area,
    });
  }
  return (houses) =>
    houses.rows().map((house) => {
      const sum = sums.get(house.Neighborhood!)!;
      return (sum.price / sum.area) * house.Gr_Liv_Area;
    });
}
