import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { acquireLock, type LockResult, removeStale } from "./lock";

const root = mkdtempSync(join(tmpdir(), "gradus-lock-"));
let folder = "";
let file = "";
const servers: { close(): unknown }[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(root, "data-"));
  file = join(folder, "gradus.lock");
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The number of a process that is over. */
const DEAD = spawnSync(process.execPath, ["-e", ""]).pid;

function write(holder: { instance: string; pid: number; url?: string }): void {
  writeFileSync(file, JSON.stringify(holder));
}

async function serve(answer: object): Promise<string> {
  const server: Server = createServer((_, response) => response.end(JSON.stringify(answer)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

async function acquired(result: Promise<LockResult>) {
  const found = await result;
  if (found.kind !== "acquired") throw new Error(`held by ${found.pid}`);
  return found.lock;
}

describe("acquireLock", () => {
  test("writes who holds the folder and where, and removes it on release", async () => {
    const lock = await acquired(acquireLock(file, { instance: "a" }));
    await lock.publish("http://127.0.0.1:4321");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      instance: "a",
      pid: process.pid,
      url: "http://127.0.0.1:4321",
    });
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("finds the server that holds it", async () => {
    const url = await serve({ instance: "a" });
    write({ instance: "a", pid: process.pid, url });
    expect(await acquireLock(file, { instance: "b" })).toEqual({
      kind: "held",
      pid: process.pid,
      url,
    });
  });

  test("believes the address more than the process number, which another container may not see", async () => {
    const url = await serve({ instance: "a" });
    write({ instance: "a", pid: DEAD, url });
    expect((await acquireLock(file, { instance: "b" })).kind).toBe("held");
  });

  test("does not take the folder from a server that hangs", async () => {
    const silent = createTcpServer(() => {});
    servers.push(silent);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(silent.address() as { port: number }).port}`;
    write({ instance: "a", pid: process.pid, url });
    expect((await acquireLock(file, { instance: "b" })).kind).toBe("held");
  });

  test.each([
    ["whose process is gone", () => write({ instance: "a", pid: DEAD })],
    ["that is no lock", () => writeFileSync(file, "nonsense")],
    [
      "whose process number went to another program",
      () => write({ instance: "a", pid: process.pid, url: "http://127.0.0.1:1" }),
    ],
  ])("takes over a lock %s", async (_, leave) => {
    leave();
    const lock = await acquired(acquireLock(file, { instance: "b", patience: 200 }));
    expect(JSON.parse(readFileSync(file, "utf8")).instance).toBe("b");
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("takes over a lock whose address belongs to another server now", async () => {
    write({ instance: "a", pid: process.pid, url: await serve({ instance: "c" }) });
    await (await acquired(acquireLock(file, { instance: "b" }))).release();
    write({ instance: "a", pid: process.pid, url: await serve({ hello: "world" }) });
    await (await acquired(acquireLock(file, { instance: "b" }))).release();
  });

  test("waits for a server that is starting", async () => {
    const url = await serve({ instance: "a" });
    write({ instance: "a", pid: process.pid });
    setTimeout(() => write({ instance: "a", pid: process.pid, url }), 150);
    expect(await acquireLock(file, { instance: "b" })).toMatchObject({ kind: "held", url });
  });

  test("waits for a server that is closing", async () => {
    write({ instance: "a", pid: process.pid, url: "http://127.0.0.1:1" });
    setTimeout(() => rmSync(file), 150);
    await (await acquired(acquireLock(file, { instance: "b" }))).release();
  });

  test("leaves a server alone that does not come to an address", async () => {
    write({ instance: "a", pid: process.pid });
    expect(await acquireLock(file, { instance: "b", patience: 200 })).toEqual({
      kind: "held",
      pid: process.pid,
      url: undefined,
    });
  });

  test("does not remove a lock that has become another's", async () => {
    const lock = await acquired(acquireLock(file, { instance: "b" }));
    write({ instance: "c", pid: DEAD });
    await lock.release();
    expect(JSON.parse(readFileSync(file, "utf8")).instance).toBe("c");
    rmSync(file);
  });

  test("of many at once, one gets it", async () => {
    write({ instance: "old", pid: DEAD });
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        acquireLock(file, { instance: `new-${i}`, patience: 300 }),
      ),
    );
    expect(all.filter((result) => result.kind === "acquired")).toHaveLength(1);
    rmSync(file);
  });
});

describe("removeStale", () => {
  test("removes the lock that was read, and puts back one that came in its place", async () => {
    write({ instance: "old", pid: DEAD });
    await removeStale(file, { instance: "old" });
    expect(readdirSync(folder)).toEqual([]);
    write({ instance: "new", pid: process.pid });
    await removeStale(file, { instance: "old" });
    expect(readdirSync(folder)).toEqual(["gradus.lock"]);
    expect(JSON.parse(readFileSync(file, "utf8")).instance).toBe("new");
    rmSync(file);
    await removeStale(file, { instance: "old" });
  });
});
