import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "random-variables",
  title: "Random variables",
  question: "How do you make Math.random() behave like visitors?",
  prerequisites: ["probability"],
  teaches: [
    "Say what a random variable is, and tell discrete from continuous ones",
    "Read probabilities off a mass function, a density and a distribution function",
    "Draw the empirical distribution function of data, and read quantiles off it",
    "Turn uniform random numbers into any others with the quantile function",
    "Check a sampler by the largest gap between two distribution functions",
  ],
  rows: ["FND-010"],
  minutes: 45,
  sources: [
    {
      title: "Sulla determinazione empirica di una legge di distribuzione",
      authors: "A. Kolmogorov, Giornale dell'Istituto Italiano degli Attuari 4",
      year: 1933,
    },
    {
      title: "Non-Uniform Random Variate Generation, chapter 2",
      authors: "L. Devroye",
      year: 1986,
      url: "https://doi.org/10.1007/978-1-4613-8643-8",
    },
    {
      title: "Introduction to Probability, second edition, chapters 3 and 5",
      authors: "J. K. Blitzstein and J. Hwang",
      year: 2019,
      url: "https://projects.iq.harvard.edu/stat110",
    },
    {
      title: "Daily weather of Seattle, 2012 to 2015 (the data)",
      authors: "NOAA National Climatic Data Center",
      year: 2015,
    },
  ],
});
