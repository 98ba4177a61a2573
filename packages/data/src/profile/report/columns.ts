import type { ColumnProfile, NumberProfile, ProfileData, ValueProfile } from "../types";
import { correlation, count, moment, number, percent, quoted, shortened } from "../words";
import { valueFacts } from "./facts";
import { html, type Markup, nothing } from "./markup";
import { largeHistogram, sparkline } from "./pictures";

/** The columns, a line each that opens to all that is known of it. */
export function columnsSection(data: ProfileData): Markup {
  const lines = data.columns.map((column) => columnLine(column, data));
  return html`<section aria-labelledby="columns"><h2 id="columns">Columns</h2><p class="lede">Open a line for the whole column.</p><div class="columns"><p class="heads" aria-hidden="true"><span>Column</span><span>Distribution</span><span>Values</span><span>Missing</span></p>${lines}</div></section>`;
}

function columnLine(column: ColumnProfile, data: ProfileData): Markup {
  const { nRows, target } = data;
  const isTarget = column.name === target ? html` <em>target</em>` : nothing;
  const share = nRows === 0 ? 0 : (100 * column.missing) / nRows;
  const missing =
    column.missing === 0
      ? html`<span class="hole none">0 %<span class="hidden"> missing</span></span>`
      : html`<span class="hole"><span class="gauge" style="--share:${share.toFixed(1)}%"></span>${percent(column.missing, nRows)}<span class="hidden"> missing</span></span>`;
  return html`<details><summary><span class="name"><b>${shortened(column.name, 60)}</b><small>${column.type}${isTarget}</small></span>${sparkline(column)}<span class="facts">${valueFacts(column)}</span>${missing}</summary><div class="inside">${remarks(column, data)}${inside(column)}</div></details>`;
}

function remarks({ name }: ColumnProfile, { warnings }: ProfileData): Markup {
  const about = warnings.filter(({ columns }) => columns.includes(name));
  if (about.length === 0) return nothing;
  return html`<ul class="remarks">${about.map(({ message }) => html`<li>${message}</li>`)}</ul>`;
}

function inside(column: ColumnProfile): Markup {
  const { numbers, dates, values, count: present, distinct } = column;
  const counts = [fact("present", count(present)), fact("different", count(distinct))];
  if (numbers && present > 0) {
    return html`${largeHistogram(column)}<dl>${counts}${numberFacts(numbers)}</dl>`;
  }
  if (dates && present > 0) {
    const times = [
      fact("first", moment(dates.min)),
      fact("median", moment(dates.median)),
      fact("last", moment(dates.max)),
    ];
    return html`${largeHistogram(column)}<dl>${counts}${times}</dl>`;
  }
  if (!values || present === 0) return html`<dl>${counts}</dl>`;
  return html`${topValues(values, present)}<dl>${counts}${valueFactList(column, values)}</dl>`;
}

function numberFacts(found: NumberProfile): readonly Markup[] {
  const { outliers } = found;
  return [
    fact("mean", number(found.mean)),
    fact("std", number(found.std)),
    fact("min", number(found.min)),
    fact("25 %", number(found.q25)),
    fact("median", number(found.median)),
    fact("75 %", number(found.q75)),
    fact("max", number(found.max)),
    fact("skewness", correlation(found.skewness)),
    fact("kurtosis", correlation(found.kurtosis)),
    fact("zeros", count(found.zeros)),
    fact("below 0", count(found.negative)),
    fact("outliers", count(outliers.count)),
    ...(outliers.count > 0 ? [fact("farthest", outliers.examples.map(number).join(", "))] : []),
  ];
}

function valueFactList({ type }: ColumnProfile, values: ValueProfile): readonly Markup[] {
  if (type === "boolean") return [];
  const { min, mean, max } = values.length;
  return [
    fact("once", count(values.once)),
    fact("shortest", `${count(min)} characters`),
    fact("on average", `${number(mean)} characters`),
    fact("longest", `${count(max)} characters`),
  ];
}

function topValues({ top }: ValueProfile, present: number): Markup {
  const lines = top.map((one) => {
    const share = ((100 * one.count) / top[0]!.count).toFixed(1);
    return html`<li><span class="value">${quoted(one.value)}</span><span class="gauge" style="--share:${share}%"></span><span class="n">${count(one.count)} <small>${percent(one.count, present)}</small></span></li>`;
  });
  return html`<ol class="top">${lines}</ol>`;
}

function fact(name: string, value: string): Markup {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
