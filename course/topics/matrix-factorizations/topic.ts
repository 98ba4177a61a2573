import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "matrix-factorizations",
  title: "LU, Cholesky and QR",
  question:
    "You drag a heater through a room. How can 400 equations be solved anew at every move of the mouse?",
  prerequisites: ["matrices"],
  teaches: [
    "Eliminate by hand, and read L and U off what you did",
    "Solve with two triangles, and say what is saved when the matrix stays the same",
    "Explain why rows are exchanged, and show what happens if they are not",
    "Use Cholesky's factor to solve, to test and to draw numbers that vary together",
    "Build Q and R by Gram and Schmidt, and fit a regression with them",
    "Choose among LU, Cholesky and QR for a given problem",
  ],
  rows: ["FND-008"],
  minutes: 60,
  sources: [
    {
      title: "Rounding-off Errors in Matrix Processes",
      authors: "A. M. Turing, The Quarterly Journal of Mechanics and Applied Mathematics 1(1)",
      year: 1948,
      url: "https://doi.org/10.1093/qjmam/1.1.287",
    },
    {
      title:
        "Note sur une méthode de résolution des équations normales … (procédé du commandant Cholesky)",
      authors: "E. Benoît, Bulletin géodésique 2",
      year: 1924,
    },
    {
      title: "Unitary Triangularization of a Nonsymmetric Matrix",
      authors: "A. S. Householder, Journal of the ACM 5(4)",
      year: 1958,
      url: "https://doi.org/10.1145/320941.320947",
    },
    {
      title: "Numerical Linear Algebra, lectures 6 to 23",
      authors: "L. N. Trefethen and D. Bau",
      year: 1997,
    },
    {
      title: "Matrix Computations, 4th edition, chapters 3 to 5",
      authors: "G. H. Golub and C. F. Van Loan",
      year: 2013,
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
