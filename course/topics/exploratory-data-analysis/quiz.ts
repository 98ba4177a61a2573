import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "gaps-with-a-reason",
    question:
      "`total_charges` is missing in 11 rows, and all 11 have `tenure` 0. What do you do first?",
    answer: 1,
    choices: [
      {
        text: "Fill the gaps with the mean of the column.",
        explanation:
          "That would bill people who joined this month for years of service. The gap has a reason, and the reason says what belongs there.",
      },
      {
        text: "Ask what a customer of tenure 0 has paid so far, and fill the gaps with that: 0.",
        explanation:
          "Right. Nobody was billed yet, so the value is known: it is 0, and the gap was an accident of how the table was made.",
      },
      {
        text: "Drop the 11 rows.",
        explanation:
          "Only 0.2 % of the rows, but all of them new customers. The model would then never have seen one.",
      },
      {
        text: "Nothing: eleven rows do not matter.",
        explanation:
          "They matter as soon as a new customer asks for a prediction, or the code meets a NaN.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "upper-fence",
    question: "The quartiles are $q_1 = 10$ and $q_3 = 18$. Where is Tukey's upper fence?",
    answer: 30,
    tolerance: 0.001,
    explanation: "The interquartile range is 8, and $18 + 1.5 \\cdot 8 = 30$.",
  },
  {
    kind: "output",
    id: "one-typo",
    question: "Someone types 500 for 5. What is printed?",
    code: `const ages = [3, 4, 5, 6, 500];
const mean = ages.reduce((a, b) => a + b) / ages.length;
const median = ages.toSorted((a, b) => a - b)[2];
console.log(mean, median);`,
    answer: "103.6 5",
    explanation:
      "The mean goes from 4.6 (with the 5) to 103.6. The median only asks which value stands in the middle, and that one is still 5.",
  },
  {
    kind: "choice",
    id: "correlation-zero",
    question: "Two columns have a correlation of 0. What do you know?",
    answer: 2,
    choices: [
      {
        text: "They have nothing to do with each other.",
        explanation: "$y = x^2$ on a range around 0 has correlation 0, and $x$ decides $y$.",
      },
      {
        text: "One of them is constant.",
        explanation: "Then the correlation is not 0 but undefined: its formula divides by 0.",
      },
      {
        text: "No straight line through the cloud does better than a level one.",
        explanation:
          "Right, and no more than that. The picture tells whether there is a curve, or groups.",
      },
      {
        text: "There are too few rows to tell.",
        explanation:
          "The number does not say how many rows it comes from. More rows make it more certain.",
      },
    ],
  },
  {
    kind: "choice",
    id: "which-column-leaks",
    question:
      "You want to predict who will leave next month. Which column must not go into the model?",
    answer: 3,
    choices: [
      {
        text: "`contract`, since it is the strongest of all columns.",
        explanation:
          "Strong is good. The contract is known today, for every customer, so the model may use it.",
      },
      {
        text: "`tenure`, since it has two crowds.",
        explanation: "An odd shape is something to know, not a reason to leave a column out.",
      },
      {
        text: "`total_charges`, since it nearly repeats `tenure` times `monthly_charges`.",
        explanation:
          "It adds little, and makes coefficients hard to read; but it gives nothing away.",
      },
      {
        text: "`exit_survey`, which is sent to people who have cancelled.",
        explanation:
          "Right. On the day of the prediction it is empty for everybody: it comes from the future.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-a-first-look",
    question: "Bring the steps of a first look into the lesson's order.",
    lines: [
      "count rows, columns and types",
      "ask why values are missing",
      "look at each column's shape",
      "look at pairs of columns",
      "fit a first model",
    ],
    explanation:
      "Each step can spoil the next ones: a 999 for “unknown” bends a shape, and one bent shape makes or breaks a correlation.",
  },
]);
