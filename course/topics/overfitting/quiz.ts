import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "perfect-training",
    question: "A model has 100 % on its training rows. What follows?",
    answer: 3,
    choices: [
      {
        text: "It overfits.",
        explanation:
          "Perhaps. But where classes are far apart, a good model is right about all rows, seen or not.",
      },
      {
        text: "It has learned the rule behind the data.",
        explanation:
          "A list of the training rows would have 100 %, too, even if coins made the labels.",
      },
      {
        text: "It has too many columns.",
        explanation: "The nearest neighbour gets 100 % with a single column.",
      },
      {
        text: "Nothing, until you see its score on rows left out.",
        explanation: "Right. The training score alone says neither good nor bad.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "gap-by-hand",
    question:
      "Values 1, 2, 6, 7 with the classes a, a, b, a. How many of the four does the *one* nearest neighbour tell right when each is covered in turn?",
    answer: 2,
    tolerance: 0.001,
    explanation:
      "1 asks 2 and 2 asks 1: both right. 6 asks 7 and 7 asks 6: both wrong. On its own rows it would be four of four.",
  },
  {
    kind: "choice",
    id: "read-learning-curve",
    question:
      "From 500 to 5,000 rows both curves lie together at 71 %. The boss wants to buy 50,000 rows more. You say:",
    answer: 1,
    choices: [
      {
        text: "Yes: more rows always help.",
        explanation: "They close gaps. Here there is none to close.",
      },
      {
        text: "No: let us look for better features or a more flexible model first.",
        explanation:
          "Right. The curves have met. This model with these columns has given what it has.",
      },
      {
        text: "Yes, but only together with a stronger penalty.",
        explanation: "A penalty makes a model that is too stiff already stiffer.",
      },
      {
        text: "No: the model overfits.",
        explanation: "Then there would be a gap between the curves.",
      },
    ],
  },
  {
    kind: "output",
    id: "sizes",
    question: "What is printed?",
    code: `import { learningCurve, LinearRegression } from "@gradus/learn";
const X = Array.from({ length: 20 }, (_, i) => [i]);
const curve = learningCurve(new LinearRegression(), X, X.flat(), { trainSizes: [0.25, 0.5, 1], cv: 4 });
console.log(curve.trainSizes);`,
    answer: "[3, 7, 15]",
    explanation:
      "Four folds of 20 rows leave 15 to learn from. A quarter and a half of 15 are rounded down.",
  },
  {
    kind: "choice",
    id: "falling-upper-curve",
    question:
      "In a learning curve the score on own rows *falls* as rows are added. Is something wrong?",
    answer: 0,
    choices: [
      {
        text: "No: a few rows are easy to fit, many are not.",
        explanation:
          "Right. It comes down towards what the model can really do, and the lower curve comes up.",
      },
      {
        text: "Yes: more rows must make every score better.",
        explanation: "Better on new rows, yes. On its own rows the model had it easier before.",
      },
      {
        text: "Yes: the rows were not shuffled.",
        explanation: "Shuffled or not, more rows are harder to fit.",
      },
      {
        text: "No: it is the sign of overfitting.",
        explanation: "An overfitting model keeps its high score on own rows; that is its trouble.",
      },
    ],
  },
  {
    kind: "choice",
    id: "too-good",
    question:
      "Left-out score 99.4 %, training score 99.5 %, for a question on which experts reach 80 %. What do you do first?",
    answer: 2,
    choices: [
      {
        text: "Ship it: there is no gap.",
        explanation: "No gap is good news only if the left-out rows are new.",
      },
      {
        text: "Take a stiffer model, to be safe.",
        explanation: "A stiffer model does not cure a leak. It hides it.",
      },
      {
        text: "Look for rows or columns that give the answer away: twins, or a column written afterwards.",
        explanation: "Right. Such scores come from a leak far more often than from a good model.",
      },
      {
        text: "Buy more rows.",
        explanation: "They would have the same leak.",
      },
    ],
  },
]);
