import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "slope-with-product",
    question:
      "A model says: price = 20 + 3 · area + 10 · new + 2 · area · new. What does one more unit of area add for a new house?",
    answer: 5,
    tolerance: 0.001,
    explanation: "$w_1 + w_3 x_2 = 3 + 2 \\cdot 1 = 5$. For an old house it is 3.",
  },
  {
    kind: "numeric",
    id: "swing",
    question:
      "A model of visitors has the weights 300 for the cosine and −400 for the sine of the hour. By how many visitors does the wave swing to each side?",
    answer: 500,
    tolerance: 0.01,
    explanation: "$\\sqrt{300^2 + 400^2} = 500$. The signs only say where the peak is.",
  },
  {
    kind: "choice",
    id: "which-leaks",
    question:
      "On Monday morning you predict the sales of Monday. Which feature can you *not* have?",
    answer: 2,
    choices: [
      {
        text: "The mean of the last seven Mondays.",
        explanation: "All of them are past.",
      },
      {
        text: "Whether today is a holiday.",
        explanation: "The calendar is known years ahead.",
      },
      {
        text: "The mean of the seven days that end today.",
        explanation:
          "Right: today's sales are in it, and they are what you predict. Shift the window.",
      },
      {
        text: "The forecast of the weather for today, made yesterday.",
        explanation:
          "Known. But learn with old forecasts then, not with the weather that came: the two differ.",
      },
    ],
  },
  {
    kind: "output",
    id: "shifted-window",
    question: "What is printed?",
    code: `const sales = [2, 4, 6, 8];
const before = sales.map((_, i) => sales.slice(Math.max(0, i - 2), i));
console.log(before.map((past) => past.reduce((a, b) => a + b, 0)).join(" "));`,
    answer: "0 2 6 10",
    explanation:
      "`slice(i − 2, i)` ends before row i: nothing, 2, 2 + 4, 4 + 6. The row's own value is not in it.",
  },
  {
    kind: "choice",
    id: "learn-and-ask",
    question:
      "You learn with group means over the whole table, and in service use means of the past. What do you expect?",
    answer: 0,
    choices: [
      {
        text: "The model trusts the mean too much, and can be worse than without it.",
        explanation:
          "Right. In the lesson 0.605 against 0.694: it learned from a column that held the answer.",
      },
      {
        text: "A little less than measured, but still better than without.",
        explanation:
          "It may happen with large groups. With small ones the weight is far too large.",
      },
      {
        text: "No difference: both are means of the group.",
        explanation: "One of them holds the row's own answer.",
      },
      {
        text: "An error, for the columns differ.",
        explanation: "They have the same name and type. Nothing notices.",
      },
    ],
  },
  {
    kind: "choice",
    id: "why-two",
    question: "Why does the circle need two columns, cosine *and* sine?",
    answer: 1,
    choices: [
      {
        text: "For an intercept and a slope.",
        explanation: "The intercept is a column of its own.",
      },
      {
        text: "The cosine alone is the same in spring and in autumn.",
        explanation:
          "Right: a place on a circle has two coordinates. With one of them, two days of the year look alike.",
      },
      {
        text: "The sine corrects for leap years.",
        explanation: "Leap years are in the share of the year already.",
      },
      {
        text: "One is for the day and one for the night.",
        explanation: "Both are of the date; the hour would have a circle of its own.",
      },
    ],
  },
]);
