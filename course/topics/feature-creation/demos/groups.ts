// #region comparables
import { loadAmes } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";

// Sales in the order of time; a block is a thousandth of a degree each way.
const sales = (await loadAmes())
  .filter((house) => house.Sale_Condition === "Normal")
  .rows()
  .map((house) => ({
    month: 12 * house.Year_Sold! + house.Mo_Sold!,
    block: `${house.Longitude!.toFixed(3)} ${house.Latitude!.toFixed(3)}`,
    own: [Math.log(house.Gr_Liv_Area!), house.Year_Built!],
    price: Math.log(house.Sale_Price!),
  }))
  .sort((a, b) => a.month - b.month);
type Sale = (typeof sales)[number];

const until2009 = [...sales.keys()].filter((i) => sales[i]!.month <= 12 * 2009 + 12);
const in2010 = [...sales.keys()].filter((i) => sales[i]!.month > 12 * 2009 + 12);
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

/** R² in 2010, of a model of the sales until 2009. */
function report(name: string, column?: readonly number[], asked = column) {
  const X = (rows: readonly number[], values = column) =>
    rows.map((i) => [...sales[i]!.own, ...(values ? [values[i]!] : [])]);
  const y = (rows: readonly number[]) => rows.map((i) => sales[i]!.price);
  const model = new LinearRegression().fit(X(until2009), y(until2009));
  console.log(name.padEnd(36), "R² in 2010:", model.score(X(in2010, asked), y(in2010)).toFixed(3));
}

/** For each sale, the mean price of all sales in its block. */
function allMeans(rows: readonly Sale[]): number[] {
  const blocks = new Map<string, number[]>();
  for (const { block, price } of rows) blocks.set(block, [...(blocks.get(block) ?? []), price]);
  return rows.map(({ block }) => mean(blocks.get(block)!));
}
report("area, year built");
report("and the mean of the block", allMeans(sales));

// #endregion

// #region past
/** For each sale, the mean price of the block's sales in earlier months; without any, of all of them. */
function pastMeans(rows: readonly Sale[]): number[] {
  return rows.map((sale) => {
    const earlier = rows.filter(({ month }) => month < sale.month);
    const own = earlier.filter(({ block }) => block === sale.block);
    const known = own.length > 0 ? own : earlier;
    return known.length > 0 ? mean(known.map(({ price }) => price)) : 12;
  });
}
const past = pastMeans(sales);
report("all means to learn, past ones to ask", allMeans(sales), past);
report("past means both times", past);

// #endregion

// #region check
/** Which of some rows get another feature if their own price, and all that is not earlier, is changed. */
function leaks(make: (rows: readonly Sale[]) => number[], places: readonly number[]): number[] {
  const before = make(sales);
  return places.filter((i) => {
    const changed = sales.map((sale) =>
      sale.month < sales[i]!.month ? sale : { ...sale, price: sale.price + 1 },
    );
    return make(changed)[i] !== before[i];
  });
}
const places = [100, 700, 1300, 1900];
console.log("means of all sales leak in rows", leaks(allMeans, places));
console.log("means of past sales leak in rows", leaks(pastMeans, places));

// #endregion

// #region relative
/** How much larger a house is than the mean of its block, in logarithms: prices play no part. */
function relativeArea(rows: readonly Sale[]): number[] {
  const areas = allMeans(rows.map((sale) => ({ ...sale, price: sale.own[0]! })));
  return rows.map((sale, i) => sale.own[0]! - areas[i]!);
}
console.log("relative areas leak in rows", leaks(relativeArea, places));
report("area against the block", relativeArea(sales));
// #endregion
