import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { listFiles, madeFolders } from "../list-files";
import { root } from "./paths";

/** One step of the build: skipped while its inputs are those of its last success. */
export interface BuildStep {
  readonly name: string;
  /** Files and folders it reads, relative to the repository's root; generated folders are left out. */
  readonly inputs: readonly string[];
  /** Files that must exist afterwards, relative to the root. */
  readonly outputs: readonly string[];
  run(): Promise<void>;
}

/** Whether a step has come to its end with what it reads as it is now. */
export function isUpToDate(step: BuildStep): boolean {
  return lastHash(step) === hashInputs(step.inputs);
}

/**
 * Runs a step if something it reads has changed.
 * @returns true if it ran
 */
export async function runStep(step: BuildStep): Promise<boolean> {
  const hash = hashInputs(step.inputs);
  if (lastHash(step) === hash) return false;
  const stamp = stampOf(step);
  rmSync(stamp, { force: true });
  const start = performance.now();
  await step.run();
  for (const output of step.outputs) {
    if (!existsSync(join(root, output)))
      throw new Error(`build ${step.name}: ${output} is missing`);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`build: ${step.name} (${seconds} s)`);
  return true;
}

/** Of what a step read when it last came to its end; nothing if there is not all that it made. */
function lastHash(step: BuildStep): string | undefined {
  const stamp = stampOf(step);
  const isComplete = step.outputs.every((output) => existsSync(join(root, output)));
  return isComplete && existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
}

function stampOf({ name }: BuildStep): string {
  return join(root, ".cache/build", `${name}.hash`);
}

function hashInputs(inputs: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const input of inputs) {
    for (const file of listFiles(join(root, input), madeFolders)) {
      hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}
