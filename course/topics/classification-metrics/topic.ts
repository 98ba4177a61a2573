import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "classification-metrics",
  title: "Confusion matrix, ROC and the threshold",
  question: "Your spam filter gives each mail a score. From which score on does it go to junk?",
  prerequisites: ["bayes-theorem"],
  teaches: [
    "Count a confusion matrix, and get accuracy, precision, recall and F1 from its four cells",
    "Draw a ROC curve by sorting scores, with ties as diagonal steps",
    "Read the area under it as the share of pairs that are ranked right",
    "Say when accuracy and AUC flatter, and look at precision instead",
    "Choose a threshold by what the two kinds of errors cost, and on which rows to choose it",
  ],
  rows: ["EVA-013", "EVA-014"],
  minutes: 55,
  sources: [
    {
      title: "An introduction to ROC analysis",
      authors: "T. Fawcett, Pattern Recognition Letters 27(8)",
      year: 2006,
      url: "https://doi.org/10.1016/j.patrec.2005.10.010",
    },
    {
      title:
        "The meaning and use of the area under a receiver operating characteristic (ROC) curve",
      authors: "J. A. Hanley and B. J. McNeil, Radiology 143(1)",
      year: 1982,
      url: "https://doi.org/10.1148/radiology.143.1.7063747",
    },
    {
      title: "The relationship between Precision-Recall and ROC curves",
      authors: "J. Davis and M. Goadrich, ICML",
      year: 2006,
      url: "https://doi.org/10.1145/1143844.1143874",
    },
    {
      title: "The Foundations of Cost-Sensitive Learning",
      authors: "C. Elkan, IJCAI",
      year: 2001,
    },
    {
      title: "Spambase, UCI Machine Learning Repository",
      authors: "M. Hopkins, E. Reeber, G. Forman and J. Suermondt",
      year: 1999,
      url: "https://doi.org/10.24432/C53G6X",
    },
  ],
});
