import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Submission {
  yearCircle(date: Date): number[];
}

const DAY = 24 * 3600 * 1000;

export default defineCheck(({ yearCircle }: Submission) => {
  for (const text of [
    "2024-06-30T18:00:00Z",
    "2024-12-31T12:00:00Z",
    "2023-12-31T23:59:00Z",
    "2025-03-10T06:30:00Z",
    "2023-10-02T00:00:00Z",
    "2024-01-01T00:00:00Z",
  ]) {
    const date = new Date(text);
    const year = date.getUTCFullYear();
    const start = Date.UTC(year, 0, 1);
    const passed = date.getTime() - start;
    const share = passed / (Date.UTC(year + 1, 0, 1) - start);
    const place = (turns: number) => [Math.cos(2 * Math.PI * turns), Math.sin(2 * Math.PI * turns)];
    const got = yearCircle(new Date(date));
    expectThat(Array.isArray(got), "`yearCircle` returns a list of two numbers.");
    expectClose(got, place(share), {
      of: `yearCircle of ${text}`,
      mistakes: {
        "month-steps": place(date.getUTCMonth() / 12),
        "no-two-pi": [Math.cos(share), Math.sin(share)],
        "every-year-alike": place(passed / (365 * DAY)),
        swapped: place(share).toReversed(),
      },
    });
  }
});
