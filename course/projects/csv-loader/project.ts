import { defineProject } from "@gradus/course-kit";

export default defineProject({
  id: "csv-loader",
  title: "A loader for files as they come",
  summary:
    "Read CSV files with quotes, byte-order marks and mixed types, and summarise them as pandas does.",
  rows: ["DAT-007"],
  minutes: 90,
  rubric: [
    {
      id: "plain",
      title: "Plain files",
      description:
        "A header line, commas, numbers and texts. An empty line is no row; a short row ends in missing values.",
      points: 15,
    },
    {
      id: "quotes",
      title: "Quotes",
      description:
        "Fields in quotes may hold commas, line ends and doubled quotes; a quote inside an unquoted field is a character.",
      points: 20,
    },
    {
      id: "bom-and-line-ends",
      title: "Marks and line ends",
      description: "A byte-order mark is no part of the first name; lines end with LF, CRLF or CR.",
      points: 15,
    },
    {
      id: "mixed-types",
      title: "Mixed types",
      description:
        "A column is all numbers, or all texts if a single value is no number, however late it comes.",
      points: 15,
    },
    {
      id: "missing",
      title: "Missing values",
      description: "Empty, NA, NaN and null are missing. 0 is not.",
      points: 10,
    },
    {
      id: "bad-lines",
      title: "What cannot be read",
      description:
        "A row with more fields than the header, or a quote that is never closed, is an error that names its line.",
      points: 5,
    },
    {
      id: "summary",
      title: "The same numbers as pandas",
      description: "`summarise` gives what `describe()` gives, to twelve digits.",
      points: 20,
    },
  ],
  passing: 70,
});
