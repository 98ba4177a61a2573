import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root } from "./paths";

/**
 * Runs a Node program in the repository's root; its output is ours.
 *
 * @param env what stands in its environment besides what stands in ours
 * @throws Error with its exit code if that is not 0.
 */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const settings = { cwd: root, env: { ...process.env, ...env } };
    const child = spawn(process.execPath, args, { ...settings, stdio: "inherit" });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args[0]} ended with exit code ${code}`));
    });
  });
}

/** Runs one of the repository's TypeScript programs, with the packages as they were built. @throws as `runNode`. */
export function runProgram(path: string): Promise<void> {
  return runNode(["--import", "tsx", path]);
}

/** How TypeScript's native compiler is run: the arguments before its own, and what stands in its environment. */
export const nativeCompiler = {
  /** Each of its checkers learns all types anew, which pays off where processors have nothing else to do. */
  args: [
    join(root, "node_modules/typescript-native/bin/tsc"),
    ...["--checkers", availableParallelism() > 2 ? "4" : "1"],
  ],
  /** It is over before its garbage is worth collecting: a quarter of its time, for 1.4 GB at most. */
  env: { GOGC: "off", GOMEMLIMIT: "2GiB" },
} as const;

/** Runs TypeScript's native compiler. @throws as `runNode`; what it finds is printed. */
export function runCompiler(args: readonly string[]): Promise<void> {
  return runNode([...nativeCompiler.args, ...args], nativeCompiler.env);
}
