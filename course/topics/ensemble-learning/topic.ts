import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "ensemble-learning",
  title: "Ensemble learning",
  question:
    "Three spam filters are right about 89 % of your mails each. Can they be better together than the best of them, and what would a hundred do?",
  prerequisites: ["bias-variance", "cross-validation", "overfitting"],
  teaches: [
    "Compute how often a majority of independent voters is right, by pencil and for any number",
    "Explain by a formula why correlated members stop helping",
    "Write hard and soft voting from scratch, and tell when they disagree",
    "Bag a model with drawn rows and columns, and judge it by the rows that each member has not seen",
    "Stack models with out-of-fold predictions, and say what goes wrong without them",
  ],
  rows: ["SUP-016"],
  minutes: 55,
  sources: [
    {
      title:
        "Essai sur l’application de l’analyse à la probabilité des décisions rendues à la pluralité des voix",
      authors: "N. de Condorcet",
      year: 1785,
    },
    {
      title: "Bagging Predictors, Machine Learning 24",
      authors: "L. Breiman",
      year: 1996,
      url: "https://doi.org/10.1007/BF00058655",
    },
    {
      title: "The Random Subspace Method for Constructing Decision Forests, IEEE PAMI 20(8)",
      authors: "T. K. Ho",
      year: 1998,
      url: "https://doi.org/10.1109/34.709601",
    },
    {
      title: "Stacked Generalization, Neural Networks 5(2)",
      authors: "D. H. Wolpert",
      year: 1992,
      url: "https://doi.org/10.1016/S0893-6080(05)80023-1",
    },
    {
      title: "Ensemble Methods in Machine Learning, MCS 2000",
      authors: "T. G. Dietterich",
      year: 2000,
      url: "https://doi.org/10.1007/3-540-45014-9_1",
    },
  ],
});
