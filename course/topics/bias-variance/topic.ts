import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "bias-variance",
  title: "The bias–variance trade-off",
  question:
    "Two servers run the same program on different data and give answers 4 °C apart. Which part of the error is the program's, which is the data's, and which can nobody remove?",
  prerequisites: ["polynomial-regression", "expectation-and-variance"],
  teaches: [
    "Split a mean squared error into bias², variance and noise, by pencil and from 200 resamples",
    "Derive the identity, and say which average makes each cross term vanish",
    "Predict what a bendier model, more rows or a new feature does to each part",
    "Tell from one sample, by its training and left-out errors, which part is too large",
    "Say where the U-shaped curve ends to be a law: absolute errors, and more columns than rows",
  ],
  rows: ["EVA-004"],
  minutes: 50,
  sources: [
    {
      title: "Neural Networks and the Bias/Variance Dilemma, Neural Computation 4(1)",
      authors: "S. Geman, E. Bienenstock and R. Doursat",
      year: 1992,
      url: "https://doi.org/10.1162/neco.1992.4.1.1",
    },
    {
      title: "The Elements of Statistical Learning, 2nd edition, sections 2.9 and 7.3",
      authors: "T. Hastie, R. Tibshirani and J. Friedman",
      year: 2009,
      url: "https://hastie.su.domains/ElemStatLearn/",
    },
    {
      title:
        "Reconciling modern machine-learning practice and the classical bias–variance trade-off, PNAS 116(32)",
      authors: "M. Belkin, D. Hsu, S. Ma and S. Mandal",
      year: 2019,
      url: "https://doi.org/10.1073/pnas.1903070116",
    },
    {
      title: "A Unified Bias-Variance Decomposition and its Applications, ICML",
      authors: "P. Domingos",
      year: 2000,
      url: "https://homes.cs.washington.edu/~pedrod/papers/mlc00a.pdf",
    },
  ],
});
