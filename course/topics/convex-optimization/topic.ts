import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "convex-optimization",
  title: "Convex optimization",
  question: "200 kB for the pictures of a page: how many for each?",
  prerequisites: ["gradients", "gradient-descent"],
  teaches: [
    "Tell a convex function from others, by chords and by curvature, and say what that is worth",
    "Take Newton's steps by hand, and choose among Newton, BFGS, L-BFGS and gradient descent",
    "Minimize over a box, a ball or a budget by projected gradient descent",
    "State the conditions of Karush, Kuhn and Tucker, and solve a small problem with them",
    "Read a multiplier as a price",
  ],
  rows: ["FND-024"],
  minutes: 60,
  sources: [
    {
      title: "Convex Optimization",
      authors: "S. Boyd and L. Vandenberghe",
      year: 2004,
      url: "https://web.stanford.edu/~boyd/cvxbook/",
    },
    {
      title: "Numerical Optimization, 2nd edition",
      authors: "J. Nocedal and S. J. Wright",
      year: 2006,
      url: "https://doi.org/10.1007/978-0-387-40065-5",
    },
    {
      title: "Nonlinear Programming, Proceedings of the Second Berkeley Symposium",
      authors: "H. W. Kuhn and A. W. Tucker",
      year: 1951,
    },
    {
      title: "Minima of Functions of Several Variables with Inequalities as Side Constraints",
      authors: "W. Karush, University of Chicago",
      year: 1939,
    },
    {
      title:
        "Ames, Iowa: Alternative to the Boston Housing Data as an End of Semester Regression Project",
      authors: "D. De Cock, Journal of Statistics Education 19(3)",
      year: 2011,
      url: "https://doi.org/10.1080/10691898.2011.11889627",
    },
  ],
});
