// #region shop
/** The profit of a day in dollars, at a price in dollars. */
function profit(price: number): number {
  const rate = 0.1 * Math.exp(-price / 20); // the share of visitors who buy
  const orders = 1000 * rate; // of 1,000 visitors
  const margin = price - 5; // each unit costs us $5
  return orders * margin;
}

console.log("profit at $15:", profit(15).toFixed(2));
// #endregion

// #region chain
const rate = 0.1 * Math.exp(-15 / 20);
const ratePerDollar = -rate / 20; // the slope of the first link
const ordersPerRate = 1000; // the slope of the second
console.log("orders per dollar:", (ordersPerRate * ratePerDollar).toFixed(3));

const orders = (price: number) => 1000 * 0.1 * Math.exp(-price / 20);
const h = 1e-5;
console.log("by a difference:  ", ((orders(15 + h) - orders(15 - h)) / (2 * h)).toFixed(3));

// #endregion

// #region paths
import { display } from "@gradus/core";
import { linePlot } from "@gradus/plot";

const byOrders = (15 - 5) * ordersPerRate * ratePerDollar; // price → rate → orders → profit
const byMargin = orders(15) * 1; // price → margin → profit
console.log("through the orders:", byOrders.toFixed(2), "dollars per dollar");
console.log("through the margin:", byMargin.toFixed(2));
console.log("together:          ", (byOrders + byMargin).toFixed(2));
console.log("by a difference:   ", ((profit(15 + h) - profit(15 - h)) / (2 * h)).toFixed(2));

const prices = Array.from({ length: 61 }, (_, i) => i); // dollars
display(
  linePlot({
    x: prices,
    series: { profit: prices.map(profit) },
    title: "Where the two pushes cancel",
    xLabel: "Price ($)",
    yLabel: "Profit a day ($)",
  }),
);
// #endregion

// #region by-hand
const [w, x, b, y] = [2, 3, 1, 5];
const product = w * x; // forward
const sum = product + b;
const error = sum - y;
const loss = error ** 2;

const toError = 2 * error; // backward, from the end
const toSum = toError * 1;
const toProduct = toSum * 1;
console.log("loss", loss);
console.log("slopes for w, x, b, y:", toProduct * x, toProduct * w, toSum, -toError);
// #endregion
