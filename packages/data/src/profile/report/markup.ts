import { escapeHTML } from "../../frame/html";

/** Markup, in which everything is escaped that has to be. */
export type Markup = { readonly markup: string };

/** A piece of HTML: values between the pieces are escaped unless they are markup themselves; lists are joined. */
export function html(
  pieces: TemplateStringsArray,
  ...values: readonly (Markup | readonly Markup[] | string | number)[]
): Markup {
  const markup = pieces.reduce((text, piece, i) => text + asMarkup(values[i - 1]!) + piece);
  return { markup };
}

/** No markup. */
export const nothing: Markup = { markup: "" };

function asMarkup(value: Markup | readonly Markup[] | string | number): string {
  if (typeof value === "string") return escapeHTML(value);
  if (typeof value === "number") return String(value);
  if ("markup" in value) return value.markup;
  return value.map(({ markup }) => markup).join("");
}
