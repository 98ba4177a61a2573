import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "chain-rule",
  title: "The chain rule and backpropagation",
  question: "Should the shop raise its price?",
  prerequisites: ["derivatives", "gradients"],
  teaches: [
    "Multiply slopes along a chain, and add them up where several paths lead to a result",
    "Draw a formula as a graph, and walk it forward and backward with a pencil",
    "Write reverse-mode automatic differentiation in sixty lines, and train a small network with it",
    "Get the same gradients from the library, and look at the graph that it records",
    "Recognise gradients that vanish in deep chains and gradients that pile up between steps",
  ],
  rows: ["FND-020", "DL-006"],
  minutes: 60,
  sources: [
    {
      title: "Taylor expansion of the accumulated rounding error, BIT 16 (reverse mode)",
      authors: "S. Linnainmaa",
      year: 1976,
      url: "https://doi.org/10.1007/BF01931367",
    },
    {
      title: "Learning representations by back-propagating errors, Nature 323",
      authors: "D. E. Rumelhart, G. E. Hinton and R. J. Williams",
      year: 1986,
      url: "https://doi.org/10.1038/323533a0",
    },
    {
      title: "Automatic Differentiation in Machine Learning: a Survey, JMLR 18(153)",
      authors: "A. G. Baydin, B. A. Pearlmutter, A. A. Radul and J. M. Siskind",
      year: 2018,
      url: "https://www.jmlr.org/papers/v18/17-468.html",
    },
    {
      title: "micrograd, a tiny autograd engine",
      authors: "A. Karpathy",
      year: 2020,
      url: "https://github.com/karpathy/micrograd",
    },
  ],
});
