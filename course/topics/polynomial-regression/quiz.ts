import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "why-linear",
    question:
      "The curve of a cubic fit is not straight. Why is polynomial regression still a *linear* model?",
    answer: 2,
    choices: [
      {
        text: "Because it is linear between two neighbouring points.",
        explanation: "It bends everywhere. A chart draws it in short strokes, but it has none.",
      },
      {
        text: "Because the errors are squared only once.",
        explanation: "How errors are counted does not say what is linear in the model.",
      },
      {
        text: "Because the prediction is linear in the coefficients.",
        explanation:
          "Right. The powers of x are columns like any others, computed before the fit. So the normal equations hold unchanged.",
      },
      {
        text: "Because scaling x to −1…1 makes it straight.",
        explanation: "Scaling shifts and stretches the axis; a parabola stays a parabola.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "middle-column",
    question:
      "At $x = -1, 0, 1$ you measure 2, 5 and 2. What is the coefficient of $x^2$ in the least-squares parabola?",
    answer: -3,
    tolerance: 0.001,
    explanation:
      "Three points, three coefficients: the curve hits them all. At 0 it is $a = 5$, at ±1 it is $a + c = 2$, so $c = -3$.",
  },
  {
    kind: "numeric",
    id: "count-columns",
    question: "How many columns does `PolynomialFeatures({ degree: 2 })` make of 3 features?",
    answer: 10,
    tolerance: 0.001,
    explanation:
      "The 1, three features, three squares and three products of two: $1 + 3 + 3 + 3 = 10$, which is $\\binom{3 + 2}{2}$.",
  },
  {
    kind: "choice",
    id: "training-error-grew",
    question:
      "You raise the degree from 6 to 9, and the error on the *training* rows grows. What happened?",
    answer: 1,
    choices: [
      {
        text: "Overfitting: too many coefficients for the rows.",
        explanation:
          "That shows on rows kept apart. On its own rows the larger model can always copy the smaller one, with three coefficients of 0.",
      },
      {
        text: "Rounding: the columns are so much alike that the computation lost its digits.",
        explanation:
          "Right. The smallest error of a larger model cannot be larger. If it is, the arithmetic has failed; scale x first.",
      },
      {
        text: "The degree should have been even.",
        explanation: "Odd and even degrees are both fine; each contains all lower ones.",
      },
      {
        text: "Nothing special: errors go up and down with the degree.",
        explanation: "On rows kept apart they do. On the training rows they can only fall.",
      },
    ],
  },
  {
    kind: "output",
    id: "order-of-products",
    question: "What is printed?",
    code: `import { PolynomialFeatures } from "@gradus/learn";
const poly = new PolynomialFeatures({ degree: 2, includeBias: false });
console.log(poly.fitTransform([[3, 5]]).toArray()[0]);`,
    answer: "[3, 5, 9, 15, 25]",
    explanation:
      "Lower degrees first: a, b, then a², ab, b². The 1 is left out, since the regression learns an intercept itself.",
  },
  {
    kind: "choice",
    id: "choose-beyond",
    question:
      "You want to predict next month from the last two years, and choose the degree by five shuffled folds. What is wrong?",
    answer: 0,
    choices: [
      {
        text: "Shuffled folds only ask about days between measured days, not about days after them.",
        explanation:
          "Right. A validation must ask the question that you will be asked. Let every fold come after the days it is predicted from.",
      },
      {
        text: "Five folds are too few.",
        explanation: "Ten folds would ask the same wrong question, only twice as often.",
      },
      {
        text: "The degree must be chosen on the test rows.",
        explanation: "Then the test rows are used up, and nothing is left to judge the choice.",
      },
      {
        text: "Nothing. Cross-validation is always a fair judge.",
        explanation:
          "It is fair for rows like those it holds out. Beyond the ends of the data a polynomial behaves in another way.",
      },
    ],
  },
]);
