import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "gradients",
  title: "Partial derivatives and gradients",
  question: "Which way to better Wi-Fi?",
  prerequisites: ["vectors", "derivatives"],
  teaches: [
    "Compute partial derivatives by hand and read them as slopes of slices",
    "Collect them in a gradient, and say where it points and how long it is",
    "Compute the slope in any direction with one dot product",
    "Get the gradient of a model's loss, by differences and with the library, and compare their cost",
    "Say why the steepest direction depends on the units of the inputs",
  ],
  rows: ["FND-018", "FND-019"],
  minutes: 50,
  sources: [
    {
      title: "A Treatise on Electricity and Magnetism, volume 1, articles 16 to 17",
      authors: "J. C. Maxwell",
      year: 1873,
    },
    {
      title: "A Note on a Simple Transmission Formula, Proceedings of the IRE 34(5)",
      authors: "H. T. Friis",
      year: 1946,
      url: "https://doi.org/10.1109/JRPROC.1946.234568",
    },
    {
      title: "The Complexity of Partial Derivatives, Theoretical Computer Science 22(3)",
      authors: "W. Baur and V. Strassen",
      year: 1983,
      url: "https://doi.org/10.1016/0304-3975(83)90110-X",
    },
    {
      title: "Mathematics for Machine Learning, chapter 5",
      authors: "M. P. Deisenroth, A. A. Faisal and C. S. Ong",
      year: 2020,
      url: "https://mml-book.github.io/",
    },
  ],
});
