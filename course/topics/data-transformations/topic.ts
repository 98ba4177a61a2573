import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "data-transformations",
  title: "Data transformations",
  question:
    "Your price estimates miss cheap houses by $24,000 and dear ones by $69,000. Is the model wrong, or are the dollars?",
  prerequisites: ["linear-regression", "exploratory-data-analysis", "probability-distributions"],
  teaches: [
    "Tell from residuals and from a skewed histogram when a column wants another scale",
    "Take logarithms, and come back to the mean with Duan's smearing",
    "Compute the Box–Cox likelihood of a power by hand and find the best power from scratch",
    "Choose between log, Box–Cox, Yeo–Johnson and quantiles, and between four scalers",
    "Fit every transformer on training rows only, and know what it does beyond them",
  ],
  rows: ["DAT-012"],
  minutes: 55,
  sources: [
    {
      title: "An Analysis of Transformations, Journal of the Royal Statistical Society B 26(2)",
      authors: "G. E. P. Box and D. R. Cox",
      year: 1964,
      url: "https://doi.org/10.1111/j.2517-6161.1964.tb00553.x",
    },
    {
      title:
        "A New Family of Power Transformations to Improve Normality or Symmetry, Biometrika 87(4)",
      authors: "I.-K. Yeo and R. A. Johnson",
      year: 2000,
      url: "https://doi.org/10.1093/biomet/87.4.954",
    },
    {
      title: "Smearing Estimate: A Nonparametric Retransformation Method, JASA 78(383)",
      authors: "N. Duan",
      year: 1983,
      url: "https://doi.org/10.1080/01621459.1983.10478017",
    },
    {
      title: "Exploratory Data Analysis, chapter 3",
      authors: "J. W. Tukey",
      year: 1977,
    },
    {
      title:
        "Ames, Iowa: Alternative to the Boston Housing Data as an End of Semester Regression Project",
      authors: "D. De Cock, Journal of Statistics Education 19(3)",
      year: 2011,
      url: "https://doi.org/10.1080/10691898.2011.11889627",
    },
  ],
});
