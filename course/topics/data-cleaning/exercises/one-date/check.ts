import { defineCheck, expectEqual } from "@gradus/course-kit";

/** Each text with its date, and what a mistake makes of it. */
const cases: readonly (readonly [
  text: string,
  date: string | null,
  mistakes?: Record<string, string>,
])[] = [
  ["2024-03-05", "2024-03-05"],
  ["2024-3-5", "2024-03-05"],
  [" 2024-12-31 ", "2024-12-31"],
  ["5.3.2024", "2024-03-05", { "day-and-month": "2024-05-03" }],
  ["05.03.2024 ", "2024-03-05", { "day-and-month": "2024-05-03" }],
  ["31.12.2023", "2023-12-31"],
  ["3/14/2024", "2024-03-14"],
  ["14/3/2024", "2024-03-14"],
  ["4/4/2024", "2024-04-04"],
  ["12/12/2024", "2024-12-12"],
  ["04/4/2024", "2024-04-04"],
  ["13/12/2024", "2024-12-13"],
  ["12/13/2024", "2024-12-13"],
  ["3/4/2024", null, { "month-first": "2024-03-04" }],
  ["3/12/2024", null, { "month-first": "2024-03-12" }],
  ["12/3/2024", null, { "month-first": "2024-12-03" }],
  [" 3/14/2024 ", "2024-03-14"],
  ["12/11/2024", null, { "month-first": "2024-12-11" }],
  ["31.2.2024", null, { "rolls-over": "2024-03-02" }],
  ["29.2.2023", null, { "rolls-over": "2023-03-01" }],
  ["29.2.2024", "2024-02-29"],
  ["2024-13-01", null, { "rolls-over": "2025-01-01" }],
  ["5.12.2024", "2024-12-05", { "day-and-month": "2024-05-12" }],
  ["30/30/2024", null],
  ["yesterday", null],
  ["", null],
  ["2024", null],
];

export default defineCheck(({ isoDate }: { isoDate(text: string): string | null }) => {
  for (const [text, date, known = {}] of cases) {
    const mistakes = date === null ? known : { ...known, "no-zeros": date.replaceAll("-0", "-") };
    expectEqual(isoDate(text), date, { of: `isoDate(${JSON.stringify(text)})`, mistakes });
  }
});
