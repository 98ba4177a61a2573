import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "./http/app";
import { listenLocally } from "./http/listen";
import { acquireLock, type DataLock } from "./lock";
import { StorageError } from "./progress/store";
import { FILES, prepareDataFolder } from "./storage/data-folder";
import { openStorage, type Storage } from "./storage/open-storage";

/** The port of the course when it is free. */
export const DEFAULT_PORT = 4321;

export interface ServerOptions {
  /** Folder of the built site. */
  readonly siteDir: string;
  /** Folder for the learner's progress; it is created if it is not there. */
  readonly dataDir: string;
  /** Preferred port; if it is taken, a free one. Default 4321; 0 takes any. */
  readonly port?: number;
  /** A PostgreSQL server for the progress instead of the data folder. */
  readonly databaseUrl?: string;
  readonly version?: string;
  /** Where messages for people go. Default `console.log`. */
  readonly log?: (message: string) => void;
}

export interface RunningServer {
  readonly url: string;
  /** Another server holds the data folder: this one was not started, and `url` is the other's. */
  readonly alreadyRunning: boolean;
  /** Resolves when the progress is open; the pages are served before that. */
  readonly ready: Promise<void>;
  /** Stops listening, writes what is still to write and lets go of the folder. */
  close(): Promise<void>;
}

/** How long requests under way may take when the server closes, in milliseconds. */
const GRACE = 300;
/** How long the database may take to close, in milliseconds. */
const CLOSING_TIME = 1_500;

/**
 * Serves the course on 127.0.0.1. Pages are served at once, while the database opens in the background.
 *
 * If another server already holds the data folder, nothing is started or touched.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { siteDir, dataDir, port = DEFAULT_PORT, databaseUrl, log = console.log } = options;
  const instance = randomUUID();
  const lock = databaseUrl ? null : await lockFolder(dataDir, instance);
  if (lock && "heldBy" in lock) {
    const { heldBy } = lock;
    return {
      url: heldBy,
      alreadyRunning: true,
      ready: Promise.resolve(),
      close: () => Promise.resolve(),
    };
  }
  const stopOpening = new AbortController();
  const trouble: { message?: string } = {};
  let opening: Promise<Storage> | null = null;
  let listeningOn = 0;
  const app = createApp({
    siteDir,
    port: () => listeningOn,
    version: options.version ?? "0.1.0",
    instance,
    storage: () => opening ?? Promise.reject(new StorageError("the server is starting")),
    trouble,
  });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  try {
    listeningOn = await listenLocally(server, port);
  } catch (error) {
    await lock?.release();
    throw error;
  }
  const url = `http://127.0.0.1:${listeningOn}`;
  await lock?.publish(url).catch(() => {});
  opening = openStorage({
    dataDir,
    signal: stopOpening.signal,
    log: (message) => {
      trouble.message = message;
      log(message);
    },
    ...(databaseUrl && { databaseUrl }),
  });
  const ready = opening.then(
    ({ message }) => {
      if (message) log(message);
    },
    () => {},
  );
  const stop = async () => {
    stopOpening.abort();
    await stopListening(server);
    // A PostgreSQL server that hangs must not keep us.
    await within(
      CLOSING_TIME,
      opening.then(
        ({ store }) => store.close().catch((error: Error) => log(`Closing: ${error.message}.`)),
        () => {},
      ),
    );
    await lock?.release().catch(() => {});
  };
  let closing: Promise<void> | null = null;
  return {
    url,
    alreadyRunning: false,
    ready,
    close: () => {
      closing ??= stop();
      return closing;
    },
  };
}

/** The folder's lock; null where none can be written, since nothing else can be either. */
async function lockFolder(
  dataDir: string,
  instance: string,
): Promise<DataLock | { readonly heldBy: string } | null> {
  await prepareDataFolder(dataDir);
  try {
    const result = await acquireLock(join(dataDir, FILES.lock), { instance });
    if (result.kind === "acquired") return result.lock;
    return { heldBy: result.url ?? `process ${result.pid}, which is starting` };
  } catch {
    return null;
  }
}

async function within(milliseconds: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, late]);
  clearTimeout(timer);
}

/** Ends the server once the requests under way are answered, or after a moment. */
async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(timer);
}
