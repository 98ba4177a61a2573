import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "linear-regression",
  title: "Linear regression",
  question: "What is one more square foot of a house worth?",
  prerequisites: [],
  teaches: [
    "Fit a line to data by gradient descent, from scratch, and say what the learning rate does",
    "Derive the normal equations and solve them",
    "Fit the same model with the library and read its coefficients with their units",
    "Judge a regression on houses it has not seen, by RMSE in dollars and by R², against a baseline",
    "Recognise what a few extreme houses, twin columns and raw units do to a fit",
  ],
  rows: ["SUP-002", "SUP-004", "SUP-028", "FND-023"],
  minutes: 75,
  sources: [
    {
      title: "Nouvelles méthodes pour la détermination des orbites des comètes",
      authors: "A.-M. Legendre",
      year: 1805,
    },
    {
      title: "Theoria motus corporum coelestium in sectionibus conicis solem ambientium",
      authors: "C. F. Gauss",
      year: 1809,
    },
    {
      title: "Gauss and the Invention of Least Squares",
      authors: "S. M. Stigler, The Annals of Statistics 9(3)",
      year: 1981,
      url: "https://doi.org/10.1214/aos/1176345451",
    },
    {
      title:
        "Ames, Iowa: Alternative to the Boston Housing Data as an End of Semester Regression Project",
      authors: "D. De Cock, Journal of Statistics Education 19(3)",
      year: 2011,
      url: "https://doi.org/10.1080/10691898.2011.11889627",
    },
    {
      title: "The Elements of Statistical Learning, 2nd edition, chapter 3",
      authors: "T. Hastie, R. Tibshirani and J. Friedman",
      year: 2009,
    },
  ],
  project: "ames-house-prices",
});
