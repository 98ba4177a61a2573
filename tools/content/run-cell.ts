import { displayText, formatValue, setDisplaySink } from "@gradus/core";
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
  const previous = setDisplaySink((data) => displayed.push(displayText(data)));
  try {
    const log = (...values: unknown[]) => logged.push(values.map((v) => formatValue(v)).join(" "));
    await loadProgram(source, { console: { log } });
  } finally {
    setDisplaySink(previous);
  }
  return { logged, displayed };
}
