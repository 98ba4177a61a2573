import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "scenario-parcels",
    question:
      "You tell customers in how many **minutes** their parcel comes. On a few days a courier is stuck for hours; these days shall not decide which model you take.",
    answer: 0,
    choices: [
      {
        text: "mean absolute error",
        explanation:
          "Right. It counts each minute alike, so one lost day weighs as much as it is long.",
      },
      {
        text: "root mean squared error",
        explanation:
          "A miss of four hours counts 64 times as much as one of half an hour. The rare days decide.",
      },
      {
        text: "maximum error",
        explanation: "It looks at nothing but the single worst day.",
      },
      {
        text: "accuracy",
        explanation: "Minutes are numbers: almost never exactly right, and not all wrong alike.",
      },
    ],
  },
  {
    kind: "choice",
    id: "scenario-products",
    question:
      "You forecast weekly sales of 3,000 products, some sold 5 times, some 50,000 times. Being off by **a tenth** shall count alike for each.",
    answer: 2,
    choices: [
      {
        text: "mean absolute error",
        explanation: "A tenth of 50,000 drowns everything that sells 5 times.",
      },
      {
        text: "root mean squared error",
        explanation: "The largest products decide alone, even more than with absolute errors.",
      },
      {
        text: "mean absolute percentage error",
        explanation:
          "Right. Each miss is divided by the true size. Mind true values of 0, for which it makes no sense.",
      },
      {
        text: "pinball loss",
        explanation: "It tells too low from too high, but in pieces, not in percent.",
      },
    ],
  },
  {
    kind: "choice",
    id: "scenario-bakery",
    question:
      "A bakery orders by your forecast. A missing loaf costs **nine times** as much as a loaf too many.",
    answer: 1,
    choices: [
      {
        text: "mean absolute error",
        explanation:
          "It charges the same for both sides, and asks for the median: short on every other day.",
      },
      {
        text: "pinball loss",
        explanation:
          "Right, at the level 0.9. It charges nine times as much for too low, and asks for the 90 % quantile.",
      },
      {
        text: "root mean squared error",
        explanation: "It asks for the mean, with no idea of which side hurts.",
      },
      {
        text: "mean absolute percentage error",
        explanation:
          "It even prefers forecasts that are too low: those can be off by 100 % at most.",
      },
    ],
  },
  {
    kind: "choice",
    id: "scenario-orchids",
    question:
      "An app tells from a photograph whether an orchid is of a protected kind: 1 in 50 is. **Both kinds matter alike** to you.",
    answer: 3,
    choices: [
      {
        text: "accuracy",
        explanation: "“Never protected” has 98 %, and is useless.",
      },
      {
        text: "recall",
        explanation:
          "“Always protected” has a recall of 1. The common kind would count for nothing.",
      },
      {
        text: "precision",
        explanation: "One sure find and 49 missed ones have a precision of 1.",
      },
      {
        text: "balanced accuracy",
        explanation: "Right. It is the mean of the two recalls, however rare one kind is.",
      },
    ],
  },
  {
    kind: "choice",
    id: "scenario-deleted",
    question:
      "Whatever your model flags as stolen is **deleted without a second look**, and people protest when their own work is gone. What it misses, others will report.",
    answer: 0,
    choices: [
      {
        text: "precision",
        explanation: "Right. Of what is flagged, as much as possible must really be stolen.",
      },
      {
        text: "recall",
        explanation:
          "It asks how much of the stolen you find. Flagging everything would be perfect.",
      },
      {
        text: "accuracy",
        explanation: "If little is stolen, a model that flags nothing has nearly 100 %.",
      },
      {
        text: "F1",
        explanation: "It weighs misses as much as false alarms. Here false alarms are what hurts.",
      },
    ],
  },
  {
    kind: "choice",
    id: "scenario-screening",
    question:
      "A blood test looks for a dangerous illness. Whoever is flagged gets a cheap, harmless second test. Whoever is **missed** is sent home.",
    answer: 2,
    choices: [
      {
        text: "precision",
        explanation:
          "It counts how many of the flagged are ill. A false alarm costs only a second test.",
      },
      {
        text: "accuracy",
        explanation: "Few people are ill, so sending everyone home has a splendid accuracy.",
      },
      {
        text: "recall",
        explanation:
          "Right, together with a limit on how many can be tested again: alone it is perfect for “all are ill”.",
      },
      {
        text: "balanced accuracy",
        explanation:
          "It would trade missed patients against healthy people spared a cheap test, one share for one.",
      },
    ],
  },
  {
    kind: "choice",
    id: "scenario-fraud",
    question:
      "A missed fraud costs \\$200 on average. Checking a payment costs \\$3. **You know both numbers.**",
    answer: 3,
    choices: [
      {
        text: "F1",
        explanation:
          "It knows nothing of your 200 and 3, and nothing of the payments that pass rightly.",
      },
      {
        text: "accuracy",
        explanation: "It takes a check too many to be as bad as a missed fraud.",
      },
      {
        text: "ROC AUC",
        explanation: "It judges all thresholds together. You will use one.",
      },
      {
        text: "mean cost",
        explanation: "Right. If the costs are known, count them: dollars for each payment.",
      },
    ],
  },
  {
    kind: "choice",
    id: "scenario-turbines",
    question:
      "20 of 100,000 bearings are about to break. Engineers take your list **from the top** and look at a few dozen.",
    answer: 1,
    choices: [
      {
        text: "ROC AUC",
        explanation:
          "It is 0.99 even if a thousand sound bearings stand above all 20: that is 1 % of the others.",
      },
      {
        text: "average precision",
        explanation: "Right. It asks, at each of the 20, how pure the list above it is.",
      },
      {
        text: "accuracy",
        explanation: "“None will break” is right about 99.98 %.",
      },
      {
        text: "log loss",
        explanation: "It judges the chances. Here only the order is used.",
      },
    ],
  },
  {
    kind: "choice",
    id: "scenario-insurance",
    question:
      "The **chance itself** becomes a price: the premium is the chance of a claim times its size.",
    answer: 2,
    choices: [
      {
        text: "ROC AUC",
        explanation: "Halve all chances, and the order and the AUC stay. The company goes broke.",
      },
      {
        text: "accuracy",
        explanation: "Nearly all chances are below 0.5, so all models say the same.",
      },
      {
        text: "log loss",
        explanation:
          "Right. It is smallest in the long run for the true chances. The Brier score would do as well.",
      },
      {
        text: "recall",
        explanation: "It needs a yes or no. Nobody says yes or no here.",
      },
    ],
  },
  {
    kind: "choice",
    id: "scenario-search",
    question:
      "A search page shows ten results. People look at **the first ones most**, and some results are better than others.",
    answer: 0,
    choices: [
      {
        text: "NDCG",
        explanation:
          "Right. It gives credit for each result by its worth, the less the further down it stands.",
      },
      {
        text: "top-3 accuracy",
        explanation:
          "It asks whether *one* right answer is among three, and not which results stand where.",
      },
      {
        text: "precision",
        explanation:
          "The share of good results among ten is the same for the best and the worst order.",
      },
      {
        text: "mean absolute error",
        explanation: "The scores themselves do not matter, only the order they make.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "standard-error",
    question: "A model is right about 320 of 400 rows. What is the standard error of its accuracy?",
    answer: 0.02,
    tolerance: 0.0005,
    explanation:
      "$\\sqrt{0.8 \\cdot 0.2 / 400} = \\sqrt{0.0004} = 0.02$. So 80 % means roughly 76 to 84 %.",
  },
  {
    kind: "numeric",
    id: "skill-by-hand",
    question:
      "The baseline has a mean squared error of 50, your model 20. What share have you saved?",
    answer: 0.6,
    tolerance: 0.001,
    explanation: "$1 - 20 / 50 = 0.6$.",
  },
]);
