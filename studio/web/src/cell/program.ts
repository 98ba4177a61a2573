import type { CompiledProgram } from "@gradus/course-kit";

/** Under which name a cell's code is kept. */
export function cellKey(program: string, region: string): string {
  return `cell:${program}#${region}`;
}

/** The program with the learner's versions of its regions. */
export function editedSegments(
  name: string,
  program: CompiledProgram,
  code: Readonly<Record<string, string>>,
): readonly { region: string | null; source: string }[] {
  return program.segments.map(({ region, source }) => ({
    region,
    source: region === null ? source : (code[cellKey(name, region)] ?? source),
  }));
}

/** What stands above a region: what a cell can see. */
export function sourceBefore(
  segments: readonly { region: string | null; source: string }[],
  region: string,
): string {
  const index = segments.findIndex((segment) => segment.region === region);
  return segments
    .slice(0, index)
    .map(({ source }) => (source.endsWith("\n") ? source : `${source}\n`))
    .join("");
}
