import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "shrunk-mean",
    question:
      "A postcode has 3 orders with a mean of 80 €. All orders have a mean of 50 €. What is its code with $m = 6$, in euros?",
    answer: 60,
    tolerance: 0.001,
    explanation:
      "$(3 \\cdot 80 + 6 \\cdot 50)/(3 + 6) = 540/9 = 60$. Two thirds of the weight lie on the overall mean.",
  },
  {
    kind: "numeric",
    id: "air",
    question:
      "1,001 customers have 501 different referral codes, and the codes have nothing to do with what they spend. You encode each code by the mean of its own customers, $m = 0$. What $R^2$ do you expect on the training rows?",
    answer: 0.5,
    tolerance: 0.001,
    explanation: "$(g - 1)/(n - 1) = 500/1000 = 0.5$. Half of the variance, and all of it is air.",
  },
  {
    kind: "choice",
    id: "zeros",
    question:
      'Your encoder has `drop: "first"` and `handleUnknown: "ignore"`. A visitor chooses a new category. What does a linear model predict?',
    answer: 2,
    choices: [
      {
        text: "The mean of all rows.",
        explanation: "The intercept is that of the dropped category here, not the overall mean.",
      },
      {
        text: "Nothing: the encoder throws.",
        explanation: 'It would with `handleUnknown: "error"`, the default.',
      },
      {
        text: "What it predicts for the category whose column was dropped.",
        explanation:
          "Right. All zeros is the code of that category, so the stranger is taken for it, silently.",
      },
      {
        text: "What it predicts for the rarest category.",
        explanation:
          'That would be `handleUnknown: "infrequentIfExist"`, with a column for the rare.',
      },
    ],
  },
  {
    kind: "choice",
    id: "which-call",
    question: "Which codes may a model train on?",
    answer: 1,
    choices: [
      {
        text: "`encoder.fit(X, y).transform(X)` of a `TargetEncoder`.",
        explanation:
          "These codes hold each row's own answer. It is right for new rows, not for those of `fit`.",
      },
      {
        text: "`encoder.fitTransform(X, y)` of a `TargetEncoder`.",
        explanation: "Right. It encodes each row by the means of the other folds.",
      },
      {
        text: "Either: they are the same by definition.",
        explanation: "For every other transformer they are. This one cross-fits in `fitTransform`.",
      },
      {
        text: "Neither: a target code always leaks.",
        explanation: "Not if no row takes part in its own code.",
      },
    ],
  },
  {
    kind: "output",
    id: "sorted-sizes",
    question: "The encoder is not told the order. What is printed?",
    code: `import { OrdinalEncoder } from "@gradus/learn";

const sizes = [["small"], ["medium"], ["large"]];
const codes = new OrdinalEncoder().fitTransform(sizes);
console.log(codes.toArray().flat().join(" "));`,
    answer: "2 1 0",
    explanation:
      "It sorts by the alphabet: large, medium, small. Here that is the true order turned round, by luck; with extra-large it would be a jumble.",
  },
  {
    kind: "choice",
    id: "more-smoothing",
    question:
      "Each of 500 categories has exactly 4 rows, and the code contains the row's own answer. Does a larger $m$ make a linear model on this code honest?",
    answer: 3,
    choices: [
      {
        text: "Yes: the code comes nearer to the overall mean.",
        explanation: "It does, but all codes by the same factor. The slope grows by its inverse.",
      },
      {
        text: "Yes, if m is at least 4.",
        explanation: "No value helps: for equal counts the codes are only squeezed.",
      },
      {
        text: 'Only with `smooth: "auto"`.',
        explanation:
          "It shrinks categories with a wide spread more, but the row's own answer stays in.",
      },
      {
        text: "No: all codes are squeezed alike, and the slope undoes it.",
        explanation: "Right. Leaving the row out of its own code is what helps.",
      },
    ],
  },
]);
