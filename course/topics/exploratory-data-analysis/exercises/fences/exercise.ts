import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "fences",
  title: "Who lies outside the fences?",
  prompt: `
Write \`outliers(values)\`: the numbers that lie outside Tukey's fences $q_1 - 1.5\\,(q_3 - q_1)$ and
$q_3 + 1.5\\,(q_3 - q_1)$, in the order in which they come. A missing value is \`NaN\`: it is no outlier, and it takes no
part in the quartiles.

The quantile of a share $p$ stands at place $p\\,(n - 1)$ of the sorted numbers; between two places it lies on the
straight line between the neighbours. Leave the list that you are given as it is.`,
  hints: [
    "First make a list without the missing values, then sort a copy of it by number: `toSorted((a, b) => a - b)`.",
    "For $p = 0.25$ and 7 numbers the place is 1.5: halfway between the second and the third.",
    "`const low = sorted[Math.floor(place)]!` and `const high = sorted[Math.ceil(place)]!`; the quantile is `low + (place - Math.floor(place)) * (high - low)`.",
  ],
  misconceptions: {
    "missing-stays":
      "A missing value is still among the numbers that you sort: the quartiles become NaN, or move to wrong places. Take out every NaN first.",
    "three-sigma":
      "You measure the distance from the mean in standard deviations. A wild value inflates both, and so hides itself; the fences are built from the quartiles.",
    "nearest-place":
      "Your quartile is always one of the numbers. Where its place falls between two, it lies on the line between them.",
    "text-order":
      "Your numbers are sorted as text, in which 10 comes before 9. Give `toSorted` a comparison: `(a, b) => a - b`.",
  },
});
