import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "data-manipulation",
  title: "Data manipulation",
  question: "Three files from a shop, one question from the boss: what sells, where, and when?",
  prerequisites: ["exploratory-data-analysis"],
  teaches: [
    "Choose rows and columns, and compute new ones with expressions",
    "Summarise groups, and compare each row with its group",
    "Join tables, and say before you do it how many rows will come out",
    "Turn columns into rows and rows into columns",
    "Count events by days, quiet days included",
    "Notice the four ways in which a table loses or repeats rows without a word",
  ],
  rows: ["DAT-005"],
  minutes: 90,
  sources: [
    {
      title:
        "A Relational Model of Data for Large Shared Data Banks, Communications of the ACM 13(6)",
      authors: "E. F. Codd",
      year: 1970,
      url: "https://doi.org/10.1145/362384.362685",
    },
    {
      title:
        "The Split-Apply-Combine Strategy for Data Analysis, Journal of Statistical Software 40(1)",
      authors: "H. Wickham",
      year: 2011,
      url: "https://doi.org/10.18637/jss.v040.i01",
    },
    {
      title: "Tidy Data, Journal of Statistical Software 59(10)",
      authors: "H. Wickham",
      year: 2014,
      url: "https://doi.org/10.18637/jss.v059.i10",
    },
    {
      title: "Data Structures for Statistical Computing in Python, SciPy 2010",
      authors: "W. McKinney",
      year: 2010,
      url: "https://doi.org/10.25080/Majora-92bf1922-00a",
    },
  ],
});
