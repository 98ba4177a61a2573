import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "mean-model",
    question:
      "The values are 1, 3, 5 and 7, the model is the mean of its training rows, the folds are (1, 3) and (5, 7). What is the cross-validated mean squared error?",
    answer: 17,
    tolerance: 0.001,
    explanation:
      "Test 1 and 3 with the guess 6: $(25 + 9)/2 = 17$. Test 5 and 7 with the guess 2: $(9 + 25)/2 = 17$.",
  },
  {
    kind: "choice",
    id: "speakers",
    question:
      "You have 100 recordings of each of 30 people and train a model to recognize words. It will be sold to people whose voice it has never heard. Which folds?",
    answer: 2,
    choices: [
      {
        text: "`KFold`, shuffled.",
        explanation:
          "Then every speaker stands on both sides, and the model can learn the 30 voices by heart.",
      },
      {
        text: "`StratifiedKFold` by word.",
        explanation: "Equal shares of words are fine, but the same voices are on both sides.",
      },
      {
        text: "`GroupKFold`, with the speaker as the group.",
        explanation: "Right. Each test part holds voices that the model has never heard.",
      },
      {
        text: "`TimeSeriesSplit`, by the date of the recording.",
        explanation: "Later recordings of the same people are still recordings of the same people.",
      },
    ],
  },
  {
    kind: "output",
    id: "time-splits",
    question: "What is printed?",
    code: `import { TimeSeriesSplit } from "@gradus/learn";
const folds = [...new TimeSeriesSplit({ nSplits: 3 }).split(8)];
console.log(folds.map(({ train, test }) => \`\${train.length}+\${test.length}\`).join(" "));`,
    answer: "2+2 4+2 6+2",
    explanation:
      "8 rows in 3 + 1 parts of two. Each test part comes after all rows that are learned from, so the training part grows.",
  },
  {
    kind: "choice",
    id: "why-optimistic",
    question:
      "A grid search over 200 settings reports a best cross-validated accuracy of 91 %. What do you know about fresh rows?",
    answer: 1,
    choices: [
      {
        text: "About 91 %: it was cross-validated, so no row was seen in training.",
        explanation:
          "No row was seen by the models. But all rows took part in the choice among 200.",
      },
      {
        text: "Probably less than 91 %, and how much less one cannot tell from this number.",
        explanation:
          "Right. The winner was lucky as well as good. Nested cross-validation, or rows kept apart, tell how much.",
      },
      {
        text: "More than 91 %, since the final model learns from all rows.",
        explanation: "That gain is small next to the luck of the best of 200.",
      },
      {
        text: "Nothing at all: one must not search by cross-validation.",
        explanation: "Searching is fine. Reporting the winner's score is not.",
      },
    ],
  },
  {
    kind: "order",
    id: "nested-loops",
    question: "Nested cross-validation, for one outer fold: bring the steps into order.",
    lines: [
      "Put the outer test rows aside",
      "Cut the remaining rows into inner folds",
      "Score every setting on the inner folds",
      "Fit the best setting on all remaining rows",
      "Score it once on the outer test rows",
    ],
    explanation:
      "The outer test rows are put aside before anything is chosen, and they are asked once, after everything is.",
  },
  {
    kind: "choice",
    id: "scaler-outside",
    question:
      "You standardize the whole table and then run `crossValScore` on a k-nearest-neighbours model. What is wrong?",
    answer: 3,
    choices: [
      {
        text: "Nothing: a scaler does not look at the labels.",
        explanation:
          "It looks at the test rows' features. The harm is often small, but nobody can tell from the score.",
      },
      {
        text: "Nearest neighbours must not be standardized.",
        explanation: "On the contrary, they need it, or the largest unit decides.",
      },
      {
        text: "Cross-validation does not work with nearest neighbours.",
        explanation: "It works with any model that can be fitted and asked.",
      },
      {
        text: "The mean and the deviation were learned from the test rows, too.",
        explanation:
          "Right. Put the scaler into a pipeline with the model, and it is fitted anew in every fold.",
      },
    ],
  },
]);
