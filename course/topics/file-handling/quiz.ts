import { defineQuiz } from "@gradus/course-kit";

export default defineQuiz([
  {
    kind: "choice",
    id: "cafe",
    question: "A page shows “cafÃ©” where “café” was typed. What happened?",
    answer: 1,
    choices: [
      {
        text: "The text was cut in the middle of a character.",
        explanation: "Half a character gives �. Here two whole characters stand for one.",
      },
      {
        text: "It was written in UTF-8 and read as windows-1252.",
        explanation: "Right. é is C3 A9 in UTF-8, and in windows-1252 these two bytes are Ã and ©.",
      },
      {
        text: "It was written in windows-1252 and read as UTF-8.",
        explanation: "Then é is the one byte E9, which is no UTF-8 by itself: it reads as �.",
      },
      {
        text: "The typeface has no é.",
        explanation:
          "A missing glyph shows as an empty box. Here the characters themselves differ.",
      },
    ],
  },
  {
    kind: "numeric",
    id: "bytes-of-naive",
    question: "How many bytes has “naïve” in UTF-8?",
    answer: 6,
    tolerance: 0.1,
    unit: "bytes",
    explanation: "Four ASCII letters of one byte each, and ï, which is U+00EF and takes two.",
  },
  {
    kind: "output",
    id: "emoji-length",
    question: "What is printed?",
    code: `const text = "a😀";
console.log(text.length, [...text].length, new TextEncoder().encode(text).length);`,
    answer: "3 2 5",
    explanation:
      "The emoji is one code point, a surrogate pair of two units in JavaScript, and four bytes in UTF-8.",
  },
  {
    kind: "output",
    id: "json-round-trip",
    question: "What is printed?",
    code: `const stats = { mean: NaN, min: -0, when: undefined };
console.log(JSON.stringify(stats));`,
    answer: '{"mean":null,"min":0}',
    explanation:
      "NaN becomes null, −0 loses its sign, and an undefined property is left out. None of it can be restored.",
  },
  {
    kind: "choice",
    id: "line-split",
    question:
      "You decode each part of a stream with `new TextDecoder().decode(part)`. It works for months. When does it fail?",
    answer: 2,
    choices: [
      {
        text: "With the first file larger than one part.",
        explanation: "As long as all characters are ASCII, every cut lies between two of them.",
      },
      {
        text: "With the first character above U+FFFF.",
        explanation: "Two and three bytes can be cut as well. An ü is enough.",
      },
      {
        text: "When a cut lies within a character of several bytes.",
        explanation:
          "Right. Both halves become �. Whether that happens depends on the text and on the size of the parts, so tests seldom see it.",
      },
      {
        text: "Never: streams cut between characters.",
        explanation: "A stream carries bytes, and knows nothing of characters.",
      },
    ],
  },
  {
    kind: "choice",
    id: "which-format",
    question:
      "A training run writes a million float64 weights every minute, and reads them after a crash. Which format?",
    answer: 3,
    choices: [
      {
        text: "CSV, since every program reads it.",
        explanation:
          "It takes more than twice the bytes, and turning numbers into text and back takes most of the time.",
      },
      {
        text: "JSON, since it has types.",
        explanation:
          "It has one type of number, no NaN and no infinity, and weights that have blown up are what you want to see.",
      },
      {
        text: "Text with two decimals, since it is the smallest.",
        explanation: "It is no longer the same model.",
      },
      {
        text: ".npy, written beside the old file and then renamed.",
        explanation:
          "Right. Eight bytes a number, exact, nothing to parse; and a crash while writing leaves the file of the minute before.",
      },
    ],
  },
  {
    kind: "choice",
    id: "half-a-csv",
    question: "A CSV file was cut off while it was written. What does a reader notice?",
    answer: 0,
    choices: [
      {
        text: "Often nothing: rows are missing, and the last number may be shorter.",
        explanation:
          "Right. 105000 cut to 10 is a fine number. That is why the writer has to prevent it.",
      },
      {
        text: "The number of rows in the header is wrong.",
        explanation: "A CSV header holds names, and no number of rows.",
      },
      {
        text: "It throws a ParseError in the last line.",
        explanation: "Only if the cut leaves a row with too few fields, or an open quote.",
      },
      {
        text: "The encoding is damaged.",
        explanation: "At most its last character, and only if that has several bytes.",
      },
    ],
  },
  {
    kind: "order",
    id: "safe-write",
    question: "Bring the steps of a safe write into order.",
    lines: [
      "turn the table into bytes",
      "write them into a new file beside the old one",
      "rename the new file to the old one's name",
      "tell the caller that it is done",
    ],
    explanation:
      "Whoever dies before the renaming has changed nothing that a reader sees; after it everything is there.",
  },
]);
