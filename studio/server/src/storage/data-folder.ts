import { mkdir, rm, stat, statfs, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Files in the data folder. */
export const FILES = {
  database: "database",
  /** Stands beside a database that is being created, and marks it as unfinished. */
  creating: "database.creating",
  backup: "progress-backup.json",
  lock: "gradus.lock",
} as const;

/** A new database takes 40 MB; PostgreSQL stops hard when it runs out in between. */
const FREE_TO_CREATE = 120e6;
const FREE_TO_OPEN = 40e6;

/**
 * Where progress is kept: `GRADUS_DATA_DIR`, else the platform's folder for application data.
 *
 * Linux `$XDG_DATA_HOME/gradus` or `~/.local/share/gradus`, macOS `~/Library/Application Support/Gradus`,
 * Windows `%APPDATA%\Gradus`.
 */
export function defaultDataDir(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  if (env.GRADUS_DATA_DIR) return env.GRADUS_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Application Support", "Gradus");
  if (platform === "win32") return join(env.APPDATA || join(home, "AppData", "Roaming"), "Gradus");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "gradus");
}

/**
 * Creates the folder and tries to write in it.
 *
 * @returns why it cannot be used, for people, or null if it can
 */
export async function prepareDataFolder(directory: string): Promise<string | null> {
  const probe = join(directory, `.write-test-${process.pid}`);
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(probe, "x".repeat(4096));
    await rm(probe);
    const { bavail, bsize } = await statfs(directory);
    const needed = (await exists(join(directory, FILES.database))) ? FREE_TO_OPEN : FREE_TO_CREATE;
    if (bavail * bsize < needed) {
      return `the disk is nearly full: ${megabytes(bavail * bsize)} free, ${megabytes(needed)} needed`;
    }
    return null;
  } catch (error) {
    await rm(probe, { force: true }).catch(() => {});
    return describeFileError(error);
  }
}

/** A file system's error in plain words. */
export function describeFileError(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const where = path ? ` (${path})` : "";
  switch (code) {
    case "EACCES":
    case "EPERM":
      return `there is no permission to write there${where}`;
    case "EROFS":
      return `the file system is read-only${where}`;
    case "ENOTDIR":
    case "EEXIST":
      return `a file stands where a folder should be${where}`;
    case "ENOSPC":
    case "EDQUOT":
      return "the disk is full";
    default:
      return message ?? String(error);
  }
}

export async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
