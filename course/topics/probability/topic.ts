import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "probability",
  title: "Probability and conditional probability",
  question: "Women and children first: was it so on the Titanic?",
  prerequisites: [],
  teaches: [
    "Say which experiment a probability belongs to, and compute it as a share",
    "Add probabilities without counting anybody twice, and use what is left to 1",
    "Read joint, marginal and conditional probabilities off one table, and keep P(A | B) apart from P(B | A)",
    "Put shares of groups together again with the law of total probability",
    "Say what independence means, and what it costs to assume it where it does not hold",
    "Recognise Simpson's paradox when a total turns against all of its parts",
  ],
  rows: ["FND-011"],
  minutes: 50,
  sources: [
    {
      title: "Grundbegriffe der Wahrscheinlichkeitsrechnung (the three rules)",
      authors: "A. Kolmogorov",
      year: 1933,
      url: "https://doi.org/10.1007/978-3-642-49888-6",
    },
    {
      title: "The Interpretation of Interaction in Contingency Tables",
      authors: "E. H. Simpson, Journal of the Royal Statistical Society B 13(2)",
      year: 1951,
      url: "https://doi.org/10.1111/j.2517-6161.1951.tb00088.x",
    },
    {
      title: "The “Unusual Episode” Data Revisited (the table of the Titanic)",
      authors: "R. J. MacG. Dawson, Journal of Statistics Education 3(3)",
      year: 1995,
      url: "https://doi.org/10.1080/10691898.1995.11910499",
    },
    {
      title: "Introduction to Probability, second edition, chapters 1 and 2",
      authors: "J. K. Blitzstein and J. Hwang",
      year: 2019,
      url: "https://projects.iq.harvard.edu/stat110",
    },
  ],
});
