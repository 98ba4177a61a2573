import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "products",
  title: "The columns of two features",
  prompt: `
Write \`products(a, b, degree)\`: what \`PolynomialFeatures\` makes of one row with two features.

For degree 2 it is \`[1, a, b, a * a, a * b, b * b]\`. The lower degrees come first. Within one degree the power of
\`a\` falls and that of \`b\` rises: for degree 3, $a^3, a^2 b, a b^2, b^3$.`,
  hints: [
    "Two loops: the outer one over the total degree, 0, 1, 2, …",
    "With a total of `total` and `ofB` factors of b, there are `total - ofB` factors of a.",
    "`a ** 0` is 1, also for a = 0. So the total 0 needs no case of its own.",
  ],
  misconceptions: {
    "no-cross-terms":
      "You have the powers of each feature, but not their products, such as `a * b`. Without them the effect of one feature cannot depend on the other.",
    "b-first":
      "The products are right, but within a degree b comes first. The power of `a` falls from left to right.",
    "no-one":
      "The 1 is missing: the product of no features, of degree 0. It carries the intercept.",
    "degree-of-each":
      "You let each feature go up to the degree, so `a * a * b * b` stands in your row for degree 2. It is the total of both exponents that may not pass the degree.",
  },
});
