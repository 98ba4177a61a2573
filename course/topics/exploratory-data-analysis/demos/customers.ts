// #region first-rows
import { display } from "@gradus/core";
import { loadChurn } from "@gradus/data";

const customers = await loadChurn();
const { nRows, nColumns } = customers;
console.log(`${nRows} rows, ${nColumns} columns`);
display(customers.select("customer_id", "tenure", "contract", "monthly_charges", "churn"));

// #endregion

// #region profile
import { profile } from "@gradus/data";

const report = profile(customers, { target: "churn", title: "Customers of a telephone company" });
display(report);
// #endregion

// #region missing
const holes = customers.filter((row) => Number.isNaN(row.total_charges));
display(holes.select("tenure", "monthly_charges", "total_charges", "churn"));
console.log("tenures of the rows with a gap:", holes.column("tenure").unique());
console.log("all customers of tenure 0:", customers.filter((row) => row.tenure === 0).nRows);

// #endregion

// #region tenure
import { histogram } from "@gradus/plot";

const tenure = customers.column("tenure");
display(histogram({ x: tenure, bins: 36, xLabel: "Tenure (months)", title: "Two crowds" }));
console.log("mean:", tenure.mean().toFixed(1), " median:", tenure.median());
const months = tenure.valueCounts();
console.log("in month 1:", months.get(1), " in month 2:", months.get(2));
console.log("in month 71:", months.get(71), " in month 72:", months.get(72));

// #endregion

// #region contract
import { col, count } from "@gradus/data";
import { barPlot } from "@gradus/plot";

const base = customers.filter(col("churn").equal("Yes")).nRows / nRows;
console.log(`${(100 * base).toFixed(1)} % left`);
const byContract = customers
  .groupBy("contract")
  .agg({ customers: count(), left: col("churn").equal("Yes").mean().mul(100) });
display(byContract);
display(
  barPlot({
    categories: byContract.column("contract"),
    values: byContract.column("left"),
    title: "Who can leave, leaves",
    yLabel: "Customers who left (%)",
  }),
);
// #endregion

// #region strongest
for (const { name, strength, measure } of report.targetRelations.slice(0, 3)) {
  console.log(name.padEnd(16), strength.toFixed(2), measure);
}
// #endregion

// #region redundant
const product = col("tenure").mul(col("monthly_charges"));
const charges = customers.assign({ product }).select("product", "total_charges");
console.log("correlation:", Number(charges.corr().column("total_charges").at(0)).toFixed(4));
// #endregion

// #region leak
const leaky = customers.assign({
  exit_survey: (row): string | null => (row.churn === "Yes" ? "sent" : null),
});
const [first] = profile(leaky, { target: "churn" }).warnings;
console.log(first?.message.replaceAll(/[:?] /g, "$&\n"));
// #endregion
