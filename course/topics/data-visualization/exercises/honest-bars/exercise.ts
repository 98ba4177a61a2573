import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "honest-bars",
  title: "Repair the misleading chart",
  prompt: `
Somebody sends you \`priceChart(rows)\` and the headline "Prices collapse". The rows come as a database gives them: in any
order, with \`year\` and the median price in dollars. Repair the chart, and keep it a chart of bars:

- a bar begins at 0 and is as long as the price that it shows, in thousands of dollars;
- time runs to the right;
- the label of the y axis names the quantity and its unit, such as \`(1,000 $)\`.

The check reads the specification of your chart: its marks, axes and labels.`,
  hints: [
    "Three faults are planted: an axis that begins where somebody wanted it to, an order that nobody chose, and a label without a unit.",
    "Without `yDomain`, `barPlot` begins at 0 by itself. Divide the prices by 1,000, and do nothing else to them.",
    "`rows.toSorted((a, b) => a.year - b.year)` brings the years into order.",
  ],
  misconceptions: {
    "still-cut":
      "Your axis still does not begin at 0, so the part of each bar below it is cut off. Half a lie is one too: bars are compared by their lengths.",
    "prices-shifted":
      "Your axis begins at 0, but your bars are no longer the prices: something was subtracted from them. That is a cut axis in disguise.",
    "time-runs-left":
      "The years are not in rising order from left to right, so a rise reads as a fall. Sort the rows first: a database promises no order.",
    "no-unit":
      "The label of the y axis does not say in which unit. 155 what? Name the quantity and its unit.",
    "label-and-values-differ":
      "Your bars show dollars, and the axis is to show thousands of them: divide the prices by 1,000.",
  },
});
