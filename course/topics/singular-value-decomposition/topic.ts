import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "singular-value-decomposition",
  title: "Singular value decomposition",
  question: "How much of a photograph can you throw away before anybody notices?",
  prerequisites: ["vectors", "matrices", "eigenvalues"],
  teaches: [
    "Write any matrix as a sum of layers, a column times a row, ordered by how much they matter",
    "Find the singular values of a 2×2 matrix with a pencil",
    "Compress a picture to k layers, and say beforehand how large the error will be",
    "Write the decomposition from scratch, layer by layer, and check it against the library",
    "Choose a rank by an error that you can bear, and recognise what has no low rank",
  ],
  rows: ["FND-009"],
  minutes: 50,
  sources: [
    {
      title: "The Approximation of One Matrix by Another of Lower Rank, Psychometrika 1(3)",
      authors: "C. Eckart and G. Young",
      year: 1936,
      url: "https://doi.org/10.1007/BF02288367",
    },
    {
      title:
        "Calculating the Singular Values and Pseudo-Inverse of a Matrix, SIAM J. Numer. Anal. 2(2)",
      authors: "G. Golub and W. Kahan",
      year: 1965,
      url: "https://doi.org/10.1137/0702016",
    },
    {
      title: "On the Early History of the Singular Value Decomposition, SIAM Review 35(4)",
      authors: "G. W. Stewart",
      year: 1993,
      url: "https://doi.org/10.1137/1035134",
    },
    {
      title: "Numerical Linear Algebra, lectures 4, 5 and 31",
      authors: "L. N. Trefethen and D. Bau",
      year: 1997,
    },
    {
      title: "The photograph: china.jpg of scikit-learn, CC BY 2.0, made grey and small",
      authors: "danielbuechele on Flickr",
      year: 2011,
      url: "https://www.flickr.com/photos/danielbuechele/6061409035/",
    },
  ],
});
