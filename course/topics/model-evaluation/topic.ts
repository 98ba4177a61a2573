import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "model-evaluation",
  title: "Model evaluation",
  question:
    "One model wins by accuracy, the other finds twice as many customers who leave, and by a third metric they are equal. Which metric is yours, and is the lead more than luck?",
  prerequisites: ["cross-validation", "classification-metrics", "linear-regression"],
  teaches: [
    "Choose a metric by what a mistake costs, in ten situations, and say what the usual one would have chosen",
    "Report a score next to a baseline, as a share of what could be gained",
    "Give a score an interval, by pencil and by bootstrap",
    "Compare two models on the same rows, by the rows on which they differ",
    "Look at groups before you believe a mean, and see how a mean can turn an order round",
  ],
  rows: ["EVA-001"],
  minutes: 55,
  sources: [
    {
      title: "Making and Evaluating Point Forecasts, JASA 106(494)",
      authors: "T. Gneiting",
      year: 2011,
      url: "https://doi.org/10.1198/jasa.2011.r10138",
    },
    {
      title:
        "Approximate Statistical Tests for Comparing Supervised Classification Learning Algorithms, Neural Computation 10(7)",
      authors: "T. G. Dietterich",
      year: 1998,
      url: "https://doi.org/10.1162/089976698300017197",
    },
    {
      title: "The Relationship Between Precision-Recall and ROC Curves, ICML",
      authors: "J. Davis and M. Goadrich",
      year: 2006,
      url: "https://doi.org/10.1145/1143844.1143874",
    },
    {
      title:
        "Comparison of treatment of renal calculi by open surgery, percutaneous nephrolithotomy, and extracorporeal shockwave lithotripsy, BMJ 292",
      authors: "C. R. Charig, D. R. Webb, S. R. Payne and J. E. A. Wickham",
      year: 1986,
      url: "https://doi.org/10.1136/bmj.292.6524.879",
    },
    {
      title: "An Introduction to the Bootstrap",
      authors: "B. Efron and R. J. Tibshirani",
      year: 1993,
    },
  ],
});
