import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "missing-values",
  title: "Missing values",
  question: "Two of five people left the field “salary” empty. What do your users earn?",
  prerequisites: ["data-cleaning", "linear-regression"],
  teaches: [
    "Ask why a value is missing before you ask how to fill it: MCAR, MAR, MNAR",
    "Say what dropping rows and filling in means do to a mean, a spread and a slope",
    "Fill gaps from the nearest rows, and by regressions in rounds, from scratch",
    "Keep the fact that a value was missing, as a column",
    "Learn what fills the gaps from training rows only",
    "Know what no method can repair",
  ],
  rows: ["DAT-011"],
  minutes: 55,
  sources: [
    {
      title: "Inference and Missing Data, Biometrika 63(3)",
      authors: "D. B. Rubin",
      year: 1976,
      url: "https://doi.org/10.1093/biomet/63.3.581",
    },
    {
      title: "Missing value estimation methods for DNA microarrays, Bioinformatics 17(6)",
      authors: "O. Troyanskaya and others",
      year: 2001,
      url: "https://doi.org/10.1093/bioinformatics/17.6.520",
    },
    {
      title:
        "mice: Multivariate Imputation by Chained Equations in R, Journal of Statistical Software 45(3)",
      authors: "S. van Buuren and K. Groothuis-Oudshoorn",
      year: 2011,
      url: "https://doi.org/10.18637/jss.v045.i03",
    },
    {
      title: "Flexible Imputation of Missing Data, 2nd edition",
      authors: "S. van Buuren",
      year: 2018,
      url: "https://stefvanbuuren.name/fimd/",
    },
    {
      title:
        "Ames, Iowa: Alternative to the Boston Housing Data, Journal of Statistics Education 19(3)",
      authors: "D. De Cock",
      year: 2011,
      url: "https://doi.org/10.1080/10691898.2011.11889627",
    },
  ],
});
