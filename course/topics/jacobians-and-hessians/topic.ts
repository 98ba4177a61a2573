import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "jacobians-and-hessians",
  title: "Jacobians and Hessians",
  question: "How far must each joint turn to move the hand one centimetre?",
  prerequisites: ["matrices", "gradients", "gradient-descent"],
  teaches: [
    "Write all first derivatives of several outputs as a matrix, by hand, by differences and with the library",
    "Use a Jacobian to predict small moves, to undo them, and to reach a target with Newton's method",
    "Recognise from the determinant where a function loses a direction",
    "Read the Hessian's eigenvalues as curvatures, and tell minimum, maximum and saddle apart",
    "Multiply by a Hessian that is never written down",
  ],
  rows: ["FND-021", "FND-022"],
  minutes: 55,
  sources: [
    {
      title:
        "De determinantibus functionalibus, Journal für die reine und angewandte Mathematik 22",
      authors: "C. G. J. Jacobi",
      year: 1841,
      url: "https://doi.org/10.1515/crll.1841.22.319",
    },
    {
      title: "Fast Exact Multiplication by the Hessian, Neural Computation 6(1)",
      authors: "B. A. Pearlmutter",
      year: 1994,
      url: "https://doi.org/10.1162/neco.1994.6.1.147",
    },
    {
      title: "Modern Robotics, chapters 5 and 6",
      authors: "K. M. Lynch and F. C. Park",
      year: 2017,
    },
    {
      title: "Numerical Optimization, 2nd edition, chapter 2",
      authors: "J. Nocedal and S. J. Wright",
      year: 2006,
      url: "https://doi.org/10.1007/978-0-387-40065-5",
    },
  ],
});
