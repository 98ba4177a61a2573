import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "derivatives",
  title: "Derivatives",
  question: "How fast is a sliding card at 120 milliseconds?",
  prerequisites: [],
  teaches: [
    "Say what a derivative is, with its unit, and read it as the slope of a tangent line",
    "Differentiate polynomials by hand, from the definition and by rules",
    "Predict a function a small step ahead with its tangent line",
    "Let a program differentiate: by differences, by dual numbers, and with the library",
    "Choose a step for a difference, and recognise a place where there is no derivative",
  ],
  rows: ["FND-017"],
  minutes: 45,
  sources: [
    {
      title: "Nova methodus pro maximis et minimis, Acta Eruditorum",
      authors: "G. W. Leibniz",
      year: 1684,
    },
    {
      title: "Preliminary Sketch of Biquaternions (where dual numbers come from)",
      authors: "W. K. Clifford, Proceedings of the London Mathematical Society 4",
      year: 1873,
      url: "https://doi.org/10.1112/plms/s1-4.1.381",
    },
    {
      title: "A Simple Automatic Derivative Evaluation Program",
      authors: "R. E. Wengert, Communications of the ACM 7(8)",
      year: 1964,
      url: "https://doi.org/10.1145/355586.364791",
    },
    {
      title: "Evaluating Derivatives, second edition, chapters 1 to 3",
      authors: "A. Griewank and A. Walther",
      year: 2008,
      url: "https://doi.org/10.1137/1.9780898717761",
    },
  ],
});
