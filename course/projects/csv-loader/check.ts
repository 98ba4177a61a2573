import {
  type Award,
  CheckFailure,
  defineScoring,
  difference,
  type Measured,
} from "@gradus/course-kit";
import pandas from "./pandas.json" with { type: "json" };
import type { Column } from "./reference";

interface Submission {
  load(text: string): Column[];
  summarise(column: Column): Record<string, number | string>;
}

/** What pandas made of a file. Where it says NaN, the fixture has null. */
interface File {
  readonly criterion: string;
  readonly name: string;
  readonly text: string;
  readonly columns: readonly (Column & {
    readonly summary: Readonly<Record<string, number | string | null>>;
  })[];
}

const files = pandas.files as readonly File[];
const EXACT = { rtol: 0, atol: 0 };
/** Different orders of summing differ in the last digits. */
const TWELVE_DIGITS = { rtol: 1e-12, atol: 1e-12 };

export default defineScoring(async ({ load, summarise }: Submission, award) => {
  const reading = ["plain", "quotes", "bom-and-line-ends", "mixed-types", "missing"];
  for (const criterion of reading) {
    // The last file has everything at once: whoever reads the rest reads it too.
    const own = files.filter((file) => file.criterion === criterion);
    const all = criterion === "quotes" ? [...own, files.find(isSurvey)!] : own;
    await each(award, criterion, all, (file) => columnsOf(load, file));
  }
  await each(award, "bad-lines", pandas.bad, ({ text, line }) => refusal(load, text, line));
  await each(award, "summary", files.filter(hasColumns), (file) => summaries(summarise, file));
});

const isSurvey = ({ name }: File) => name === "survey";
const hasColumns = ({ columns }: File) => columns.length > 0;

/** The share of the cases in which nothing is wrong, and what is wrong in the first other one. */
function each<C extends { readonly name: string }>(
  award: Award,
  criterion: string,
  cases: readonly C[],
  problemOf: (each: C) => string | undefined,
): Promise<void> {
  return award(criterion, (): Measured => {
    const problems = cases.flatMap((one) => {
      const problem = attempt(() => problemOf(one));
      return problem === undefined ? [] : [`${one.name}: ${problem}`];
    });
    const right = cases.length - problems.length;
    const message = `${right} of ${cases.length} files as pandas has them.`;
    return {
      share: right / cases.length,
      message: problems[0] === undefined ? message : `${message} ${problems[0]}`,
    };
  });
}

/** A problem, also if the program throws one. */
function attempt(problem: () => string | undefined): string | undefined {
  try {
    return problem();
  } catch (error) {
    if (error instanceof CheckFailure) throw error;
    return `${error}`;
  }
}

function columnsOf(load: Submission["load"], { text, columns }: File): string | undefined {
  const found = load(text);
  if (!Array.isArray(found)) return "`load` must return a list of columns";
  const names = found.map((column) => `${column?.name}`);
  const wanted = columns.map(({ name }) => name);
  const wrongName = difference(names, wanted, EXACT);
  if (wrongName) return `the names: ${wrongName} (${shown(text)})`;
  for (const [j, { name, values }] of columns.entries()) {
    const wrongValue = difference(found[j]!.values, values, EXACT);
    if (wrongValue) return `column ${JSON.stringify(name)}: ${wrongValue} (${shown(text)})`;
  }
  return undefined;
}

function refusal(load: Submission["load"], text: string, line: number | null): string | undefined {
  try {
    load(text);
  } catch (error) {
    if (line === null || new RegExp(`line ${line}\\b`, "i").test(`${error}`)) return undefined;
    return `the error should name line ${line}, and says ${error} (${shown(text)})`;
  }
  return `it was read without an error (${shown(text)})`;
}

function summaries(summarise: Submission["summarise"], { columns }: File): string | undefined {
  for (const { name, values, summary } of columns) {
    const found = summarise({ name, values: [...values] });
    const expected = Object.entries(summary).map(([key, x]) => [key, x ?? Number.NaN] as const);
    const problem = difference(found, Object.fromEntries(expected), TWELVE_DIGITS);
    if (problem) return `column ${JSON.stringify(name)}: ${problem}`;
  }
  return undefined;
}

/** The beginning of a file, with its line ends in sight. */
function shown(text: string): string {
  const start = JSON.stringify(text.slice(0, 60)).replace("\uFEFF", "\\uFEFF");
  return text.length > 60 ? `${start}…` : start;
}
