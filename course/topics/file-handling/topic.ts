import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "file-handling",
  title: "File handling",
  question:
    "You save a table and read it again. Zürich has become ZÃ¼rich, and an order number has changed its last digit. What happened?",
  prerequisites: [],
  teaches: [
    "Say which bytes a text becomes in UTF-8, and read them in the wrong encoding on purpose",
    "Write and read named files with one program in Node and in the browser",
    "Read a file in parts without breaking characters and lines",
    "Write and read CSV fields that hold commas, quotes and line ends",
    "Name what JSON loses: NaN, dates, large integers",
    "Write the header of a .npy file byte by byte",
    "Write files so that a crash leaves the old one whole",
  ],
  rows: ["FND-032"],
  minutes: 55,
  sources: [
    {
      title: "UTF-8, a transformation format of ISO 10646, RFC 3629",
      authors: "F. Yergeau",
      year: 2003,
      url: "https://www.rfc-editor.org/rfc/rfc3629",
    },
    {
      title: "Common Format and MIME Type for Comma-Separated Values (CSV) Files, RFC 4180",
      authors: "Y. Shafranovich",
      year: 2005,
      url: "https://www.rfc-editor.org/rfc/rfc4180",
    },
    {
      title: "The JavaScript Object Notation (JSON) Data Interchange Format, RFC 8259",
      authors: "T. Bray",
      year: 2017,
      url: "https://www.rfc-editor.org/rfc/rfc8259",
    },
    {
      title: "NEP 1: A Simple File Format for NumPy Arrays",
      authors: "R. Kern",
      year: 2007,
      url: "https://numpy.org/neps/nep-0001-npy-format.html",
    },
    {
      title: "File System Standard",
      authors: "WHATWG",
      year: 2023,
      url: "https://fs.spec.whatwg.org/",
    },
  ],
});
