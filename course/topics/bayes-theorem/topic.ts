import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "bayes-theorem",
  title: "Bayes' theorem",
  question: "The test is positive. How sure can you be?",
  prerequisites: ["probability"],
  teaches: [
    "Turn P(positive | ill) into P(ill | positive), by counting people and by Bayes' theorem",
    "Say what prior, likelihood, evidence and posterior are, and why rare things cause false alarms",
    "Update odds by likelihood ratios, one clue after the other",
    "Build a small spam filter, and see where its clues are not independent",
    "Update a whole curve of beliefs about an unknown rate",
  ],
  rows: ["FND-013"],
  minutes: 50,
  sources: [
    {
      title: "An Essay towards Solving a Problem in the Doctrine of Chances",
      authors: "T. Bayes and R. Price, Philosophical Transactions 53",
      year: 1763,
      url: "https://doi.org/10.1098/rstl.1763.0053",
    },
    {
      title: "A Bayesian Approach to Filtering Junk E-Mail, AAAI Workshop on Learning for Text",
      authors: "M. Sahami, S. Dumais, D. Heckerman and E. Horvitz",
      year: 1998,
    },
    {
      title: "Spambase (the data), UCI Machine Learning Repository",
      authors: "M. Hopkins, E. Reeber, G. Forman and J. Suermondt",
      year: 1999,
      url: "https://archive.ics.uci.edu/dataset/94/spambase",
    },
    {
      title:
        "Helping Doctors and Patients Make Sense of Health Statistics, Psychological Science in the Public Interest 8(2)",
      authors: "G. Gigerenzer, W. Gaissmaier, E. Kurz-Milcke, L. M. Schwartz and S. Woloshin",
      year: 2007,
      url: "https://doi.org/10.1111/j.1539-6053.2008.00033.x",
    },
  ],
});
