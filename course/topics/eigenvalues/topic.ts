import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "eigenvalues",
  title: "Eigenvalues and eigenvectors",
  question: "Which of these twenty pages do most readers come through?",
  prerequisites: ["vectors", "matrices"],
  teaches: [
    "See which directions a matrix only stretches, and read off its eigenvalues",
    "Find the eigenvalues and eigenvectors of a 2×2 matrix with a pencil",
    "Say where a repeated process settles, and how fast, from its two largest eigenvalues",
    "Write power iteration and PageRank from scratch, and check them against the library",
    "Tell symmetric matrices from others, and recognise a rotation, a shear and a trap",
  ],
  rows: ["FND-007"],
  minutes: 55,
  sources: [
    {
      title: "The PageRank Citation Ranking: Bringing Order to the Web",
      authors: "L. Page, S. Brin, R. Motwani and T. Winograd, Stanford InfoLab",
      year: 1999,
      url: "http://ilpubs.stanford.edu:8090/422/",
    },
    {
      title: "The Second Eigenvalue of the Google Matrix",
      authors: "T. Haveliwala and S. Kamvar, Stanford InfoLab",
      year: 2003,
      url: "http://ilpubs.stanford.edu:8090/582/",
    },
    {
      title: "Praktische Verfahren der Gleichungsauflösung",
      authors: "R. von Mises and H. Pollaczek-Geiringer, ZAMM 9(1) and 9(2)",
      year: 1929,
      url: "https://doi.org/10.1002/zamm.19290090105",
    },
    {
      title: "Matrix Computations, 4th edition, chapters 7 and 8",
      authors: "G. H. Golub and C. F. Van Loan",
      year: 2013,
    },
    {
      title: "MDN Web Docs Glossary, the links among twenty of its entries",
      authors: "Mozilla Contributors",
      year: 2023,
      url: "https://developer.mozilla.org/en-US/docs/Glossary",
    },
  ],
});
