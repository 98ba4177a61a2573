import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "vectors",
  title: "Vectors and the dot product",
  question: "Which of 2,413 sold houses is most like yours?",
  prerequisites: [],
  teaches: [
    "Write a row of a table as a vector, and add, scale and subtract vectors",
    "Compute lengths and distances, and choose units in which a distance makes sense",
    "Compute a dot product by hand and read it as length, as angle and as projection",
    "Find the rows of a table that are most alike, from scratch and with the library",
    "Tell a cosine from a correlation, and say why the first one flatters",
  ],
  rows: ["FND-004", "FND-006"],
  minutes: 45,
  sources: [
    {
      title: "Vector Analysis",
      authors: "J. W. Gibbs and E. B. Wilson",
      year: 1901,
    },
    {
      title: "Introduction to Applied Linear Algebra, chapters 1 to 3",
      authors: "S. Boyd and L. Vandenberghe",
      year: 2018,
      url: "https://web.stanford.edu/~boyd/vmls/",
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
