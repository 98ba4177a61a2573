import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "feature-creation",
  title: "Creating features",
  question:
    "You have a date, a few columns and a log of what happened before. What can you make of them that a model can use, and that is known in time?",
  prerequisites: ["feature-engineering"],
  teaches: [
    "Let one column change the slope of another, by a product, and read its weight",
    "Put dates on a circle, and find the swing and the peak in its two weights",
    "Make lags and windows that end before the row",
    "Summarize a group by its past, and a row against its group",
    "Check any feature for leaks, by changing what cannot be known yet",
  ],
  rows: ["FEA-008"],
  minutes: 55,
  sources: [
    {
      title: "Forecasting: Principles and Practice, 3rd edition, section 7.4",
      authors: "R. J. Hyndman and G. Athanasopoulos",
      year: 2021,
      url: "https://otexts.com/fpp3/useful-predictors.html",
    },
    {
      title: "Leakage in Data Mining: Formulation, Detection, and Avoidance, ACM TKDD 6(4)",
      authors: "S. Kaufman, S. Rosset, C. Perlich and O. Stitelman",
      year: 2012,
      url: "https://doi.org/10.1145/2382577.2382579",
    },
    {
      title: "Feature Engineering and Selection, chapter 7: Detecting Interaction Effects",
      authors: "M. Kuhn and K. Johnson",
      year: 2019,
      url: "http://www.feat.engineering/",
    },
    {
      title: "Daily summaries of Seattle, 2012 to 2015",
      authors: "NOAA National Climatic Data Center",
      year: 2016,
      url: "https://www.ncei.noaa.gov/",
    },
    {
      title:
        "Ames, Iowa: Alternative to the Boston Housing Data as an End of Semester Regression Project, Journal of Statistics Education 19(3)",
      authors: "D. De Cock",
      year: 2011,
      url: "https://doi.org/10.1080/10691898.2011.11889627",
    },
  ],
});
