import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "matrices",
  title: "Matrices",
  question: "A browser tilts a button with four numbers. Which point of it did you click?",
  prerequisites: ["vectors"],
  teaches: [
    "Read a matrix by its columns, and say what it does to every point of the plane",
    "Multiply a matrix and a vector, and two matrices, by hand and from scratch",
    "Tell which matrices may be multiplied, and why the order counts",
    "Undo a transformation with the inverse, and say when there is none",
    "Compute determinant and rank, and say what they tell and what they do not",
  ],
  rows: ["FND-005"],
  minutes: 55,
  sources: [
    {
      title: "A Memoir on the Theory of Matrices",
      authors: "A. Cayley, Philosophical Transactions of the Royal Society 148",
      year: 1858,
      url: "https://doi.org/10.1098/rstl.1858.0002",
    },
    {
      title: "CSS Transforms Module Level 1",
      authors: "S. Fraser, D. Jackson, E. O'Connor and D. Schulze (W3C)",
      year: 2019,
      url: "https://www.w3.org/TR/css-transforms-1/",
    },
    {
      title: "Introduction to Applied Linear Algebra, chapters 6 to 11",
      authors: "S. Boyd and L. Vandenberghe",
      year: 2018,
      url: "https://web.stanford.edu/~boyd/vmls/",
    },
    {
      title: "Matrix Computations, 4th edition, chapters 1 and 2",
      authors: "G. H. Golub and C. F. Van Loan",
      year: 2013,
    },
  ],
});
