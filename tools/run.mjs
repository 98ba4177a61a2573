// Runs one of the repository's TypeScript programs under Node, with the packages' sources:
//   node tools/run.mjs tools/start.ts [arguments]
import { spawn } from "node:child_process";

const [script, ...rest] = process.argv.slice(2);
const child = spawn(
  process.execPath,
  ["--import", "tsx", "--conditions=gradus-source", script, ...rest],
  { stdio: "inherit" },
);
// The terminal sends Ctrl-C to the child as well: wait for it to finish in its own time.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
