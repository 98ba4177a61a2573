import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "imbalanced-data",
  title: "Imbalanced data",
  question:
    "Your filter is right for 98.2 % of all mails, and finds 17 of 61 spam. How do you teach a model about something rare?",
  prerequisites: ["classification-metrics", "cross-validation"],
  teaches: [
    "Choose a measure that notices rare things, and read it next to its baseline",
    "Weight classes, and say what that does to the log-odds and to the probabilities",
    "Make up rows by SMOTE, by hand and with the library",
    "Tell what resampling improves from what moving the threshold does",
    "Resample inside the folds of cross-validation, and measure what happens otherwise",
  ],
  rows: ["FEA-015"],
  minutes: 55,
  sources: [
    {
      title:
        "SMOTE: Synthetic Minority Over-sampling Technique, Journal of Artificial Intelligence Research 16",
      authors: "N. V. Chawla, K. W. Bowyer, L. O. Hall and W. P. Kegelmeyer",
      year: 2002,
      url: "https://doi.org/10.1613/jair.953",
    },
    {
      title:
        "Learning from Imbalanced Data, IEEE Transactions on Knowledge and Data Engineering 21(9)",
      authors: "H. He and E. A. Garcia",
      year: 2009,
      url: "https://doi.org/10.1109/TKDE.2008.239",
    },
    {
      title:
        "The harm of class imbalance corrections for risk prediction models, Journal of the American Medical Informatics Association 29(9)",
      authors: "R. van den Goorbergh, M. van Smeden, D. Timmerman and B. Van Calster",
      year: 2022,
      url: "https://doi.org/10.1093/jamia/ocac093",
    },
    {
      title: "The Foundations of Cost-Sensitive Learning, IJCAI",
      authors: "C. Elkan",
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
