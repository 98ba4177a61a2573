import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "regularization",
  title: "Regularization in regression",
  question:
    "Half of your patients say that cholesterol makes diabetes much worse, the other half that it makes it much better. How do you get one sober answer?",
  prerequisites: ["linear-regression", "polynomial-regression"],
  teaches: [
    "Read large weights of opposite sign as a warning, and show by halves how much they drift",
    "Compute ridge and lasso for one feature by pencil, and explain why only the lasso gives exact zeros",
    "Write ridge in closed form and the lasso by coordinate descent, and check both against the library",
    "Read coefficient paths, and choose the strength by cross-validation",
    "Avoid penalties on raw units, and a strength that was chosen on the test rows",
  ],
  rows: ["SUP-025"],
  minutes: 55,
  sources: [
    {
      title: "Ridge Regression: Biased Estimation for Nonorthogonal Problems, Technometrics 12(1)",
      authors: "A. E. Hoerl and R. W. Kennard",
      year: 1970,
      url: "https://doi.org/10.1080/00401706.1970.10488634",
    },
    {
      title: "Regression Shrinkage and Selection via the Lasso, JRSS B 58(1)",
      authors: "R. Tibshirani",
      year: 1996,
      url: "https://doi.org/10.1111/j.2517-6161.1996.tb02080.x",
    },
    {
      title: "Regularization Paths for Generalized Linear Models via Coordinate Descent, JSS 33(1)",
      authors: "J. Friedman, T. Hastie and R. Tibshirani",
      year: 2010,
      url: "https://doi.org/10.18637/jss.v033.i01",
    },
    {
      title: "Least Angle Regression, Annals of Statistics 32(2)",
      authors: "B. Efron, T. Hastie, I. Johnstone and R. Tibshirani",
      year: 2004,
      url: "https://doi.org/10.1214/009053604000000067",
    },
  ],
});
