import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "probability-distributions",
  title: "Probability distributions",
  question: "Thirty requests arrive in an average second. How often are forty not enough?",
  prerequisites: ["expectation-and-variance"],
  teaches: [
    "Answer questions about counts with the probabilities of a binomial or a Poisson distribution",
    "Read a density as area, and tell density, distribution function and quantile apart",
    "Say which story leads to which distribution, and what each parameter does",
    "Fit a distribution to data and check its tails against what was seen",
    "Compute small probabilities without losing their digits",
  ],
  rows: ["FND-012"],
  minutes: 50,
  sources: [
    {
      title: "Recherches sur la probabilité des jugements",
      authors: "S. D. Poisson",
      year: 1837,
    },
    {
      title: "Introduction to Probability, second edition, chapters 3 to 5",
      authors: "J. K. Blitzstein and J. Hwang",
      year: 2019,
      url: "https://projects.iq.harvard.edu/stat110",
    },
    {
      title: "SciPy 1.0: Fundamental Algorithms for Scientific Computing in Python",
      authors: "P. Virtanen and others, Nature Methods 17",
      year: 2020,
      url: "https://doi.org/10.1038/s41592-019-0686-2",
    },
    {
      title:
        "Ames, Iowa: Alternative to the Boston Housing Data as an End of Semester Regression Project",
      authors: "D. De Cock, Journal of Statistics Education 19(3)",
      year: 2011,
      url: "https://doi.org/10.1080/10691898.2011.11889627",
    },
  ],
});
