import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "gradient-descent",
  title: "Gradient descent",
  question: "Your training loop explodes. Which learning rate would have worked?",
  prerequisites: ["derivatives", "gradients"],
  teaches: [
    "Write gradient descent from scratch and follow a few steps of it with a pencil",
    "Compute the learning rate 2/L above which it diverges, from the curvature of the loss",
    "Say why a narrow valley is slow, and how slow, from its condition number",
    "Use momentum, and know when a cleverer method pays",
    "Recognise two places where the rule does not hold: changing curvature and kinks",
  ],
  rows: ["FND-023"],
  minutes: 50,
  sources: [
    {
      title:
        "Méthode générale pour la résolution des systèmes d'équations simultanées, Comptes rendus 25",
      authors: "A.-L. Cauchy",
      year: 1847,
    },
    {
      title:
        "Some methods of speeding up the convergence of iteration methods, USSR Computational Mathematics and Mathematical Physics 4(5)",
      authors: "B. T. Polyak",
      year: 1964,
      url: "https://doi.org/10.1016/0041-5553(64)90137-5",
    },
    {
      title: "An automatic method for finding the greatest or least value of a function",
      authors: "H. H. Rosenbrock, The Computer Journal 3(3)",
      year: 1960,
      url: "https://doi.org/10.1093/comjnl/3.3.175",
    },
    {
      title: "Why Momentum Really Works, Distill",
      authors: "G. Goh",
      year: 2017,
      url: "https://distill.pub/2017/momentum/",
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
