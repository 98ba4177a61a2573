import { defineProject } from "@gradus/course-kit";

export default defineProject({
  id: "ames-house-prices",
  title: "Prices on houses you have not seen",
  summary: "Predict the sale prices of hidden houses in Ames, and beat the one-feature line.",
  rows: ["SUP-029"],
  minutes: 60,
  rubric: [
    {
      id: "runs",
      title: "One price a house",
      description: "`fit` returns a function that gives one finite number for every house.",
      points: 10,
    },
    {
      id: "beats-the-mean",
      title: "Better than the mean",
      description:
        "A lower RMSE on the hidden houses than always guessing the mean training price.",
      points: 15,
    },
    {
      id: "beats-the-line",
      title: "Better than one feature",
      description: "A lower RMSE than the line in the living area alone.",
      points: 20,
    },
    {
      id: "accurate",
      title: "Close to the price",
      description:
        "The lower the RMSE the more points: none at $45,000, all at $24,000 and below. Prices that were looked up, or that leak, earn nothing.",
      points: 30,
    },
    {
      id: "deterministic",
      title: "The same answer twice",
      description: "Fitting again on the same houses gives the same prices.",
      points: 5,
    },
    {
      id: "no-leakage",
      title: "No leakage",
      description:
        "The price of a house does not depend on which other hidden houses are asked for with it.",
      points: 15,
    },
    {
      id: "unknown-category",
      title: "Unknown neighbourhoods",
      description: "A neighbourhood that was not among the training houses still gets a price.",
      points: 5,
    },
  ],
  passing: 70,
});
