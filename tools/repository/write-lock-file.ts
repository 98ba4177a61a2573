import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../build/paths";
import { readManifests } from "./manifests";

// npm run lock: writes package-lock.json anew, from the package.json files alone. With node_modules beside it,
// npm leaves out what other platforms need, and `npm ci` then refuses the file.

const folder = mkdtempSync(join(tmpdir(), "gradus-lock-"));
try {
  for (const { folder: workspace } of readManifests()) {
    const manifest = join(workspace, "package.json");
    cpSync(join(root, manifest), join(folder, manifest), { recursive: true });
  }
  copyFileSync(join(root, ".npmrc"), join(folder, ".npmrc"));
  const npm = process.env.npm_execpath ?? join(dirname(process.execPath), "npm");
  const [program, ...args] = npm.endsWith(".js") ? [process.execPath, npm] : [npm];
  execFileSync(program!, [...args, "install", "--package-lock-only"], {
    cwd: folder,
    stdio: "inherit",
  });
  copyFileSync(join(folder, "package-lock.json"), join(root, "package-lock.json"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
