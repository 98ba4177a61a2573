// Compiles src/assembly to WebAssembly, twice (plain SIMD; relaxed SIMD with fused multiply-add), and writes
// src/generated/*.ts with the binaries as base64, so that they load synchronously anywhere.
// Does nothing when the sources have not changed. `node build.mjs [--force]`
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker, workerData } from "node:worker_threads";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "src/assembly");
const generated = join(here, "src/generated");

const builds = [
  { name: "simd", constant: "simdBinary", features: ["simd", "threads"] },
  {
    name: "relaxed-simd",
    constant: "relaxedSimdBinary",
    features: ["simd", "relaxed-simd", "threads"],
  },
];

const hash = hashOf(sourceFiles());
if (isMainThread) await buildAll();
else await buildOne(builds[workerData]);

/** Each module in a thread of its own. */
async function buildAll() {
  const force = process.argv.includes("--force");
  const stale = builds.filter(
    ({ name }) => force || !textOf(fileOf(name)).startsWith(`// ${hash}\n`),
  );
  await Promise.all(stale.map((build) => inThread(builds.indexOf(build))));
  if (stale.length > 0) console.log(`kernels: ${stale.length} WebAssembly modules built`);
}

/**
 * @param {number} build its place in `builds`
 * @returns {Promise<void>}
 */
function inThread(build) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: build });
    worker.on("error", reject);
    worker.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`kernels: ${builds[build].name} ended with exit code ${code}`));
    });
  });
}

/** @param {{ name: string, constant: string, features: string[] }} build */
async function buildOne({ name, constant, features }) {
  writeAtomically(fileOf(name), moduleText(constant, await compile(features)));
}

/** @param {string} name */
function fileOf(name) {
  return join(generated, `${name}.ts`);
}

/** @param {string} file */
function textOf(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** @returns {string[]} every assembly source, in a fixed order */
function sourceFiles() {
  return readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort();
}

/** @param {string[]} files */
function hashOf(files) {
  const digest = createHash("sha256");
  // The compiler's version stands in package.json.
  for (const file of ["build.mjs", "package.json"]) digest.update(readFileSync(join(here, file)));
  for (const file of files) digest.update(file).update(readFileSync(join(sources, file)));
  return digest.digest("hex").slice(0, 32);
}

/**
 * @param {string[]} features
 * @returns {Promise<Uint8Array>}
 */
async function compile(features) {
  const { default: asc } = await import("assemblyscript/asc");
  let binary;
  const args = ["index.ts", "--outFile", "kernels.wasm", "--runtime", "stub", "--importMemory"];
  // Shared memory of up to 4 GiB; instantiate.ts also links the module to memory that is not shared.
  args.push("--sharedMemory", "--initialMemory", "16", "--maximumMemory", "65536");
  args.push("--noAssert", "-O3", ...features.flatMap((feature) => ["--enable", feature]));
  const { error, stderr } = await asc.main(args, {
    readFile: (name, base) => {
      const path = join(sources, base === "." ? "" : base, name);
      return existsSync(path) ? readFileSync(path, "utf8") : null;
    },
    writeFile: (_name, contents) => {
      binary = contents;
    },
    listFiles: () => [],
  });
  if (error || !(binary instanceof Uint8Array)) {
    console.error(stderr.toString());
    throw error ?? new Error("kernels: the compiler wrote no module");
  }
  return binary;
}

/**
 * @param {string} constant
 * @param {Uint8Array} binary
 */
function moduleText(constant, binary) {
  const base64 = Buffer.from(binary).toString("base64");
  return `// ${hash}\n// Written by build.mjs from src/assembly.\nexport const ${constant} =\n  "${base64}";\n`;
}

/**
 * Two processes may build at once: each writes a file of its own and renames it.
 * @param {string} file
 * @param {string} text
 */
function writeAtomically(file, text) {
  mkdirSync(generated, { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}
