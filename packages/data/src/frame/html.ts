import type { DisplayTable } from "@gradus/core";
import { isRightAligned } from "../format";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/**
 * A shown table as HTML: a `table` of class "gradus-table" with the columns' names and types in its head, numbers at the
 * right, missing values of class "missing", and a caption that counts rows and columns.
 */
export function tableHTML(table: DisplayTable, caption: string, types: boolean): string {
  const { columns, rows } = table;
  const align = columns.map(({ type }) =>
    isRightAligned(type) ? ' style="text-align:right"' : ' style="text-align:left"',
  );
  const head = columns.map(({ name, type }, j) => {
    const kind = types ? `<br><small>${escapeHTML(type)}</small>` : "";
    return `<th scope="col"${align[j]}>${escapeHTML(name)}${kind}</th>`;
  });
  const body = rows.map((row) => {
    const cells = row.map((cell, j) => {
      const missing = cell === "NA" ? ' class="missing"' : "";
      return `<td${missing}${align[j]}>${escapeHTML(cell)}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return [
    '<table class="gradus-table">',
    `<caption>${escapeHTML(caption)}</caption>`,
    `<thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${body.join("\n")}</tbody>`,
    "</table>",
  ].join("\n");
}

/** Text as it stands in HTML, in an attribute's value too. */
export function escapeHTML(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}
