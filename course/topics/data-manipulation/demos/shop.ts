// #region read
import { display } from "@gradus/core";
import { parseCSV } from "@gradus/data";

const orders = parseCSV(`order,day,customer,status
1001,2024-03-01,C1,paid
1002,2024-03-01,c2,PAID
1003,2024-03-03,C1,paid
1004,2024-03-04,,paid
1005,2024-03-04,C9,cancelled
1006,2024-03-07,C3, paid
`);
const lines = parseCSV(`order,item,quantity,price
1001,tea,2,4.50
1001,mug,1,11.00
1002,tea,1,4.50
1003,pot,1,32.00
1004,tea,3,4.50
1005,pot,1,32.00
1006,mug,2,11.00
1006,tea,1,4.50
`);
const customers = parseCSV(`id,country
C1,Ireland
C2,Spain
C3,Spain
C4,Austria
`);
display(orders);
display(lines);
display(customers);

// #endregion

// #region choose
import { col } from "@gradus/data";

const paid = orders.filter((order) => `${order.status}`.trim().toLowerCase() === "paid");
const amounts = lines.assign({ amount: col("quantity").mul(col("price")) });
const large = amounts.filter(col("amount").ge(10).and(col("item").notEqual("pot")));

console.log(paid.nRows, "of", orders.nRows, "orders are paid");
display(large.select("order", "item", "amount").sortBy("amount", { descending: true }));

// #endregion

// #region groups
import { count } from "@gradus/data";

const sold = amounts.merge(paid, { on: "order", how: "semi" }); // the lines of paid orders
const byItem = sold.groupBy("item").agg({
  revenue: col("amount").sum(),
  pieces: col("quantity").sum(),
  lines: count(),
});
display(byItem.sortBy("revenue", { descending: true }));
// #endregion

// #region within
const share = col("amount").div(col("amount").sum());
display(sold.groupBy("order").transform({ share }).select("order", "item", "amount", "share"));
// #endregion

// #region join
const keyed = paid.assign({
  id: (order) => (order.customer ? `${order.customer}`.toUpperCase() : null),
});
const placed = keyed.merge(customers, { on: "id", how: "left" });
const located = sold
  .merge(placed, { on: "order", how: "left" })
  .assign({ country: col("country").fillMissing("unknown") });
display(located.select("order", "item", "amount", "country"));
display(located.groupBy("country").sum("amount").sortBy("amount", { descending: true }));

// #endregion

// #region doubled
import { concat } from "@gradus/data";

const revenue = (table: typeof customers) =>
  keyed
    .merge(table, { on: "id", how: "left" })
    .merge(amounts, { on: "order" })
    .column("amount")
    .sum();

const twice = concat([customers, parseCSV("id,country\nC1,Ireland\n")]); // C1 moved house
console.log("customers once:", revenue(customers), "€");
console.log("C1 twice:      ", revenue(twice), "€");
// #endregion

// #region validate
try {
  keyed.merge(twice, { on: "id", how: "left", validate: "m:1" });
} catch (error) {
  console.log(String(error));
}
// #endregion
