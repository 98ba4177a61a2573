import type { ColumnProfile, NumberProfile, ProfileWarning, ValueProfile } from "./types";
import { correlation, count, counted, number, percent, quoted } from "./words";

const MOSTLY = 0.9;
const NEARLY = 0.98;
const MANY_VALUES = 50;
const FREE_TEXT = 40;
const SKEWED = 3;

/** Makes a warning of one column, whose name begins the sentence. */
type Warn = (
  kind: ProfileWarning["kind"],
  severity: ProfileWarning["severity"],
  message: string,
) => ProfileWarning;

/** What asks for a look in one column of a table of so many rows. */
export function columnWarnings(column: ColumnProfile, nRows: number): ProfileWarning[] {
  const { name } = column;
  const warn: Warn = (kind, severity, message) => ({
    kind,
    severity,
    columns: [name],
    message: `"${name}" ${message}`,
  });
  if (nRows === 0) return [];
  if (column.count === 0) return [warn("empty", "problem", "is empty: every value is missing.")];
  const found = column.missing > 0 ? [missingWarning(column, nRows, warn)] : [];
  if (column.distinct === 1) {
    const value = column.missing > 0 ? "wherever it is present" : "in every row";
    return [...found, warn("constant", "problem", `has the same value ${value}.`)];
  }
  return [
    ...found,
    ...(column.numbers ? numberWarnings(column, column.numbers, warn) : []),
    ...(column.values ? textWarnings(column, column.values, warn) : []),
    ...identityWarnings(column, nRows, warn),
  ];
}

function missingWarning({ missing }: ColumnProfile, nRows: number, warn: Warn): ProfileWarning {
  const share = missing / nRows;
  const severity = share >= 0.5 ? "problem" : share >= 0.05 ? "check" : "note";
  return warn(
    "missing",
    severity,
    `is missing in ${counted(missing, "row")}, ${percent(missing, nRows)}.`,
  );
}

function numberWarnings(column: ColumnProfile, found: NumberProfile, warn: Warn): ProfileWarning[] {
  const warnings: ProfileWarning[] = [];
  if (found.infinite > 0) {
    warnings.push(
      warn("infinite", "problem", `holds ${counted(found.infinite, "infinite value")}.`),
    );
  }
  if (found.placeholder) {
    const { value, count: times } = found.placeholder;
    const message = `holds ${number(value)} (${count(times)}) apart from everything else: does that stand for a missing value?`;
    warnings.push(warn("placeholder", "problem", message));
  }
  // What is no number is not an outlier, and makes the rest look skewed.
  if (found.placeholder) return warnings;
  const { far, examples, lowerFence, upperFence } = found.outliers;
  if (far > 0 && lowerFence < upperFence) {
    const message = `has ${counted(far, "value")} far from the rest, more than three interquartile ranges out, such as ${number(examples[0]!)}; half of the values lie from ${number(found.q25)} to ${number(found.q75)}.`;
    warnings.push(warn("outliers", "check", message));
  }
  if (Math.abs(found.skewness) >= SKEWED && column.distinct > 2) {
    const side = found.skewness > 0 ? "high" : "low";
    const message = `is skewed: a long tail of ${side} values (skewness ${correlation(found.skewness)}). A mean says little here; consider a logarithm.`;
    warnings.push(warn("skewed", "note", message));
  }
  return warnings;
}

function textWarnings(column: ColumnProfile, found: ValueProfile, warn: Warn): ProfileWarning[] {
  const warnings: ProfileWarning[] = [];
  const { placeholders, spellings, numeric, datelike } = found;
  if (placeholders.length > 0) {
    const shown = placeholders.slice(0, 3).map((p) => `${quoted(p.value)} (${count(p.count)})`);
    const message = `holds ${shown.join(", ")}: ${placeholders.length === 1 ? "does that stand" : "do these stand"} for missing values?`;
    warnings.push(warn("placeholder", "problem", message));
  }
  const rest = column.count - placeholders.reduce((sum, p) => sum + p.count, 0);
  if (column.type !== "boolean" && numeric >= MOSTLY * rest && numeric > 0) {
    const others = rest - numeric;
    const but = others > 0 ? ` ${counted(others, "value")} of ${count(rest)} do not.` : "";
    warnings.push(
      warn("numbers-as-text", "problem", `is text, yet its values read as numbers.${but}`),
    );
  } else if (datelike >= MOSTLY * rest && datelike > 0) {
    warnings.push(warn("dates-as-text", "problem", "is text, yet its values read as dates."));
  }
  if (spellings.length > 0) {
    const [first] = spellings;
    const more = spellings.length > 1 ? `, and ${count(spellings.length - 1)} more` : "";
    const message = `spells one thing in several ways: ${first!.slice(0, 3).map(quoted).join(", ")}${more}.`;
    warnings.push(warn("spellings", "problem", message));
  }
  return warnings;
}

function identityWarnings(
  { type, count: present, distinct, values }: ColumnProfile,
  nRows: number,
  warn: Warn,
): ProfileWarning[] {
  const isFree = values !== undefined && values.length.mean >= FREE_TEXT;
  if (distinct === nRows && nRows >= 10 && (type === "integer" || values) && !isFree) {
    const message = "is different in every row, as an identifier is: keep it out of a model.";
    return [warn("identifier", "check", message)];
  }
  if (!values) return [];
  const isOther = Math.max(values.numeric, values.datelike) >= MOSTLY * present;
  if (distinct > MANY_VALUES && !isFree && !isOther) {
    const message = `has ${counted(distinct, "different value")}, ${count(values.once)} of them once: too many for a column each.`;
    return [warn("high-cardinality", "check", message)];
  }
  const [most] = values.top;
  if (most && most.count >= NEARLY * present) {
    const message = `is ${quoted(most.value)} in ${percent(most.count, present)} of its rows: it hardly tells rows apart.`;
    return [warn("nearly-constant", "note", message)];
  }
  return [];
}
