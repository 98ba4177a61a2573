import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "numeric",
    id: "rows-of-a-join",
    question:
      "Keys on the left: A, A, B, C. Keys on the right: A, A, A, B, D. How many rows does the inner join have?",
    answer: 7,
    tolerance: 0.001,
    explanation: "A gives $2 \\cdot 3 = 6$ rows, B one, and C and D have no match: 7 rows.",
  },
  {
    kind: "choice",
    id: "sum-grew",
    question: "After a left join the sum of a column is larger than before. What happened?",
    answer: 2,
    choices: [
      {
        text: "Rows without a match were filled with values.",
        explanation: "They get missing values, and only in the columns of the right table.",
      },
      {
        text: "A left join also keeps the rows of the right table.",
        explanation: "That is an outer join. And those rows have no value in a left column to add.",
      },
      {
        text: "A key stands more than once in the right table.",
        explanation:
          "Right. Each left row comes out once for every match, and its amount is added as often. `validate` would have said so.",
      },
      {
        text: "Nothing unusual: that is what joins are for.",
        explanation: "A join that adds a country to an order must not change what was paid.",
      },
    ],
  },
  {
    kind: "output",
    id: "lost-between",
    question: "What is printed?",
    code: `import { col, DataFrame } from "@gradus/data";
const t = DataFrame.fromColumns({ total: [5, NaN, 20] });
const low = t.filter(col("total").le(10)).nRows;
const high = t.filter(col("total").gt(10)).nRows;
console.log(low + high, "of", t.nRows);`,
    answer: "2 of 3",
    explanation:
      "Compared with a missing value everything is false, so the second row is neither low nor high.",
  },
  {
    kind: "choice",
    id: "agg-or-transform",
    question: "You want each employee's salary as a share of the sum of the team. Which verb?",
    answer: 1,
    choices: [
      {
        text: '`groupBy("team").agg(…)`',
        explanation: "That gives one row a team. You want one row an employee.",
      },
      {
        text: '`groupBy("team").transform(…)`',
        explanation: "Right. All rows stay, and the sum of the team is repeated for each of them.",
      },
      {
        text: "`assign(…)` alone",
        explanation: "Outside of groups, `sum()` is the sum of the whole company.",
      },
      {
        text: "`pivotTable(…)`",
        explanation: "It makes a grid of statistics, and the employees are gone.",
      },
    ],
  },
  {
    kind: "choice",
    id: "patchwork",
    question:
      'Each ticket has several rows, with gaps. Why not take `groupBy("ticket").last()` for the latest row?',
    answer: 0,
    choices: [
      {
        text: "It takes the last present value of each column, which may come from different rows.",
        explanation:
          "Right. The row that you get never existed. Sort by time and keep the last whole row.",
      },
      {
        text: "It is slower.",
        explanation: "It is fast. It answers another question.",
      },
      {
        text: "It sorts by the alphabet.",
        explanation: "It takes the rows in the order of the table.",
      },
      {
        text: "It leaves out tickets with a single row.",
        explanation: "A group of one row is a group.",
      },
    ],
  },
  {
    kind: "order",
    id: "order-of-a-report",
    question: "Revenue by country from orders and customers. Bring the steps into order.",
    lines: [
      "tidy the customer numbers in both tables",
      "drop customers that stand twice",
      "merge with how: left and validate: m:1",
      "fill missing countries with unknown",
      "group by country and sum",
    ],
    explanation:
      "Keys before the join, since only equal keys match; gaps before the groups, since a row with a missing key is in none.",
  },
]);
