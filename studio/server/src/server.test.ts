import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { listenLocally } from "./http/listen";
import { type RunningServer, startServer } from "./server";

const root = mkdtempSync(join(tmpdir(), "gradus-server-"));
const siteDir = join(root, "site");
mkdirSync(siteDir);
writeFileSync(join(siteDir, "index.html"), "<!doctype html><title>Gradus</title>");
chmodSync(root, 0o755);

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const programs: ChildProcess[] = [];

afterEach(() => {
  for (const program of programs.splice(0)) program.kill("SIGKILL");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Program {
  readonly process: ChildProcess;
  /** Resolves with the first output that matches. */
  says(pattern: RegExp): Promise<string>;
  readonly exited: Promise<number | null>;
}

/** The server as people start it, but without npm. */
function startProgram(data: string, identity: { uid?: number; gid?: number } = {}): Program {
  const child = spawn(
    process.execPath,
    [
      "--import=tsx",
      "--conditions=gradus-source",
      fileURLToPath(new URL("./main.ts", import.meta.url)),
      ...["--site", siteDir, "--data", data, "--port", "0"],
    ],
    { cwd: repository, stdio: ["ignore", "pipe", "pipe"], ...identity },
  );
  programs.push(child);
  let output = "";
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const heard: (() => void)[] = [];
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      for (const hear of heard) hear();
    });
  }
  return {
    process: child,
    exited,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const hear = () => {
          const match = pattern.exec(output);
          if (match) resolve(match[1] ?? match[0]);
        };
        heard.push(hear);
        void exited.then(() => setTimeout(() => reject(new Error(`it said: ${output}`)), 100));
        hear();
      }),
  };
}

const ADDRESS = /The course is at (http:\/\/\S+)/;

async function saveCode(url: string, source: string): Promise<number> {
  const response = await fetch(`${url}/api/progress/topic/code/cell%3Aa%23b`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ source }),
  });
  return response.status;
}

async function savedCode(url: string): Promise<string> {
  const progress = await (await fetch(`${url}/api/progress/topic`)).json();
  return progress.code["cell:a#b"];
}

describe("listenLocally", () => {
  test("takes the next port when the preferred one is busy", async () => {
    const other = createServer();
    const busy = await new Promise<number>((resolve) =>
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
    );
    const server = createServer();
    const port = await listenLocally(server as never, busy);
    expect(port).not.toBe(busy);
    expect((server.address() as { address: string }).address).toBe("127.0.0.1");
    server.close();
    other.close();
  });
});

describe("startServer", () => {
  const running: RunningServer[] = [];
  const start = async (data: string, log: (message: string) => void = () => {}) => {
    const server = await startServer({ siteDir, dataDir: data, port: 0, log });
    running.push(server);
    return server;
  };
  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.close()));
  });

  test("serves pages at once and the API when the database is open; a second start finds it", async () => {
    const data = join(root, "data");
    const begun = performance.now();
    const first = await start(data);
    expect((await fetch(first.url)).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(1_000);
    const status = fetch(`${first.url}/api/status`);

    const second = await start(data);
    expect(second).toMatchObject({ alreadyRunning: true, url: first.url });
    await second.close();
    expect(await (await status).json()).toEqual({ version: "0.1.0", storage: "saved" });
    expect(await saveCode(first.url, "kept")).toBe(204);
    await first.close();
    expect(readdirSync(data).sort()).toEqual(["database", "progress-backup.json"]);
  });

  test("closes within 2 s, also while the database is being created", async () => {
    const server = await start(join(root, "brief"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const waiting = fetch(`${server.url}/api/status`).catch(() => null);
    const begun = performance.now();
    await server.close();
    expect(performance.now() - begun).toBeLessThan(2_000);
    await waiting;
    await expect(fetch(server.url)).rejects.toThrow();
  });

  test("runs without a data folder, and says that nothing is kept", async () => {
    const file = join(root, "file");
    writeFileSync(file, "");
    const said: string[] = [];
    const server = await start(join(file, "data"), (message) => said.push(message));
    const status = await (await fetch(`${server.url}/api/status`)).json();
    expect(status.storage).toBe("memory");
    expect(status.message).toContain("cannot be used");
    expect(said).toEqual([status.message]);
    expect(await saveCode(server.url, "x")).toBe(204);
    expect(await savedCode(server.url)).toBe("x");
  });
});

describe("the program", () => {
  test("loses nothing to kill -9, says where it runs already, and ends on Ctrl-C", async () => {
    const data = join(root, "program");
    const killed = startProgram(data);
    const url = await killed.says(ADDRESS);
    expect(await saveCode(url, "first")).toBe(204);
    expect(await saveCode(url, "acknowledged")).toBe(204);
    killed.process.kill("SIGKILL");
    await killed.exited;

    const next = startProgram(data);
    const nextUrl = await next.says(ADDRESS);
    expect(await savedCode(nextUrl)).toBe("acknowledged");
    expect((await (await fetch(`${nextUrl}/api/status`)).json()).message).toBeUndefined();

    const second = startProgram(data);
    expect(await second.says(/already running at (\S+)/)).toBe(nextUrl);
    expect(await second.exited).toBe(0);

    expect(await saveCode(nextUrl, "last")).toBe(204);
    const begun = performance.now();
    next.process.kill("SIGINT");
    expect(await next.exited).toBe(0);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(readdirSync(data).sort()).toEqual(["database", "progress-backup.json"]);
  });

  // Root writes everywhere, so there the program runs as "nobody".
  const asRoot = process.getuid?.() === 0;
  test.skipIf(process.platform === "win32")("runs over a read-only folder", async (context) => {
    const identity = asRoot ? { uid: 65_534, gid: 65_534 } : {};
    const looks = spawnSync(
      process.execPath,
      ["-e", `require("fs").readdirSync(${JSON.stringify(repository)})`],
      identity,
    );
    if (looks.status !== 0) {
      console.log("The read-only folder is not tested: nobody may not read the project's folder");
      return context.skip();
    }
    const data = join(root, "read-only");
    mkdirSync(data);
    const backup = {
      ...{ format: "gradus-progress", version: 1, exportedAt: "2026-01-02T03:04:05.678Z" },
      ...{ answers: [], exercises: [], projects: [] },
      code: [
        { topic: "topic", key: "cell:a#b", source: "earlier", updatedAt: "2026-01-02T03:04:05Z" },
      ],
    };
    writeFileSync(join(data, "progress-backup.json"), JSON.stringify(backup));
    if (asRoot) chownSync(data, 65_534, 65_534);
    chmodSync(data, 0o555);
    const program = startProgram(data, identity);
    const url = await program.says(ADDRESS);
    const status = await (await fetch(`${url}/api/status`)).json();
    chmodSync(data, 0o755);
    expect(status.storage).toBe("memory");
    expect(status.message).toContain("there is no permission to write there");
    expect(status.message).toContain("Your earlier progress is shown");
    expect(await savedCode(url)).toBe("earlier");
    expect(await program.says(/what you do now is lost/)).toBeTruthy();
    expect(readdirSync(data)).toEqual(["progress-backup.json"]);
  });
});
