import type { ColorRole } from "@gradus/course-kit";

const fills: Readonly<Record<ColorRole, string>> = {
  data: "var(--data)",
  model: "var(--model)",
  error: "var(--error)",
  accent: "var(--accent)",
  muted: "var(--muted)",
  good: "var(--good-data)",
  second: "var(--second)",
  third: "var(--third)",
};

const texts: Readonly<Record<ColorRole, string>> = {
  data: "var(--data-text)",
  model: "var(--model-text)",
  error: "var(--error-text)",
  accent: "var(--accent)",
  muted: "var(--ink-3)",
  good: "var(--good)",
  second: "var(--second-text)",
  third: "var(--third-text)",
};

/** The colour of a role for marks. */
export function fillOf(role: ColorRole = "data"): string {
  return fills[role];
}

/** The colour of a role for words, which need more contrast. */
export function textOf(role: ColorRole | undefined): string {
  return role ? texts[role] : "var(--ink-2)";
}
