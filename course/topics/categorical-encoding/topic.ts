import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "categorical-encoding",
  title: "Encoding categories",
  question:
    "Your price form has a field “neighborhood”. What number is Old Town, and what is a name that nobody has typed before?",
  prerequisites: ["linear-regression"],
  teaches: [
    "Choose between numbers in an order, a column for each category, and the mean target",
    "Decide what an unknown category becomes, and notice when there are too many of them",
    "Shrink the mean of a rare category, by hand and with the library",
    "Say how much a target code of its own rows explains out of thin air, and stop it by cross-fitting",
    "Keep encoders inside the folds of cross-validation",
  ],
  rows: ["FEA-011"],
  minutes: 50,
  sources: [
    {
      title:
        "A Preprocessing Scheme for High-Cardinality Categorical Attributes in Classification and Prediction Problems, ACM SIGKDD Explorations 3(1)",
      authors: "D. Micci-Barreca",
      year: 2001,
      url: "https://doi.org/10.1145/507533.507538",
    },
    {
      title:
        "Regularized target encoding outperforms traditional methods in supervised machine learning with high cardinality features, Computational Statistics 37",
      authors: "F. Pargent, F. Pfisterer, J. Thomas and B. Bischl",
      year: 2022,
      url: "https://doi.org/10.1007/s00180-022-01207-6",
    },
    {
      title: "CatBoost: unbiased boosting with categorical features, NeurIPS",
      authors: "L. Prokhorenkova and others",
      year: 2018,
      url: "https://arxiv.org/abs/1706.09516",
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
