import { ParseError } from "@gradus/core";

/** A support vector in a model file. */
export interface FileVector {
  /** What it counts in each machine of its class. */
  readonly coefs: readonly number[];
  /** The features that are not 0, numbered from 1; with a precomputed kernel, 0 and the number of the row. */
  readonly entries: readonly (readonly [index: number, value: number])[];
}

/** The lines of a model file, by their names. */
export class LibsvmFile {
  readonly vectors: readonly FileVector[];
  readonly #fields = new Map<string, { readonly value: string; readonly line: number }>();

  /** @throws ParseError for what is no line of a model file. */
  constructor(text: string) {
    const lines = text.split(/\r?\n/);
    const begin = lines.findIndex((line) => line.trim() === "SV");
    if (begin < 0) refuseLine(lines.length, 'a line "SV" before the support vectors', "none");
    lines.slice(0, begin).forEach((line, at) => {
      const [name, ...words] = line.trim().split(/\s+/);
      if (name) this.#fields.set(name, { value: words.join(" "), line: at + 1 });
    });
    this.vectors = lines
      .slice(begin + 1)
      .flatMap((line, at) => (line.trim() ? [readVector(line, begin + at + 2)] : []));
    const [total] = this.numbers("total_sv");
    if (total !== this.vectors.length) {
      const { line } = this.#field("total_sv");
      refuseLine(line, `as many vectors as total_sv says, ${total}`, this.vectors.length);
    }
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** One of some words. @throws ParseError if the line is missing or says something else. */
  word<const T extends string>(name: string, choices: readonly T[]): T {
    const { value, line } = this.#field(name);
    if (choices.includes(value as T)) return value as T;
    return refuseLine(line, `${name} to be one of ${choices.join(", ")}`, value);
  }

  /** The numbers of a line, so many of them if `count` is given. @throws ParseError for anything else. */
  numbers(name: string, count?: number): number[] {
    const { value, line } = this.#field(name);
    const found = value.split(" ").map(Number);
    if (value === "" || found.some(Number.isNaN) || found.length !== (count ?? found.length)) {
      refuseLine(line, `${count ?? "some"} numbers after ${name}`, value);
    }
    return found;
  }

  #field(name: string): { readonly value: string; readonly line: number } {
    return this.#fields.get(name) ?? refuseLine(1, `a line that begins with ${name}`, "none");
  }
}

function readVector(text: string, line: number): FileVector {
  const words = text.trim().split(/\s+/);
  const first = words.findIndex((word) => word.includes(":"));
  const end = first < 0 ? words.length : first;
  const coefs = words.slice(0, end).map(Number);
  const entries = words.slice(end).map((word) => {
    const [index, value] = word.split(":", 2).map(Number) as [number, number];
    return [index, value] as const;
  });
  const isBad = entries.some(([index, value]) => !(index >= 0) || !Number.isFinite(value));
  if (isBad || coefs.some(Number.isNaN)) {
    refuseLine(line, "numbers, then features as index:value", text.slice(0, 40));
  }
  return { coefs, entries };
}

/** @throws ParseError always. */
export function refuseLine(line: number, expected: string, got: string | number): never {
  throw new ParseError(`fromLibsvmModel: expected ${expected}, got ${got}`, { line, column: 1 });
}
