import { columnWarnings } from "./column-warnings";
import type { ProfileData, ProfileWarning, TargetRelation } from "./types";
import { correlation, count, counted, list } from "./words";

const ORDER = { problem: 0, check: 1, note: 2 };
const LEAKING = 0.97;
const LEAKING_REDUCTION = 0.95;
const CORRELATED = 0.95;
const MOST_PAIRS = 12;

/** What asks for a look, the gravest first. */
export function findWarnings(data: Omit<ProfileData, "warnings">): ProfileWarning[] {
  const warnings = [
    ...leakageWarnings(data),
    ...duplicateWarnings(data),
    ...data.columns.flatMap((column) => columnWarnings(column, data.nRows)),
    ...data.missing.together.map(missingTogether),
    ...correlationWarnings(data),
  ];
  // The sort is stable: what is equally grave stays as it is said above.
  return warnings.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

function leakageWarnings({
  target,
  targetRelations,
}: Omit<ProfileData, "warnings">): ProfileWarning[] {
  return targetRelations.flatMap((relation) => {
    const reason = leakageReason(relation);
    if (!reason) return [];
    const message = `"${relation.name}" almost gives away the target "${target}": ${reason}. Is it known when the prediction is made?`;
    return [{ kind: "leakage", severity: "problem", columns: [relation.name], message }];
  });
}

function leakageReason(relation: TargetRelation): string | undefined {
  const { strength, measure, errorReduction, missingStrength } = relation;
  if (strength >= LEAKING) return `their ${measure} is ${correlation(strength)}`;
  if (missingStrength >= LEAKING) {
    return `whether it is missing says it already (strength ${correlation(missingStrength)})`;
  }
  if (errorReduction >= LEAKING_REDUCTION) {
    return `knowing it avoids ${Math.floor(100 * errorReduction)} % of the wrong guesses`;
  }
  return undefined;
}

function duplicateWarnings({ duplicates, nRows }: Omit<ProfileData, "warnings">): ProfileWarning[] {
  const { rows, examples, columns } = duplicates;
  const warnings: ProfileWarning[] = columns.map(({ columns: [a, b], kind }) =>
    kind === "equal"
      ? {
          kind: "duplicate-columns",
          severity: "problem",
          columns: [a, b],
          message: `"${a}" and "${b}" hold the same values in every row.`,
        }
      : {
          kind: "duplicate-columns",
          severity: "check",
          columns: [a, b],
          message: `"${a}" and "${b}" say the same in other words: each value of one goes with exactly one of the other.`,
        },
  );
  if (rows === 0) return warnings;
  const [most] = examples;
  const again = rows === 1 ? "1 row repeats" : `${count(rows)} of ${count(nRows)} rows repeat`;
  const message = `${again} an earlier one in every column; row ${most!.row} comes ${count(most!.times)} times.`;
  return [{ kind: "duplicate-rows", severity: "problem", columns: [], message }, ...warnings];
}

function missingTogether(columns: readonly string[]): ProfileWarning {
  const message = `${list(columns)} are missing in exactly the same rows: one reason lies behind them.`;
  return { kind: "missing-together", severity: "check", columns, message };
}

function correlationWarnings(data: Omit<ProfileData, "warnings">): ProfileWarning[] {
  const { rows: names, values } = data.relations.pearson;
  const equal = new Set(data.duplicates.columns.map(({ columns }) => columns.join("\n")));
  const pairs = names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b, k) => {
      const r = values[i]![i + 1 + k]!;
      const isNews = !equal.has(`${a}\n${b}`) && a !== data.target && b !== data.target;
      return Math.abs(r) >= CORRELATED && isNews ? [{ a, b, r }] : [];
    }),
  );
  pairs.sort((p, q) => Math.abs(q.r) - Math.abs(p.r));
  const warnings: ProfileWarning[] = pairs.slice(0, MOST_PAIRS).map(({ a, b, r }) => ({
    kind: "correlated",
    severity: "check",
    columns: [a, b],
    message: `"${a}" and "${b}" carry nearly the same numbers: their correlation is ${correlation(r)}.`,
  }));
  if (pairs.length > MOST_PAIRS) {
    const columns = [...new Set(pairs.slice(MOST_PAIRS).flatMap(({ a, b }) => [a, b]))];
    const message = `${counted(pairs.length - MOST_PAIRS, "further pair")} of columns ${pairs.length - MOST_PAIRS === 1 ? "is" : "are"} correlated as strongly.`;
    warnings.push({ kind: "correlated", severity: "check", columns, message });
  }
  return warnings;
}
