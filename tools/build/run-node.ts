import { spawn } from "node:child_process";
import { root } from "./paths";

/**
 * Runs a Node program in the repository's root; its output is ours.
 *
 * @throws Error with its exit code if that is not 0.
 */
export function runNode(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args[0]} ended with exit code ${code}`));
    });
  });
}

/** Runs one of the repository's TypeScript programs. @throws as `runNode`. */
export function runProgram(path: string): Promise<void> {
  return runNode(["--import", "tsx", "--conditions=gradus-source", path]);
}

/** Runs TypeScript's native compiler. @throws as `runNode`; what it finds is printed. */
export function runCompiler(args: readonly string[]): Promise<void> {
  return runNode(["node_modules/typescript-native/bin/tsc", ...args]);
}
