import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "no-mail",
    question:
      "On average 3 messages arrive in an hour, independently of one another. What is the probability of an hour without any? ($e^{-3} \\approx 0.0498$)",
    answer: 0.0498,
    tolerance: 0.001,
    explanation: "$\\mathrm P(X = 0) = e^{-\\mu} = e^{-3} \\approx 0.05$: one hour in twenty.",
  },
  {
    kind: "choice",
    id: "density-above-one",
    question: "A density is 2.5 at x = 0.3. What does that mean?",
    answer: 1,
    choices: [
      {
        text: "There is a mistake: probabilities are at most 1.",
        explanation:
          "Probabilities are, densities are not: a density has to be multiplied by a width.",
      },
      {
        text: "A short interval of length h around 0.3 has a probability of about 2.5 · h.",
        explanation: "Right: area is height times width, as long as the height hardly changes.",
      },
      {
        text: "x = 0.3 is two and a half times as probable as x = 0.",
        explanation:
          "Single values have the probability 0. And how high the density is at 0, you were not told.",
      },
      {
        text: "x is at most 0.3 with odds of 2.5 to 1.",
        explanation:
          "That would be a statement about the distribution function, the area to the left.",
      },
    ],
  },
  {
    kind: "output",
    id: "quantile-of-a-count",
    question: "A fair coin is thrown 4 times. What does this print?",
    code: `import { binom } from "@gradus/stats";

console.log(binom({ n: 4, p: 0.5 }).ppf(0.5));`,
    answer: "2",
    explanation:
      "The probabilities are 1, 4, 6, 4 and 1 sixteenths. At most 1 head has 5/16, at most 2 have 11/16: 2 is the smallest number that reaches one half.",
  },
  {
    kind: "choice",
    id: "which-story",
    question:
      "You count support tickets a day. The average is 20 and the standard deviation is 12. Which distribution fits?",
    answer: 2,
    choices: [
      {
        text: "Poisson with mu = 20",
        explanation:
          "Its standard deviation is $\\sqrt{20} \\approx 4.5$. These days differ far more from one another.",
      },
      {
        text: "Binomial, since tickets are counted",
        explanation: "A binomial distribution varies even less than Poisson with the same average.",
      },
      {
        text: "Negative binomial: something makes tickets come together.",
        explanation:
          "Right: a bad release brings many at once. Where the variance is well above the mean, events are not independent of one another.",
      },
      {
        text: "Exponential with scale 20",
        explanation: "That is for times between events. Counts are whole numbers.",
      },
    ],
  },
  {
    kind: "choice",
    id: "forgetful",
    question:
      "Requests arrive as in the lesson, 33 ms apart on average. None has come for 100 ms. How long do you expect to wait now?",
    answer: 0,
    choices: [
      {
        text: "33 ms, as at any moment",
        explanation:
          "Right: exponential waits do not remember. That the last request is long ago says nothing about the next.",
      },
      {
        text: "Less: the next one is overdue.",
        explanation:
          "That is the gambler's fallacy. Nobody keeps account of the time; all users decide independently.",
      },
      {
        text: "More: it seems to be a quiet time.",
        explanation:
          "If the average is known to be 33 ms there are no quiet times. If you doubt that average, it is another model.",
      },
      {
        text: "67 ms, so that the average comes out right",
        explanation: "Averages come right by many later waits, not by making up for one.",
      },
    ],
  },
  {
    kind: "order",
    id: "halving",
    question: "Bring the lines into an order that finds the quantile of `p` by halving.",
    lines: [
      "let [low, high] = [-9, 9];",
      "while (high - low > 1e-12) {",
      "const middle = (low + high) / 2;",
      "if (d.cdf(middle) < p) low = middle; else high = middle;",
      "}",
    ],
    explanation:
      "Each turn looks at the middle and keeps the half in which the distribution function passes p.",
  },
]);
