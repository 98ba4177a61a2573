import { defineProject } from "@gradus/course-kit";

export default defineProject({
  id: "basic-plots",
  title: "Five plots that say what they show",
  summary: "Draw five basic plots of two tables; marks, scales and labels are checked, not pixels.",
  rows: ["DAT-008"],
  minutes: 45,
  rubric: [
    {
      id: "lines",
      title: "Lines over time",
      description: "A line for each country, its points in order of time, named at its end.",
      points: 20,
    },
    {
      id: "scatter",
      title: "A cloud in three groups",
      description: "Points of bill length and depth, a named layer for each species.",
      points: 20,
    },
    {
      id: "histogram",
      title: "A distribution",
      description:
        "Bars over intervals that hold every weighed penguin, neither too few nor too many.",
      points: 20,
    },
    {
      id: "bars",
      title: "Amounts compared",
      description: "A bar for each island from 0 to its number of penguins, the longest first.",
      points: 20,
    },
    {
      id: "logarithm",
      title: "The right scale",
      description:
        "Populations from thousands to a billion, on an axis on which all can be told apart.",
      points: 20,
    },
  ],
  passing: 100,
});
