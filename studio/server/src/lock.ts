import { randomUUID } from "node:crypto";
import { link, readFile, rm, stat, writeFile } from "node:fs/promises";
import { writeWhole } from "./storage/backup";

/** What the lock file says of the server that holds the data folder. */
interface Holder {
  readonly instance: string;
  readonly pid: number;
  /** Its address, once it listens. */
  readonly url?: string;
}

export interface DataLock {
  /** Tells later starts where this server is. */
  publish(url: string): Promise<void>;
  release(): Promise<void>;
}

export type LockResult =
  | { readonly kind: "acquired"; readonly lock: DataLock }
  /** A server that runs holds the folder. */
  | { readonly kind: "held"; readonly pid: number; readonly url: string | undefined };

export interface LockOptions {
  /** Identifies this server: `GET /api/health` answers with it. */
  readonly instance: string;
  /** How long to wait for a server that is starting or closing, in milliseconds. Default 3,000. */
  readonly patience?: number;
}

/**
 * Takes a data folder for one server. A lock that was left behind, by a crash or by kill -9, is taken over:
 * its process is gone, or its address does not answer as that server.
 *
 * @throws the file system's error if no lock file can be written
 */
export async function acquireLock(
  file: string,
  { instance, patience = 3_000 }: LockOptions,
): Promise<LockResult> {
  const mine: Holder = { instance, pid: process.pid };
  const until = Date.now() + patience;
  for (;;) {
    if (await createNew(file, JSON.stringify(mine))) break;
    const holder = await readHolder(file);
    // A file that makes no sense gets the same patience as a server that is starting.
    const state = holder ? await stateOf(holder) : "unclear";
    if (holder && state === "running") return { kind: "held", pid: holder.pid, url: holder.url };
    if (state === "unclear" && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    } else if (holder && state === "unclear" && holder.url === undefined) {
      return { kind: "held", pid: holder.pid, url: undefined };
    } else {
      await removeStale(file, holder);
    }
  }
  return {
    kind: "acquired",
    lock: {
      publish: (url) => writeWhole(file, JSON.stringify({ ...mine, url } satisfies Holder)),
      release: async () => {
        const holder = await readHolder(file);
        if (holder?.instance === instance) await rm(file, { force: true });
      },
    },
  };
}

/** Creates a file with its whole text at once, unless there is one: nobody ever reads half of it. */
async function createNew(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, text, { flag: "wx" });
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The holder, or null for a file that is gone or makes no sense. */
async function readHolder(file: string): Promise<Holder | null> {
  try {
    const holder = JSON.parse(await readFile(file, "utf8")) as Partial<Holder>;
    if (typeof holder.instance !== "string" || typeof holder.pid !== "number") return null;
    return holder as Holder;
  } catch {
    return null;
  }
}

/**
 * "unclear": its process lives but has no address yet, or none that answers: it starts, it closes, or its
 * number has gone to another program.
 */
async function stateOf({ url, pid, instance }: Holder): Promise<"running" | "unclear" | "gone"> {
  const answer = url === undefined ? "refused" : await ask(url);
  if (answer === instance || answer === "silent") return "running";
  if (answer !== "refused" || !isAlive(pid)) return "gone";
  return "unclear";
}

/** The instance at an address; "silent" if something takes connections there but says nothing. */
async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(new URL("/api/health", url), {
      signal: AbortSignal.timeout(1_500),
    });
    const body = (await response.json()) as { instance?: unknown };
    return typeof body.instance === "string" ? body.instance : "another";
  } catch (error) {
    if (error instanceof DOMException && error.name === "TimeoutError") return "silent";
    return error instanceof SyntaxError ? "another" : "refused";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user, which we may not signal, is alive.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes a stale lock out of the way. Only one start at a time may: it holds the takeover file and reads the lock
 * again, so that it never removes one that another start has put in its place.
 */
export async function removeStale(
  file: string,
  stale: { readonly instance: string } | null,
): Promise<void> {
  const takeover = `${file}.takeover`;
  if (!(await createNew(takeover, ""))) {
    await removeAbandoned(takeover);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return;
  }
  try {
    if ((await modifiedAt(file)) === undefined) return;
    const holder = await readHolder(file);
    if (holder?.instance === stale?.instance) await rm(file, { force: true });
  } finally {
    await rm(takeover, { force: true });
  }
}

/** A takeover takes milliseconds: an old one is of a start that died in it. */
async function removeAbandoned(takeover: string): Promise<void> {
  const modified = await modifiedAt(takeover);
  if (modified !== undefined && Date.now() - modified > 2_000) await rm(takeover, { force: true });
}

/** When a file was written last; undefined if there is none. */
async function modifiedAt(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
