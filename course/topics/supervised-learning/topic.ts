import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "supervised-learning",
  title: "Supervised learning",
  question:
    "Rangers type three lengths of a penguin into your form. Can the page fill in the species, and warn when the weight looks like a typo?",
  prerequisites: [],
  teaches: [
    "Turn a question into a table of features and a target, and say whether it is regression or classification",
    "Learn a rule from labelled examples from scratch: the best threshold, and the k nearest neighbours for both tasks",
    "Fit, predict and score with the library, and check it against your own program",
    "Judge a model on rows that were kept apart, against a baseline",
    "Notice unequal units, and rows unlike anything that was learned from",
  ],
  rows: ["SUP-001"],
  minutes: 45,
  sources: [
    {
      title:
        "Discriminatory Analysis. Nonparametric Discrimination: Consistency Properties (a report of 1951, printed in International Statistical Review 57(3))",
      authors: "E. Fix and J. L. Hodges",
      year: 1989,
      url: "https://doi.org/10.2307/1403797",
    },
    {
      title:
        "Nearest Neighbor Pattern Classification, IEEE Transactions on Information Theory 13(1)",
      authors: "T. M. Cover and P. E. Hart",
      year: 1967,
      url: "https://doi.org/10.1109/TIT.1967.1053964",
    },
    {
      title: "A Few Useful Things to Know About Machine Learning, Communications of the ACM 55(10)",
      authors: "P. Domingos",
      year: 2012,
      url: "https://doi.org/10.1145/2347736.2347755",
    },
    {
      title:
        "Ecological Sexual Dimorphism and Environmental Variability within a Community of Antarctic Penguins, PLoS ONE 9(3)",
      authors: "K. B. Gorman, T. D. Williams and W. R. Fraser",
      year: 2014,
      url: "https://doi.org/10.1371/journal.pone.0090081",
    },
  ],
});
