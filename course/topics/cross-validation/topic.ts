import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "cross-validation",
  title: "Cross-validation",
  question:
    "One split of your table says that the model misses by 2 years, the next says 5. Which number do you report, and what did it cost to choose the best of 25 models?",
  prerequisites: ["polynomial-regression", "regularization"],
  teaches: [
    "Compute a cross-validated error by pencil, and write k folds from scratch",
    "Choose between KFold, StratifiedKFold, GroupKFold and TimeSeriesSplit by the question that you will be asked",
    "Explain why the score of the best of many models is too good, and measure by how much",
    "Nest a search within cross-validation, by hand and with the library",
    "Keep every step that learns from data inside of the folds",
  ],
  rows: ["EVA-003"],
  minutes: 55,
  sources: [
    {
      title: "Cross-Validatory Choice and Assessment of Statistical Predictions, JRSS B 36(2)",
      authors: "M. Stone",
      year: 1974,
      url: "https://doi.org/10.1111/j.2517-6161.1974.tb00994.x",
    },
    {
      title:
        "Bias in error estimation when using cross-validation for model selection, BMC Bioinformatics 7",
      authors: "S. Varma and R. Simon",
      year: 2006,
      url: "https://doi.org/10.1186/1471-2105-7-91",
    },
    {
      title:
        "On Over-fitting in Model Selection and Subsequent Selection Bias in Performance Evaluation, JMLR 11",
      authors: "G. C. Cawley and N. L. C. Talbot",
      year: 2010,
      url: "https://www.jmlr.org/papers/v11/cawley10a.html",
    },
    {
      title: "No Unbiased Estimator of the Variance of K-Fold Cross-Validation, JMLR 5",
      authors: "Y. Bengio and Y. Grandvalet",
      year: 2004,
      url: "https://www.jmlr.org/papers/v5/grandvalet04a.html",
    },
    {
      title: "The Elements of Statistical Learning, 2nd edition, section 7.10",
      authors: "T. Hastie, R. Tibshirani and J. Friedman",
      year: 2009,
      url: "https://hastie.su.domains/ElemStatLearn/",
    },
  ],
});
