import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "feature-selection",
  title: "Feature selection",
  question: "A program measures 30 numbers of each tumour. Which five would do?",
  prerequisites: ["regularization", "cross-validation"],
  teaches: [
    "Score features one by one with an F test, by hand: a filter",
    "Add features one after the other by cross-validation: a wrapper",
    "Let a penalty choose while the model is fitted: embedded",
    "Compare the three on one table, by score, by cost and by what they miss",
    "Select inside the folds, and know what selection before the split invents",
  ],
  rows: ["FEA-002"],
  minutes: 50,
  sources: [
    {
      title:
        "An Introduction to Variable and Feature Selection, Journal of Machine Learning Research 3",
      authors: "I. Guyon and A. Elisseeff",
      year: 2003,
      url: "https://www.jmlr.org/papers/v3/guyon03a.html",
    },
    {
      title: "Wrappers for feature subset selection, Artificial Intelligence 97(1–2)",
      authors: "R. Kohavi and G. H. John",
      year: 1997,
      url: "https://doi.org/10.1016/S0004-3702(97)00043-X",
    },
    {
      title:
        "Selection bias in gene extraction on the basis of microarray gene-expression data, PNAS 99(10)",
      authors: "C. Ambroise and G. J. McLachlan",
      year: 2002,
      url: "https://doi.org/10.1073/pnas.102102699",
    },
    {
      title: "Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning Repository",
      authors: "W. H. Wolberg, O. L. Mangasarian and W. N. Street",
      year: 1995,
      url: "https://doi.org/10.24432/C5DW2B",
    },
  ],
});
