import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "hypothesis-tests",
  title: "Hypothesis tests and p-values",
  question: "Version B of your page sold more. Was it luck?",
  prerequisites: ["probability-distributions"],
  teaches: [
    "Say what a p-value is the probability of, and what it is not",
    "Test a difference by shuffling labels, in a few lines",
    "Compute a t statistic by hand, paired and unpaired",
    "Choose among eight tests by the question and the data",
    "Tell significance from size, and plan for power",
    "Recognize what peeking and many tests do to false alarms",
  ],
  rows: ["FND-016"],
  minutes: 50,
  sources: [
    {
      title: "The Design of Experiments",
      authors: "R. A. Fisher",
      year: 1935,
    },
    {
      title: "The Probable Error of a Mean",
      authors: "Student (W. S. Gosset), Biometrika 6(1)",
      year: 1908,
      url: "https://doi.org/10.1093/biomet/6.1.1",
    },
    {
      title: "The ASA Statement on p-Values: Context, Process, and Purpose",
      authors: "R. L. Wasserstein and N. A. Lazar, The American Statistician 70(2)",
      year: 2016,
      url: "https://doi.org/10.1080/00031305.2016.1154108",
    },
    {
      title: "Repeated Significance Tests on Accumulating Data",
      authors:
        "P. Armitage, C. K. McPherson and B. C. Rowe, Journal of the Royal Statistical Society A 132(2)",
      year: 1969,
      url: "https://doi.org/10.2307/2343787",
    },
  ],
});
