import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "classification",
  title: "Classification",
  question:
    "Somebody draws a digit on your page. Which one is it, and when should the page ask again?",
  prerequisites: ["supervised-learning"],
  teaches: [
    "See a classifier as ground cut into regions, and its decision boundary as the places where two scores are equal",
    "Compute the border of the nearest centroid by pencil, write it from scratch and check it against the library",
    "Tell straight, curved and local borders apart, and say which data each can follow",
    "Read probabilities, and let the page ask again where they are low",
    "Bend a straight border with new features, and make a classifier stand a shifted picture",
  ],
  rows: ["SUP-003"],
  minutes: 50,
  sources: [
    {
      title: "The Use of Multiple Measurements in Taxonomic Problems, Annals of Eugenics 7(2)",
      authors: "R. A. Fisher",
      year: 1936,
      url: "https://doi.org/10.1111/j.1469-1809.1936.tb02137.x",
    },
    {
      title:
        "On Optimum Recognition Error and Reject Tradeoff, IEEE Transactions on Information Theory 16(1)",
      authors: "C. K. Chow",
      year: 1970,
      url: "https://doi.org/10.1109/TIT.1970.1054406",
    },
    {
      title: "Cascading Classifiers (with the digits used here), Kybernetika 34(4)",
      authors: "E. Alpaydin and C. Kaynak",
      year: 1998,
      url: "https://dml.cz/handle/10338.dmlcz/135217",
    },
    {
      title: "The Elements of Statistical Learning, 2nd edition, chapters 2 and 4",
      authors: "T. Hastie, R. Tibshirani and J. Friedman",
      year: 2009,
      url: "https://hastie.su.domains/ElemStatLearn/",
    },
  ],
});
