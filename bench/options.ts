import { parseArgs } from "node:util";

/** What the command was asked for. */
export interface Options {
  /** Only workloads whose name contains this. */
  readonly filter: string;
  readonly rounds: number;
  /** A contestant that has run this long on one workload, in milliseconds, has run enough. */
  readonly patience: number;
  /** Leave bench/results.json and bench/RESULTS.md as they are. */
  readonly dry: boolean;
}

const USAGE = "npm run bench -- [filter] [--rounds n] [--patience seconds] [--dry]";

/** Reads the command's arguments. @throws Error for others, with how to call it. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const rounds = wholeNumber("rounds", values.rounds, 7);
  const patience = 1000 * wholeNumber("patience", values.patience, 6);
  return { filter: positionals.join(" "), rounds, patience, dry: values.dry ?? false };
}

function wholeNumber(name: string, given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new Error(`bench: --${name} must be a whole number above 0, got ${given}; ${USAGE}`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        rounds: { type: "string" },
        patience: { type: "string" },
        dry: { type: "boolean" },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Error(`bench: ${(error as Error).message}; ${USAGE}`);
  }
}
