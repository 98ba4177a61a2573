import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "load-times",
    question:
      "You have the load times of 20,000 page views. Which chart shows how they are spread?",
    answer: 1,
    choices: [
      {
        text: "A line over the number of the view",
        explanation:
          "It shows the order in which the views came, as a thick band. The question was how often each time comes.",
      },
      {
        text: "A histogram, with a few bin widths tried",
        explanation:
          "Right. It shows where the crowd is, whether there are two crowds, and the long tail of slow views.",
      },
      {
        text: "One bar for the mean",
        explanation:
          "A single number needs no chart, and the mean of a long-tailed distribution is where few views are.",
      },
      {
        text: "A pie with a slice for each second",
        explanation:
          "Slices are compared by angle, which the eye reads badly, and their order along the seconds is lost.",
      },
    ],
  },
  {
    kind: "choice",
    id: "visits-by-day",
    question: "How did the number of visits a day change over two years?",
    answer: 0,
    choices: [
      {
        text: "A line over the date",
        explanation:
          "Right. Time runs along an axis, and slopes are the changes that you asked about. The axis need not start at 0.",
      },
      {
        text: "730 bars",
        explanation:
          "The eye follows their tops anyway. The line draws just those, with far less ink.",
      },
      {
        text: "A histogram of the daily counts",
        explanation: "It tells how often there were 500 visits, but not when: time is gone.",
      },
      {
        text: "A heat map with one cell a day",
        explanation:
          "That is good for a weekly rhythm. A trend is read from shades of colour, the weakest channel.",
      },
    ],
  },
  {
    kind: "choice",
    id: "size-and-price",
    question: "Do larger houses cost more? You have area and price of 2,930 houses.",
    answer: 2,
    choices: [
      {
        text: "Two histograms, side by side",
        explanation:
          "They show each column by itself. Which price belongs to which area cannot be seen.",
      },
      {
        text: "A bar for each house, sorted by price",
        explanation: "2,930 bars, and the area is nowhere.",
      },
      {
        text: "A scatter plot with small transparent points",
        explanation:
          "Right. Two numbers of each house, so two positions. Transparency shows where many points lie on each other.",
      },
      {
        text: "A line through the points in the table's order",
        explanation:
          "A line says that neighbours in its order belong together. Here the order means nothing, so the line is a scribble.",
      },
    ],
  },
  {
    kind: "choice",
    id: "twelve-browsers",
    question: "Which of twelve browsers bring the most visits?",
    answer: 3,
    choices: [
      {
        text: "A pie of twelve slices",
        explanation:
          "Angles and areas of neighbours that are nearly equal cannot be told apart, and twelve colours need a legend.",
      },
      {
        text: "Twelve bubbles",
        explanation: "Areas are read worse than lengths, and their places mean nothing.",
      },
      {
        text: "A line from browser to browser",
        explanation:
          "Between two browsers there is nothing, so a slope between them has no meaning.",
      },
      {
        text: "Horizontal bars from 0, longest first",
        explanation:
          "Right. Lengths from one base line are read best, sorting answers the question, and long names have room.",
      },
    ],
  },
  {
    kind: "choice",
    id: "three-groups",
    question: "Three versions of a page, 40 measured sessions each. How do their lengths differ?",
    answer: 1,
    choices: [
      {
        text: "Three bars with the means",
        explanation:
          "They hide whether the versions overlap. 40 sessions with one outlier and 40 equal ones may have the same bar.",
      },
      {
        text: "Every session as a point above its version, or a box for each version",
        explanation: "Right. With 40 values you can show all of them, and the spread with them.",
      },
      {
        text: "One histogram of all 120 sessions",
        explanation: "The versions are mixed up in it, and they are the question.",
      },
      {
        text: "A scatter plot of the session against its number",
        explanation: "The number of a session says nothing, and it takes the better axis.",
      },
    ],
  },
  {
    kind: "choice",
    id: "hour-and-weekday",
    question:
      "When in the week is the server busy? You have requests by weekday and hour: 7 × 24 numbers.",
    answer: 0,
    choices: [
      {
        text: "A heat map with a palette from light to dark",
        explanation:
          "Right. Both positions are taken by day and hour, so colour has to carry the number, and the pattern is what counts here.",
      },
      {
        text: "A heat map in the colours of the rainbow",
        explanation:
          "Its lightness goes up and down: yellow shouts in the middle of the scale, and edges appear where nothing jumps.",
      },
      {
        text: "168 bars in a row",
        explanation:
          "The days come one after the other, so that 9 o'clock on two days cannot be compared.",
      },
      {
        text: "A surface in three dimensions",
        explanation:
          "Its peaks hide what lies behind, and heights in perspective cannot be read off.",
      },
    ],
  },
  {
    kind: "choice",
    id: "many-countries",
    question: "How did life expectancy develop in twelve countries, each with its own story?",
    answer: 2,
    choices: [
      {
        text: "Twelve lines in twelve colours with a legend",
        explanation:
          "Nobody tells twelve colours apart, and every look-up in the legend costs the thread.",
      },
      {
        text: "Twelve charts, each with the axis that suits it",
        explanation:
          "Small charts are right, but with an axis of its own each country looks alike: 2 years fill one frame and 30 another.",
      },
      {
        text: "Twelve small charts with the same axes",
        explanation:
          "Right. Small multiples: one look at each, and positions can be compared from frame to frame.",
      },
      {
        text: "Bars for the last year only",
        explanation: "That answers where they are, not how they came there.",
      },
    ],
  },
  {
    kind: "choice",
    id: "two-units",
    question: "Visits (thousands) and revenue (dollars) by month: do they move together?",
    answer: 3,
    choices: [
      {
        text: "One chart with a second y axis",
        explanation:
          "Where the lines cross and how steep they look depends on two scales that you chose. It shows what you want it to.",
      },
      {
        text: "Both on one axis",
        explanation:
          "Dollars and thousands of visits share no unit, so one of them lies flat at the bottom.",
      },
      {
        text: "A pie for each month",
        explanation: "Visits and dollars are no parts of one whole.",
      },
      {
        text: "Two charts below each other with the same time axis, or one against the other as points",
        explanation:
          "Right. Time lines up without comparing what cannot be compared; the scatter plot shows the relation itself.",
      },
    ],
  },
  {
    kind: "choice",
    id: "how-sure",
    question:
      "Version A sells to 10 % of its visitors and B to 13 %, of 1,000 each. What must the chart show besides the two numbers?",
    answer: 1,
    choices: [
      {
        text: "The third decimal",
        explanation: "More digits look more certain. They are not.",
      },
      {
        text: "An interval around each, and what it means",
        explanation:
          "Right. Without intervals 10 and 13 look like facts about the versions, and they are facts about 2,000 people.",
      },
      {
        text: "An axis from 9 % to 14 %, so that the difference is seen",
        explanation: "If these are bars, that makes the one four times as high as the other.",
      },
      {
        text: "Green for the better one and red for the worse",
        explanation:
          "It judges before the reader does, and about one man in twelve cannot tell these two colours well.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "lie",
    question: "Bars show 40 and 50 on an axis that starts at 30. What is the lie factor?",
    answer: 4,
    tolerance: 0.01,
    explanation:
      "The bars are 10 and 20 high: they grow by 100 %. The data grow by 25 %. $100 / 25 = 4$, and $40 / (40 - 30)$ is the short way.",
  },
  {
    kind: "order",
    id: "ranking",
    question:
      "Bring the ways to show a number into the order of Cleveland and McGill, the best-read first.",
    lines: [
      "position along one common scale",
      "length, without a common base line",
      "area",
      "shade of a colour",
    ],
    explanation:
      "So give position to the most important number, and colour to the least, or to groups.",
  },
]);
