import { buildLibrary } from "./library";
import { buildPackages } from "./packages";
import { runNode, runProgram } from "./run-node";
import { type BuildStep, isUpToDate, runStep } from "./step";
import { bundleStoreThread } from "./store-thread";

/** A step of the build, and the steps whose output it reads. */
interface PlannedStep extends BuildStep {
  readonly after: readonly string[];
}

/** The steps, each behind those that it needs. What can, runs beside the others, in a process of its own. */
const steps: readonly PlannedStep[] = [
  {
    name: "kernels",
    after: [],
    inputs: ["packages/kernels/src/assembly", "packages/kernels/build.mjs"],
    outputs: ["packages/kernels/src/generated"],
    run: () => runNode(["packages/kernels/build.mjs"]),
  },
  {
    name: "packages",
    after: ["kernels"],
    inputs: [
      "packages",
      "tools/build/packages.ts",
      "tools/build/declarations.ts",
      "tsconfig.json",
      "tsconfig.base.json",
      "package-lock.json",
    ],
    outputs: ["packages/gradus/dist/index.js", "packages/gradus/dist/index.d.ts"],
    run: buildPackages,
  },
  {
    name: "library",
    after: ["packages"],
    inputs: ["packages", "tools/build/library.ts", "tools/build/packages.ts", "package-lock.json"],
    outputs: ["dist/site/lib/imports.json", "dist/site/lib/types.json"],
    run: buildLibrary,
  },
  {
    name: "database",
    after: [],
    inputs: ["studio/server/package.json", "studio/server/src/storage/empty-database.ts"],
    outputs: ["dist/storage/empty-database.tar", "dist/storage/empty-database/PG_VERSION"],
    run: () => runProgram("tools/build/database.ts"),
  },
  {
    name: "store-thread",
    after: [],
    inputs: ["studio/server", "tools/build/store-thread.ts", "package-lock.json"],
    outputs: ["dist/storage/store-thread.js"],
    run: bundleStoreThread,
  },
  {
    name: "course",
    after: ["packages"],
    inputs: ["course", "packages/course-kit/src", "tools/build/course", "tools/roadmap-coverage"],
    outputs: ["dist/site/course/index.json"],
    run: () => runProgram("tools/build/course/main.ts"),
  },
  {
    name: "web",
    after: ["kernels"],
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
  const begun = new Map<string, Promise<unknown>>();
  for (const step of steps) {
    if (names.length > 0 && !names.includes(step.name)) continue;
    const before = step.after.map((name) => begun.get(name));
    begun.set(
      step.name,
      Promise.all(before).then(() => runStep(step)),
    );
  }
  await Promise.all(begun.values());
}

/** Whether a step's output is there and was made from what its inputs are now. */
export function isBuilt(name: string): boolean {
  const step = steps.find((each) => each.name === name);
  return step !== undefined && isUpToDate(step);
}
