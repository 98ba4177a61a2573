import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "data-cleaning",
  title: "Data cleaning",
  question: "The cheapest flat on your list costs 890 €. So why is the mean rent 758 €?",
  prerequisites: ["exploratory-data-analysis", "data-manipulation"],
  teaches: [
    "Find the nine usual defects of a table before a model does",
    "Turn text into numbers and dates without guessing",
    "Say what a code for “missing” does to a mean, in numbers",
    "Bring units, spellings and broken characters into one form",
    "Remove what stands twice, and rows that leak from the test set into training",
    "Write the repair as a pipeline, and test its result as you test code",
  ],
  rows: ["DAT-010"],
  minutes: 60,
  sources: [
    {
      title: "Data Cleaning: Problems and Current Approaches, IEEE Data Engineering Bulletin 23(4)",
      authors: "E. Rahm and H. H. Do",
      year: 2000,
      url: "http://sites.computer.org/debull/A00DEC-CD.pdf",
    },
    {
      title: "Mars Climate Orbiter Mishap Investigation Board: Phase I Report",
      authors: "A. G. Stephenson and others, NASA",
      year: 1999,
      url: "https://llis.nasa.gov/llis_lib/pdf/1009464main1_0641-mr.pdf",
    },
    {
      title: "Gene name errors are widespread in the scientific literature, Genome Biology 17",
      authors: "M. Ziemann, Y. Eren and A. El-Osta",
      year: 2016,
      url: "https://doi.org/10.1186/s13059-016-1044-7",
    },
    {
      title: "Unicode Standard Annex #15: Unicode Normalization Forms",
      authors: "K. Whistler",
      year: 2023,
      url: "https://www.unicode.org/reports/tr15/",
    },
    {
      title: "Leakage in Data Mining: Formulation, Detection, and Avoidance, ACM TKDD 6(4)",
      authors: "S. Kaufman, S. Rosset, C. Perlich and O. Stitelman",
      year: 2012,
      url: "https://doi.org/10.1145/2382577.2382579",
    },
  ],
  project: "csv-loader",
});
