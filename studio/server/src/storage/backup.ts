import { open, readFile, rename, rm } from "node:fs/promises";
import { archiveSchema, type ProgressArchive } from "../progress/schemas";
import { type ProgressStore, STORE_METHODS, WRITING_METHODS } from "../progress/store";

/** How long after a change the backup is written, so that typing does not write it with every key. */
const DELAY = 500;
/** Longest time for which changes that keep coming put it off. */
const LONGEST_DELAY = 3_000;

/**
 * Keeps a JSON copy of all progress beside the database: written some moments after each change and on
 * close, to another file first, so that there is a whole one at any time.
 */
export class BackupWriter {
  readonly #file: string;
  readonly #store: ProgressStore;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #dirtySince: number | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string, store: ProgressStore, onError: (error: unknown) => void) {
    this.#file = file;
    this.#store = store;
    this.#onError = onError;
  }

  /** Something has changed. */
  schedule(): void {
    this.#dirtySince ??= Date.now();
    const left = LONGEST_DELAY - (Date.now() - this.#dirtySince);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(DELAY, left)));
    this.#timer.unref();
  }

  /** Writes what has changed since the last time, if anything has. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#dirtySince === null) return this.#writing;
    this.#dirtySince = null;
    this.#writing = this.#writing
      .then(async () => writeWhole(this.#file, JSON.stringify(await this.#store.exportAll())))
      .catch((error) => {
        this.#dirtySince ??= Date.now();
        this.#onError(error);
      });
    return this.#writing;
  }
}

/** The same store, but its changes are backed up, and closing it writes what is still to write. */
export function withBackup(store: ProgressStore, backup: BackupWriter): ProgressStore {
  const methods = STORE_METHODS.map((method) => {
    const operation = store[method] as (...args: unknown[]) => Promise<unknown>;
    return [
      method,
      async (...args: unknown[]) => {
        if (method === "close") await backup.flush();
        const result = await operation.apply(store, args);
        if (WRITING_METHODS.has(method)) backup.schedule();
        return result;
      },
    ];
  });
  return Object.fromEntries(methods) as unknown as ProgressStore;
}

/** What is known of a backup file. */
export type BackupState =
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "read"; readonly archive: ProgressArchive };

export async function readBackup(file: string): Promise<BackupState> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { kind: "none" };
    return { kind: "unreadable", reason: (error as Error).message };
  }
  try {
    return { kind: "read", archive: archiveSchema.parse(JSON.parse(text)) };
  } catch {
    return { kind: "unreadable", reason: "it is not a backup of Gradus, or is damaged" };
  }
}

/** Writes a file so that a reader, or a crash, finds the old text or the new one, never a part. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, "w");
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}
