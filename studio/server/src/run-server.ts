import { type ServerOptions, startServer } from "./server";
import { defaultDataDir } from "./storage/data-folder";

export interface RunOptions extends Omit<ServerOptions, "dataDir"> {
  /** Default: see {@link defaultDataDir}. */
  readonly dataDir?: string;
  /** Called once the course can be opened, with its address. */
  readonly onReady?: (url: string) => void;
}

/**
 * The server as a program: says where it is, and runs until Ctrl-C. `GRADUS_DATA_DIR`, `PORT` and
 * `DATABASE_URL` change where progress is kept and where it listens.
 *
 * @returns the process's exit code
 */
export async function runServer({ onReady, ...options }: RunOptions): Promise<number> {
  const { DATABASE_URL, PORT } = process.env;
  const { log = console.log } = options;
  const preferred = options.port ?? portOf(PORT);
  const server = await startServer({
    ...options,
    dataDir: options.dataDir ?? defaultDataDir(),
    ...(preferred !== undefined && { port: preferred }),
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
  });
  if (server.alreadyRunning) {
    log(`The course is already running at ${server.url}`);
    return 0;
  }
  if (preferred && !server.url.endsWith(`:${preferred}`)) log(`Port ${preferred} is taken.`);
  log(`The course is at ${server.url} (stop it with Ctrl-C)`);
  onReady?.(server.url);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, resolve);
  });
  await server.close();
  return 0;
}

function portOf(text: string | undefined): number | undefined {
  const port = text ? Number(text) : Number.NaN;
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined;
}
