import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildLibrary, importTable } from "./library";
import { buildPackages } from "./packages";
import { root, siteDir } from "./paths";
import { type BuildStep, runStep } from "./step";

/** The steps in their order; each reads what the ones before it wrote. */
const steps: readonly BuildStep[] = [
  {
    name: "kernels",
    inputs: ["packages/kernels/src/assembly", "packages/kernels/build.mjs"],
    outputs: ["packages/kernels/src/generated"],
    run: () => runNode(["packages/kernels/build.mjs"]),
  },
  {
    name: "packages",
    inputs: ["packages", "tools/build/packages.ts", "tsconfig.base.json", "package-lock.json"],
    outputs: ["packages/gradus/dist/index.js", "packages/gradus/dist/index.d.ts"],
    run: buildPackages,
  },
  {
    name: "library",
    inputs: ["packages", "tools/build/library.ts", "tools/build/packages.ts", "package-lock.json"],
    outputs: ["dist/site/lib/imports.json", "dist/site/lib/types.json"],
    run: buildLibrary,
  },
  {
    name: "database",
    inputs: ["studio/server/package.json", "studio/server/src/storage/empty-database.ts"],
    outputs: ["dist/empty-database.tgz"],
    run: async () => {
      const { writeEmptyDatabase } = await import("../../studio/server/src/storage/empty-database");
      await writeEmptyDatabase();
    },
  },
  {
    name: "course",
    inputs: ["course", "packages/course-kit/src", "tools/build/course", "tools/roadmap-coverage"],
    outputs: ["dist/site/course/index.json"],
    run: async () => {
      const { buildCourse } = await import("./course/build");
      await buildCourse({ outDir: join(siteDir, "course"), imports: importTable() });
    },
  },
  {
    name: "web",
    inputs: ["studio/web", "packages", "package-lock.json"],
    outputs: ["dist/site/index.html"],
    run: () =>
      runNode(["node_modules/vite/bin/vite.js", "build", "studio/web", "--logLevel", "warn"]),
  },
];

/**
 * Brings the named steps up to date, or all of them.
 * @throws Error if a name is not a step's.
 */
export async function build(names: readonly string[] = []): Promise<void> {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) {
    throw new Error(
      `build: expected one of ${steps.map((s) => s.name).join(", ")}, got ${unknown}`,
    );
  }
  for (const step of steps)
    if (names.length === 0 || names.includes(step.name)) await runStep(step);
}

/** Runs a Node program in the repository's root; its output is ours. */
function runNode(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args[0]} ended with exit code ${code}`));
    });
  });
}
