import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "signed-likelihood",
  title: "How likely is a power, with both signs?",
  prompt: `
Write \`logLikelihood(values, lambda)\` for Yeo and Johnson's powers. It is the formula of Box and Cox with another
factor of the change of variables, so that numbers below 0 count the other way:

$$
\\ell(\\lambda) = -\\frac n2 \\log \\hat\\sigma^2(\\lambda) + (\\lambda - 1) \\sum_i \\operatorname{sign}(x_i) \\log(1 + |x_i|) ,
$$

where $\\hat\\sigma^2(\\lambda)$ is the variance of the transformed values, divided by $n$. The function
\`yeoJohnson(x, lambda)\` is there, but its left side is not finished.`,
  hints: [
    "For x < 0 it is `-boxCox(1 - x, …)`: the mirror image, with another exponent.",
    "Make the list of transformed values, then their mean, then the mean of the squared distances from it.",
    "The sum runs over `Math.sign(x) * Math.log1p(Math.abs(x))`, of the values before they were transformed.",
  ],
  misconceptions: {
    "no-jacobian":
      "The term with (λ − 1) is missing. Without it whatever squeezes the values together wins.",
    "sign-lost":
      "Your sum takes log(1 + |x|) with a plus for every value. Below 0 the slope of the curve is (1 − x) to the power 1 − λ, so there it counts with a minus.",
    "same-power":
      "You use λ on both sides of 0. On the left the exponent is 2 − λ, so that one side is pulled in while the other is pushed out.",
    "sample-variance":
      "You divide the variance by n − 1. The likelihood wants the variance of the data at hand, divided by n.",
  },
});
