import { displayText, formatValue, setDisplaySink } from "@gradus/core";
import type { CompiledProgram } from "@gradus/course-kit";
import { loadProgram } from "./load-program";

/** What a program printed and showed, a line or a value each. */
export interface ProgramOutput {
  readonly logged: readonly string[];
  /** What `display` showed, as text. */
  readonly displayed: readonly string[];
}

/** Runs a program to its end and collects its output. @throws whatever the program throws. */
export async function runCell(source: string): Promise<ProgramOutput> {
  const logged: string[] = [];
  const displayed: string[] = [];
  await run(source, {
    log: (values) => logged.push(textOf(values)),
    display: (text) => displayed.push(text),
  });
  return { logged, displayed };
}

interface OutputSink {
  log(values: readonly unknown[]): void;
  display(text: string): void;
}

async function run(source: string, sink: OutputSink): Promise<void> {
  const previous = setDisplaySink((data) => sink.display(displayText(data)));
  try {
    await loadProgram(source, { console: { log: (...values) => sink.log(values) } });
  } finally {
    setDisplaySink(previous);
  }
}

const textOf = (values: readonly unknown[]) => values.map((v) => formatValue(v)).join(" ");

/** What one cell of a program printed and showed, or why it did not run. */
export interface CellResult extends ProgramOutput {
  readonly region: string;
  readonly error?: unknown;
}

/** Marks the end of a cell among the lines that are printed. */
const END = "\u0001end of cell";

/**
 * Runs a program's cells one after another, once each, and gives what came of every one up to the first that throws. On
 * the page a cell runs after those above it, which is the same, but for functions declared further down: see
 * `usesFromBelow`.
 */
export async function runCells({ segments }: CompiledProgram): Promise<CellResult[]> {
  const regions = segments.flatMap(({ region }) => region ?? []);
  const last = segments.findLastIndex(({ region }) => region !== null);
  const source = segments
    .slice(0, last + 1)
    .map(({ region, source }) =>
      region ? `${source}\nconsole.log(${JSON.stringify(END)});` : source,
    )
    .join("\n\n");
  const done: CellResult[] = [];
  let [logged, displayed]: [string[], string[]] = [[], []];
  const finish = (error?: unknown) => {
    const region = regions[done.length]!;
    done.push({ region, logged, displayed, ...(error !== undefined && { error }) });
    [logged, displayed] = [[], []];
  };
  const sink: OutputSink = {
    log(values) {
      if (values[0] === END) finish();
      else logged.push(textOf(values));
    },
    display: (text) => displayed.push(text),
  };
  try {
    await run(source, sink);
  } catch (error) {
    finish(error);
  }
  return done;
}

const DECLARATION = /^(?:export )?(?:async )?function\*? (\w+)/gm;

/** Functions that a cell names although they are declared below it: on the page they are not there yet. */
export function usesFromBelow({ segments }: CompiledProgram): string[] {
  return segments.flatMap(({ source }, at) =>
    [...source.matchAll(DECLARATION)].flatMap(([, name]) =>
      segments
        .slice(0, at)
        .filter((above) => new RegExp(`(?<![.\\w])${name}\\(`).test(above.source))
        .map((above) => `${above.region ?? "the start"} uses ${name}, which is declared below it`),
    ),
  );
}
