import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the processes of one run leave what another need not compute again; undefined while files are watched. */
    sharedFolder: string | undefined;
  }
}

/** Runs before the tests, and gives what runs after them. */
export default function setup(project: TestProject): () => void {
  // Whoever watches files changes the code that results came from.
  if (project.vitest.config.watch) {
    project.provide("sharedFolder", undefined);
    return () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), "gradus-tests-"));
  project.provide("sharedFolder", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
