import type { ProfileData, ProfileMatrix, ProfileWarning } from "../types";
import { correlation, count, counted, list, percent, shortened } from "../words";
import { html, type Markup, nothing } from "./markup";

const MARKS = { problem: "Problem", check: "Check", note: "Note" };
const MOST_WARNINGS = 12;
const MOST_PATTERNS = 12;
const MOST_MISSING = 24;
const MOST_RELATED = 24;
const MOST_PAIRS = 10;
const MOST_TOLD = 15;

/** The warnings, each with its gravity in a word. */
export function warningsSection({ warnings }: ProfileData): Markup {
  if (warnings.length === 0) {
    return html`<section aria-labelledby="first"><h2 id="first">Look at first</h2><p>Nothing stands out: no gaps, no repeats, no column that tells too much or nothing.</p></section>`;
  }
  const head = warnings.slice(0, MOST_WARNINGS);
  const tail = warnings.slice(MOST_WARNINGS);
  const more =
    tail.length > 0
      ? html`<details class="more"><summary>${count(tail.length)} more</summary>${warningList(tail)}</details>`
      : nothing;
  return html`<section aria-labelledby="first"><h2 id="first">Look at first</h2>${warningList(head)}${more}</section>`;
}

function warningList(warnings: readonly ProfileWarning[]): Markup {
  const items = warnings.map(
    ({ severity, message }) =>
      html`<li><span class="mark ${severity}">${MARKS[severity]}</span><span>${message}</span></li>`,
  );
  return html`<ul class="warnings">${items}</ul>`;
}

/** Which columns miss values together: a picture with a row for each combination. */
export function missingSection({ missing, columns, nRows }: ProfileData): Markup {
  if (missing.cells === 0) return nothing;
  const holed = columns
    .filter((column) => column.missing > 0)
    .sort((a, b) => b.missing - a.missing);
  const shown = holed.slice(0, MOST_MISSING).map(({ name }) => name);
  const patterns = missing.patterns.slice(0, MOST_PATTERNS);
  const left = [
    holed.length > shown.length ? counted(holed.length - shown.length, "column") : "",
    missing.nPatterns > patterns.length
      ? counted(missing.nPatterns - patterns.length, "rarer combination")
      : "",
  ].filter((text) => text !== "");
  const rows = patterns.map(({ columns: holes, rows: n }) => {
    const cells = shown.map((name) =>
      holes.includes(name)
        ? html`<td class="gap"><span class="hidden">missing</span></td>`
        : html`<td><span class="hidden">present</span></td>`,
    );
    return html`<tr><th scope="row">${counted(n, "row")} <small>${percent(n, nRows)}</small></th>${cells}</tr>`;
  });
  const note =
    left.length > 0 ? html`<p class="fine">Not shown: ${left.join(" and ")}.</p>` : nothing;
  return html`<section aria-labelledby="missing"><h2 id="missing">Missing together</h2><p class="lede">Each line is a combination of columns that are missing in the same rows, the most frequent first; a filled square is missing.</p><div class="scroll" role="group" aria-labelledby="missing" tabindex="0"><table class="patterns">${headRow("Rows", shown)}<tbody>${rows}</tbody></table></div>${note}</section>`;
}

/** What each column tells of the target. */
export function targetSection({ target, targetRelations }: ProfileData): Markup {
  const told = targetRelations.filter(
    ({ strength, missingStrength }) => strength > 0 || missingStrength > 0,
  );
  if (target === undefined || told.length === 0) return nothing;
  const rows = told.slice(0, MOST_TOLD).map((relation) => {
    const { strength, measure, missingStrength } = relation;
    const isGap = missingStrength > (strength || 0);
    const shown = isGap ? missingStrength : strength;
    return html`<li><span class="value">${relation.name}</span><span class="gauge" style="--share:${(100 * shown).toFixed(1)}%"></span><span class="n">${correlation(shown)} <small>${isGap ? "being missing" : measure}</small></span></li>`;
  });
  return html`<section aria-labelledby="target"><h2 id="target">What tells of "${target}"</h2><p class="lede">One column at a time, from 0 (nothing) to 1 (everything). The measures are not quite comparable.</p><ol class="top wide">${rows}</ol></section>`;
}

/** The correlations of numbers and the associations of the others. */
export function relationsSection({ relations }: ProfileData): Markup {
  const { pearson, spearman, cramersV } = relations;
  const parts: Markup[] = [];
  if (pearson.rows.length > 1) {
    const title = "Correlations of numbers";
    const text =
      "Below the diagonal Pearson's r, along a line; above it Spearman's ρ, along any rising or falling curve.";
    parts.push(heatmap("correlations", title, text, pearson, spearman));
  }
  if (cramersV.rows.length > 1) {
    const title = "Associations of categories";
    const text = "Cramér's V, from 0 (independent) to 1 (one decides the other).";
    parts.push(heatmap("associations", title, text, cramersV, cramersV));
  }
  return html`${parts}`;
}

function heatmap(
  id: string,
  title: string,
  text: string,
  lower: ProfileMatrix,
  upper: ProfileMatrix,
): Markup {
  const chosen = mostRelated(lower);
  const names = chosen.map((i) => lower.rows[i]!);
  const rows = chosen.map((i, row) => {
    const cells = chosen.map((j, column) => {
      if (i === j) return html`<td class="self"></td>`;
      const r = (column < row ? lower : upper).values[i]![j]!;
      if (Number.isNaN(r)) return html`<td>–</td>`;
      const share = Math.round(Math.abs(r) * 65);
      return html`<td class="${r < 0 ? "minus" : "plus"}" style="--r:${share}%">${correlation(r).replace(/^(−?)0/, "$1")}</td>`;
    });
    return html`<tr><th scope="row">${shortened(lower.rows[i]!, 22)}</th>${cells}</tr>`;
  });
  const nLeft = lower.rows.length - names.length;
  if (names.length === 0) return nothing;
  const note =
    nLeft > 0
      ? html`<p class="fine">The ${names.length} columns with the strongest relations; ${count(nLeft)} ${nLeft === 1 ? "is" : "are"} not shown.</p>`
      : nothing;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><p class="lede">${text}</p><div class="scroll" role="group" aria-labelledby="${id}" tabindex="0"><table class="heatmap">${headRow("", names)}<tbody>${rows}</tbody></table></div>${note}${strongest(lower)}</section>`;
}

function headRow(corner: string, names: readonly string[]): Markup {
  const first = corner === "" ? html`<td></td>` : html`<th scope="col">${corner}</th>`;
  const heads = names.map(
    (name) => html`<th scope="col"><span class="upright">${shortened(name, 22)}</span></th>`,
  );
  return html`<thead><tr>${first}${heads}</tr></thead>`;
}

/** The columns with the largest measure to any other one, in the table's order. */
function mostRelated({ values }: ProfileMatrix): number[] {
  const strength = values.map((row, i) =>
    row.reduce(
      (most, r, j) => (i === j || Number.isNaN(r) ? most : Math.max(most, Math.abs(r))),
      0,
    ),
  );
  return strength
    .map((_, i) => i)
    .filter((i) => strength[i]! > 0)
    .sort((a, b) => strength[b]! - strength[a]! || a - b)
    .slice(0, MOST_RELATED)
    .sort((a, b) => a - b);
}

function strongest({ rows, values }: ProfileMatrix): Markup {
  const pairs = rows.flatMap((a, i) =>
    rows.slice(0, i).map((b, j) => ({ names: [b, a], r: values[i]![j]! })),
  );
  const best = pairs
    .filter(({ r }) => Math.abs(r) >= 0.3)
    .sort((p, q) => Math.abs(q.r) - Math.abs(p.r))
    .slice(0, MOST_PAIRS);
  if (best.length === 0) return html`<p class="fine">No pair reaches 0.3.</p>`;
  const items = best.map(({ names, r }) => html`<li>${list(names)}: ${correlation(r)}</li>`);
  return html`<details class="more"><summary>The strongest pairs in words</summary><ol class="pairs">${items}</ol></details>`;
}
