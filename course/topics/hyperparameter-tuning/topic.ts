import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "hyperparameter-tuning",
  title: "Hyperparameter tuning",
  question:
    "The same model on the same houses misses by 19 % or by 54 %: it depends on two numbers that you chose. How do you find good ones if you can pay for only 16 fits?",
  prerequisites: ["cross-validation"],
  teaches: [
    "Tell a parameter from a hyperparameter, and search strengths by their powers of ten",
    "Explain when a grid wastes its fits, and when it does not",
    "Write tree-structured Parzen estimators and successive halving from scratch",
    "Compare searches by what they cost, and run all four with the library",
    "Say why the best score of a search is too good, and what to report instead",
  ],
  rows: ["EVA-016"],
  minutes: 55,
  sources: [
    {
      title: "Random Search for Hyper-Parameter Optimization, JMLR 13",
      authors: "J. Bergstra and Y. Bengio",
      year: 2012,
      url: "https://www.jmlr.org/papers/v13/bergstra12a.html",
    },
    {
      title: "Algorithms for Hyper-Parameter Optimization, NeurIPS 24",
      authors: "J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl",
      year: 2011,
      url: "https://papers.nips.cc/paper/4443-algorithms-for-hyper-parameter-optimization",
    },
    {
      title:
        "Non-stochastic Best Arm Identification and Hyperparameter Optimization, AISTATS, PMLR 51",
      authors: "K. Jamieson and A. Talwalkar",
      year: 2016,
      url: "https://proceedings.mlr.press/v51/jamieson16.html",
    },
  ],
});
