/**
 * A text as it is read aloud, where HTML cannot be: a formula by its TeX source, since what accessibility tools
 * compute as the name of a control leaves mathematics out. Undefined if the text holds no formula.
 */
export function spokenText(html: string): string | undefined {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const formulas = body.querySelectorAll(".katex");
  if (formulas.length === 0) return undefined;
  for (const formula of formulas) {
    formula.replaceWith(formula.querySelector("annotation")?.textContent ?? "");
  }
  return body.textContent.trim();
}
