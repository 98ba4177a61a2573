// Runs one of the repository's TypeScript programs under Node, with the packages' sources:
//   node tools/run.mjs tools/start.ts [arguments]
import { spawn } from "node:child_process";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Gradus needs Node 20.19 or newer, this is ${process.version}.`);
  process.exit(1);
}

const [script, ...rest] = process.argv.slice(2);
const flags = ["--import", "tsx", "--conditions=gradus-source"];
const child = spawn(process.execPath, [...flags, script, ...rest], { stdio: "inherit" });
// The terminal sends Ctrl-C to the child as well: wait for it to finish in its own time.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
