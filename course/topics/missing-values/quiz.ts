import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "which-mechanism",
    question:
      "A scale for bathrooms sends weights to your server. Its battery is weak, so it often fails in the last week before a new one. The dates are all there. What are the gaps?",
    answer: 1,
    choices: [
      {
        text: "MCAR: a battery is chance.",
        explanation:
          "Not quite: in some weeks far more is missing than in others. MCAR means that nothing decides.",
      },
      {
        text: "MAR: the date decides, and it is known.",
        explanation:
          "Right. Given the date, the weight itself has no say, so other values of that time can tell what belongs there.",
      },
      {
        text: "MNAR: the weight is missing, and it is about the weight.",
        explanation:
          "The weight is what is missing; it does not decide. It would be MNAR if people stepped off when they did not like the number.",
      },
      {
        text: "None: a broken device is not statistics.",
        explanation: "Every gap has a reason, and the reason is one of the three.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "shrunken-variance",
    question:
      "Nine known values have the variance 16 (divided by $m-1$). Eight more are missing and are filled with the mean. Which variance does the column of 17 have?",
    answer: 8,
    tolerance: 0.001,
    explanation:
      "The sum of squares stays $8 \\cdot 16 = 128$, since the new values lie on the mean. Now it is divided by $16$.",
  },
  {
    kind: "output",
    id: "comes-through",
    question: "One comparison per kind of gap. What is printed?",
    code: `const gap = Number.NaN;
console.log([3, gap, 5].filter((x) => x !== gap).length, [3, gap, 5].filter((x) => !Number.isNaN(x)).length);`,
    answer: "3 2",
    explanation:
      "NaN is not even equal to itself, so `x !== gap` is true for every value. Ask with `Number.isNaN`.",
  },
  {
    kind: "choice",
    id: "drop-and-slope",
    question:
      "Salaries are missing, and only the years of experience decide which. You drop these rows. What is still about right?",
    answer: 2,
    choices: [
      {
        text: "The mean salary.",
        explanation: "No: people with many years are missing more often, and they earn more.",
      },
      {
        text: "The mean of the years.",
        explanation: "In the rows that are left it is too low, for the same reason.",
      },
      {
        text: "The slope of salary over years.",
        explanation:
          "Right. At each number of years those who answered are a fair sample, and the line only asks for that.",
      },
      {
        text: "Nothing.",
        explanation: "That would be so if the salary decided. Here the line survives.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "distance-with-gaps",
    question:
      "Rows $(2,\\ 5,\\ \\text{gap},\\ 1)$ and $(4,\\ \\text{gap},\\ 7,\\ 3)$. What is their **squared** distance, as `KNNImputer` counts it?",
    answer: 16,
    tolerance: 0.001,
    explanation:
      "Both have the first and the last column: $4 + 4 = 8$. Scaled from two columns up to four: $\\tfrac42 \\cdot 8 = 16$.",
  },
  {
    kind: "order",
    id: "order-of-work",
    question: "Bring the steps into an order that leaks nothing.",
    lines: [
      "turn codes such as −999 into gaps",
      "look at which rows have gaps, and ask why",
      "split into training and test rows",
      "fit the imputer on the training rows",
      "fill the training rows and the test rows with it",
      "fit the model on the filled training rows",
      "score it on the filled test rows",
    ],
    explanation:
      "A code that is still a number would be learned as one. After the split the imputer sees training rows only, like every other part of the model.",
  },
  {
    kind: "choice",
    id: "prove-mnar",
    question: "How do you find out from a table that a column is MNAR?",
    answer: 3,
    choices: [
      {
        text: "Compare the mean of the other columns, with and without the gap.",
        explanation: "That can show that it is not MCAR. It cannot tell MAR from MNAR.",
      },
      {
        text: "Fill the gaps, and look whether the model gets better.",
        explanation: "A model is scored on known values. The gaps never take part.",
      },
      {
        text: "Test whether the known values are normal.",
        explanation:
          "They may be skewed because of gaps, or because salaries are. The table does not say.",
      },
      {
        text: "Not at all.",
        explanation:
          "Right. What decides is not in the table. Ask people, repeat the question for some of them, or compute for several assumptions.",
      },
    ],
  },
]);
