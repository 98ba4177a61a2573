import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "exploratory-data-analysis",
  title: "Exploratory data analysis",
  question:
    "A table of 7,043 customers lands on your desk. What do you look at before you model it?",
  prerequisites: ["vectors"],
  teaches: [
    "Profile a table and read its warnings in a useful order",
    "Tell why values are missing from which rows miss them",
    "Describe a distribution by its shape, and choose a summary that survives one wild value",
    "Compute quartiles and Tukey's fences by hand",
    "Read a correlation with its picture, and look for groups that turn it round",
    "Recognise a column that gives the answer away",
  ],
  rows: ["DAT-009"],
  minutes: 50,
  sources: [
    { title: "Exploratory Data Analysis", authors: "J. W. Tukey", year: 1977 },
    {
      title: "Graphs in Statistical Analysis, The American Statistician 27(1)",
      authors: "F. J. Anscombe",
      year: 1973,
      url: "https://doi.org/10.1080/00031305.1973.10478966",
    },
    {
      title: "Leakage in Data Mining: Formulation, Detection, and Avoidance, ACM TKDD 6(4)",
      authors: "S. Kaufman, S. Rosset, C. Perlich and O. Stitelman",
      year: 2012,
      url: "https://doi.org/10.1145/2382577.2382579",
    },
    {
      title: "palmerpenguins: Palmer Archipelago (Antarctica) penguin data",
      authors: "A. M. Horst, A. P. Hill and K. B. Gorman",
      year: 2020,
      url: "https://allisonhorst.github.io/palmerpenguins/",
    },
  ],
});
