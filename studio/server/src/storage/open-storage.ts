import { readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProgressArchive } from "../progress/schemas";
import type { ProgressStore } from "../progress/store";
import { type BackupState, BackupWriter, readBackup, withBackup } from "./backup";
import { describeFileError, exists, FILES, prepareDataFolder } from "./data-folder";
import { openPostgres } from "./database";
import { reopeningStore } from "./reopening-store";
import { createSqlStore } from "./sql-store";
import { openThreadStore, type ThreadStore } from "./thread-store";

/** An open store, and what people should know about it. */
export interface Storage {
  readonly store: ProgressStore;
  /** "memory": nothing is kept beyond this run. */
  readonly kind: "saved" | "memory";
  /** What went wrong and what was done about it. */
  readonly message?: string;
}

export interface StorageOptions {
  readonly dataDir: string;
  /** A PostgreSQL server to use instead of the data folder. */
  readonly databaseUrl?: string;
  /** Stops the opening. */
  readonly signal?: AbortSignal;
  /** Told of trouble that comes later, such as a backup that cannot be written. */
  readonly log?: (message: string) => void;
}

/**
 * Opens the place where progress is kept. Whatever is wrong with it, a store comes back:
 *
 * - a folder or server that cannot be used gives one in memory;
 * - a damaged database is set aside, never deleted, and a new one filled from the backup beside it;
 * - one whose creation was interrupted held nothing yet and is created again.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { dataDir, databaseUrl, signal } = options;
  if (databaseUrl) {
    try {
      const { store } = await createSqlStore(await openPostgres(databaseUrl));
      return { kind: "saved", store };
    } catch (error) {
      const reason = `PostgreSQL at ${withoutPassword(databaseUrl)} cannot be used: ${describeConnection(error)}`;
      return await openMemory(reason, { kind: "none" }, signal);
    }
  }
  const backup = await readBackup(join(dataDir, FILES.backup));
  const reason = await prepareDataFolder(dataDir);
  if (reason !== null) {
    return await openMemory(`The folder ${dataDir} cannot be used: ${reason}`, backup, signal);
  }
  return await openFolder(options, backup);
}

async function openMemory(
  reason: string,
  backup: BackupState,
  signal: AbortSignal | undefined,
): Promise<Storage> {
  const { store } = await openThreadStore(null, { ...(signal && { signal }) });
  let shown = "";
  if (backup.kind === "read") {
    await store.importAll(backup.archive);
    shown = " Your earlier progress is shown as of the last backup.";
  }
  const message = `${reason}. The course works, but what you do now is lost when it stops.${shown}`;
  return { kind: "memory", store, message };
}

async function openFolder(options: StorageOptions, backup: BackupState): Promise<Storage> {
  const { dataDir, signal, log = () => {} } = options;
  const notes: string[] = [];
  const database = join(dataDir, FILES.database);
  const backupFile = join(dataDir, FILES.backup);
  let opened: ThreadStore | null = null;
  try {
    await removeUnfinished(dataDir);
    if (!(await isEmpty(database))) {
      try {
        opened = await openExisting(database, signal);
      } catch (error) {
        if (signal?.aborted) throw error;
        // A full disk stops PostgreSQL too, but damages nothing.
        const full = await prepareDataFolder(dataDir);
        if (full) return await openMemory(`${dataDir} cannot be used: ${full}`, backup, signal);
        const aside = await setAside(database);
        notes.push(`The progress database was damaged and has been set aside as ${aside}.`);
      }
    }
    if (backup.kind === "unreadable" && (opened === null || opened.isNew)) {
      const aside = await setAside(backupFile);
      notes.push(
        `The backup could not be read (${backup.reason}) and has been set aside as ${aside}.`,
      );
    }
    if (opened === null || opened.isNew) {
      const archive = backup.kind === "read" ? backup.archive : null;
      opened = await create(dataDir, opened, archive, signal);
      if (archive) notes.push(`Your progress was restored from the backup of ${when(archive)}.`);
      else if (notes.length > 0) notes.push("There is no backup to restore: you start afresh.");
    }
  } catch (error) {
    if (signal?.aborted) throw error;
    await opened?.terminate();
    notes.push(`No database could be created in ${dataDir}: ${describeFileError(error)}`);
    return await openMemory(notes.join(" "), backup, signal);
  }
  const durable = reopeningStore(opened, () => openExisting(database, undefined));
  const writer = new BackupWriter(backupFile, durable, (error) =>
    log(`The backup of your progress could not be written: ${describeFileError(error)}.`),
  );
  // A database that came without its backup gets one now.
  if (backup.kind !== "read") writer.schedule();
  const store = withBackup(durable, writer);
  return { kind: "saved", store, ...(notes.length > 0 && { message: notes.join(" ") }) };
}

/** Opens a database and reads all that it holds, so that damage shows now and not under a learner's hands. */
async function openExisting(
  database: string,
  signal: AbortSignal | undefined,
): Promise<ThreadStore> {
  // PGlite would create a new database over the remains of this one.
  if (!(await exists(join(database, "PG_VERSION")))) throw new Error("PG_VERSION is missing");
  const opened = await openThreadStore(database, { ...(signal && { signal }) });
  try {
    await opened.store.exportAll();
    return opened;
  } catch (error) {
    await opened.terminate();
    throw error;
  }
}

/** Creates a database, or fills an empty one; the mark beside it goes when everything is in. */
async function create(
  dataDir: string,
  empty: ThreadStore | null,
  archive: ProgressArchive | null,
  signal: AbortSignal | undefined,
): Promise<ThreadStore> {
  const mark = join(dataDir, FILES.creating);
  if (!empty)
    await writeFile(
      mark,
      "A database is being created. If it is not finished, it holds nothing.\n",
    );
  const opened =
    empty ?? (await openThreadStore(join(dataDir, FILES.database), { ...(signal && { signal }) }));
  try {
    if (archive) await opened.store.importAll(archive);
    await rm(mark, { force: true });
    return opened;
  } catch (error) {
    await opened.terminate();
    throw error;
  }
}

async function removeUnfinished(dataDir: string): Promise<void> {
  const mark = join(dataDir, FILES.creating);
  if (!(await exists(mark))) return;
  await rm(join(dataDir, FILES.database), { recursive: true, force: true });
  await rm(mark);
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return true;
    // A file where the folder should be: damaged, and not empty.
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return false;
    throw error;
  }
}

/** Renames a damaged file or folder, so that somebody may still look at it. */
async function setAside(path: string): Promise<string> {
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const aside = `${path}.damaged-${stamp}`;
  await rename(path, aside);
  return aside;
}

function when(archive: ProgressArchive): string {
  return archive.exportedAt.replace("T", " ").replace(/\.\d+Z$/, " UTC");
}

function withoutPassword(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port && `:${port}`}${pathname}`;
  } catch {
    return "DATABASE_URL (it is not an address)";
  }
}

function describeConnection(error: unknown): string {
  const { errors, message, code } = error as AggregateError & { code?: string };
  // A host with several addresses fails with one error for each.
  return message || errors?.[0]?.message || code || String(error);
}
