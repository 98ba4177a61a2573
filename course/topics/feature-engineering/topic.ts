import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "feature-engineering",
  title: "Feature engineering",
  question:
    "Your price model explains 80 % with seven columns. Which eighth column is worth adding?",
  prerequisites: ["cross-validation", "categorical-encoding"],
  teaches: [
    "Look for features in what a model misses, group by group",
    "Say which columns a linear model can form by itself, and which are news to it",
    "Measure the gain of a feature fold by fold, with its standard error",
    "Tell a feature that helps from the luckiest of many, and from the answer in disguise",
    "Raise the score on hidden rows by a feature of your own",
  ],
  rows: ["FEA-001"],
  minutes: 50,
  sources: [
    {
      title: "A Few Useful Things to Know About Machine Learning, Communications of the ACM 55(10)",
      authors: "P. Domingos",
      year: 2012,
      url: "https://doi.org/10.1145/2347736.2347755",
    },
    {
      title: "Feature Engineering and Selection: A Practical Approach for Predictive Models",
      authors: "M. Kuhn and K. Johnson",
      year: 2019,
      url: "http://www.feat.engineering/",
    },
    {
      title: "Inference for the Generalization Error, Machine Learning 52(3)",
      authors: "C. Nadeau and Y. Bengio",
      year: 2003,
      url: "https://doi.org/10.1023/A:1024068626366",
    },
    {
      title:
        "Ames, Iowa: Alternative to the Boston Housing Data as an End of Semester Regression Project, Journal of Statistics Education 19(3)",
      authors: "D. De Cock",
      year: 2011,
      url: "https://doi.org/10.1080/10691898.2011.11889627",
    },
  ],
});
