// Compiles src/assembly to WebAssembly with relaxed SIMD (fused multiply-add) and writes src/generated/kernels.ts with
// the binary as base64, so that it loads synchronously anywhere. For engines with plain SIMD src/lower-relaxed.ts
// rewrites it as it is loaded. Does nothing when the sources have not changed. `node build.mjs [--force]`
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
import asc from "assemblyscript/asc";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "src/assembly");
const generated = join(here, "src/generated");
const output = join(generated, "kernels.ts");

const hash = hashOf(sourceFiles());
const isFresh = existsSync(output) && readFileSync(output, "utf8").startsWith(`// ${hash}\n`);
if (!isFresh || process.argv.includes("--force")) {
  writeAtomically(output, moduleText(await compile()));
  console.log("kernels: WebAssembly module built");
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

/** @returns {Promise<Uint8Array>} */
async function compile() {
  let binary;
  const args = ["index.ts", "--outFile", "kernels.wasm", "--runtime", "stub", "--importMemory"];
  // Shared memory of up to 4 GiB; instantiate.ts also links the module to memory that is not shared.
  args.push("--sharedMemory", "--initialMemory", "16", "--maximumMemory", "65536");
  args.push("--noAssert", "-O3");
  for (const feature of ["simd", "relaxed-simd", "threads"]) args.push("--enable", feature);
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

/** @param {Uint8Array} binary */
function moduleText(binary) {
  const base64 = Buffer.from(binary).toString("base64");
  return `// ${hash}\n// Written by build.mjs from src/assembly.\nexport const kernelsBinary =\n  "${base64}";\n`;
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
