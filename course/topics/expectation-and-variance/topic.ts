import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "expectation-and-variance",
  title: "Expectation, variance and covariance",
  question: "Two servers answer in 200 ms on average. Which one do you want?",
  prerequisites: ["vectors", "random-variables"],
  teaches: [
    "Compute an expectation and a variance from outcomes and probabilities, by hand",
    "Say what scaling, shifting and adding do to a mean and to a spread",
    "Predict how fast an average settles, and name a case in which it never does",
    "Choose between n and n − 1, and know which one each library takes",
    "Read covariances and correlations, and use them for the spread of a sum",
    "Compute a variance in one pass without losing its digits",
  ],
  rows: ["FND-014"],
  minutes: 50,
  sources: [
    {
      title: "De ratiociniis in ludo aleae",
      authors: "C. Huygens",
      year: 1657,
    },
    {
      title: "Introduction to Probability, second edition, chapters 4, 7 and 10",
      authors: "J. K. Blitzstein and J. Hwang",
      year: 2019,
      url: "https://projects.iq.harvard.edu/stat110",
    },
    {
      title: "Note on a Method for Calculating Corrected Sums of Squares and Products",
      authors: "B. P. Welford, Technometrics 4(3)",
      year: 1962,
      url: "https://doi.org/10.1080/00401706.1962.10490022",
    },
    {
      title: "Algorithms for Computing the Sample Variance: Analysis and Recommendations",
      authors: "T. F. Chan, G. H. Golub and R. J. LeVeque, The American Statistician 37(3)",
      year: 1983,
      url: "https://doi.org/10.1080/00031305.1983.10483115",
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
