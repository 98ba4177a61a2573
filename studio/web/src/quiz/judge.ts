import type { CompiledQuizItem } from "@gradus/course-kit";

/** A number as people type it: 0.5, 0,5, −3, 1 200, 5e-3. NaN for anything else. */
export function parseNumber(text: string): number {
  const plain = text
    .trim()
    .replaceAll("−", "-")
    .replace(/[\s\u00a0\u202f_]/g, "");
  // A comma between groups of three is a thousands mark, a single other one a decimal point.
  const normal = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)
    ? plain.replaceAll(",", "")
    : plain.replace(/^([^,]*),([^,]*)$/, "$1.$2");
  return normal === "" ? Number.NaN : Number(normal);
}

/** Whether an answer is right: an index, a number's text, a line's text, or an order of lines. */
export function isCorrect(item: CompiledQuizItem, answer: unknown): boolean {
  switch (item.kind) {
    case "choice":
      return answer === item.answer;
    case "numeric": {
      const given = typeof answer === "string" ? parseNumber(answer) : Number.NaN;
      // The last digit may differ by rounding of the bounds themselves.
      return Math.abs(given - item.answer) <= item.tolerance * (1 + 1e-12) + 1e-15;
    }
    case "output":
      return typeof answer === "string" && answer.trim() === item.answer.trim();
    case "order":
      return (
        Array.isArray(answer) &&
        answer.length === item.lines.length &&
        answer.every((line, i) => line === item.lines[i])
      );
  }
}
