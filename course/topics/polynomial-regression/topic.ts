import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "polynomial-regression",
  title: "Polynomial regression",
  question:
    "You have measured 14 afternoons of a year. How warm are the days between, and how warm will next January be?",
  prerequisites: ["linear-regression"],
  teaches: [
    "Fit a curve with a linear model: the design matrix of powers and its normal equations, by hand and from scratch",
    "Explain why powers are ill-conditioned, and cure it by scaling to −1…1, by QR or by orthogonal polynomials",
    "Use PolynomialFeatures in a pipeline, and count and name its columns",
    "Choose the degree on days that were kept apart, and by cross-validation",
    "Say what a polynomial does beyond the data, and what to use in its place",
  ],
  rows: ["SUP-005"],
  minutes: 50,
  sources: [
    {
      title: "The application of the method of least squares to the interpolation of sequences",
      authors: "J. D. Gergonne (1815), translated in Historia Mathematica 1(4)",
      year: 1974,
      url: "https://doi.org/10.1016/0315-0860(74)90034-2",
    },
    {
      title: "Über empirische Funktionen und die Interpolation zwischen äquidistanten Ordinaten",
      authors: "C. Runge, Zeitschrift für Mathematik und Physik 46",
      year: 1901,
    },
    {
      title:
        "Generation and Use of Orthogonal Polynomials for Data-Fitting with a Digital Computer, Journal of the SIAM 5(2)",
      authors: "G. E. Forsythe",
      year: 1957,
      url: "https://doi.org/10.1137/0105007",
    },
    {
      title: "The Elements of Statistical Learning, 2nd edition, chapters 5 and 7",
      authors: "T. Hastie, R. Tibshirani and J. Friedman",
      year: 2009,
      url: "https://hastie.su.domains/ElemStatLearn/",
    },
  ],
});
