import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "paired-difference",
  title: "Is the lead more than luck?",
  prompt: `
Write \`pairedDifference(a, b)\`. Two models were asked about the **same** $n$ rows; \`a[i]\` is 1 if the first was right
about row $i$ and 0 if not, and \`b[i]\` the same for the second.

Return \`{ difference, error }\`: the accuracy of the first minus that of the second, and the standard error of this
difference. With $d_i = a_i - b_i$ it is
$\\sqrt{\\tfrac{1}{n(n-1)} \\sum_i (d_i - \\bar d)^2}$.`,
  hints: [
    "`const d = a.map((each, i) => each - b[i]!);`. The difference is the mean of `d`.",
    "The sum of `(each - difference) ** 2` over `d`, divided by `n * (n - 1)`, and the root of it.",
    "Rows on which both are right or both wrong have $d_i = 0$.",
  ],
  misconceptions: {
    unpaired:
      "Your error treats the models as if they had been asked about different rows. They were asked about the same ones: take the differences row by row.",
    "spread-of-rows":
      "This is the standard deviation of single differences. The mean of n of them is surer: divide by √n.",
    "second-minus-first": "The sign is the wrong way round: the first minus the second.",
    "only-disagreements":
      "You look only at rows on which the models differ. The others count as differences of 0, and belong into n.",
  },
});
