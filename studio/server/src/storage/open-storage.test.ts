import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStorage } from "./open-storage";

const root = mkdtempSync(join(tmpdir(), "gradus-storage-"));
const template = join(root, "template");
let copies = 0;

/** A data folder in which something was saved and which was closed in order. */
function copyOfTemplate(): string {
  copies += 1;
  const folder = join(root, `copy-${copies}`);
  cpSync(template, folder, { recursive: true });
  return folder;
}

beforeAll(async () => {
  const { store, kind, message } = await openStorage({ dataDir: template });
  expect({ kind, message }).toEqual({ kind: "saved", message: undefined });
  await store.saveCode("topic", "cell:a#b", "kept");
  await store.recordExercise("topic", "one", {
    source: "s",
    outcome: { kind: "passed" },
    milliseconds: 1,
  });
  await store.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const keptCode = { "cell:a#b": "kept" };

describe("openStorage", () => {
  test("writes a backup on close and finds everything again", async () => {
    const folder = copyOfTemplate();
    const backup = JSON.parse(readFileSync(join(folder, "progress-backup.json"), "utf8"));
    expect(backup.code).toMatchObject([{ topic: "topic", key: "cell:a#b", source: "kept" }]);
    const { store, kind, message } = await openStorage({ dataDir: folder });
    expect({ kind, message }).toEqual({ kind: "saved", message: undefined });
    expect((await store.topic("topic")).code).toEqual(keptCode);
    await store.close();
  });

  test("writes the backup soon after a change, without waiting for close", async () => {
    const folder = copyOfTemplate();
    const { store } = await openStorage({ dataDir: folder });
    await store.saveCode("topic", "cell:a#b", "changed");
    await expect
      .poll(() => readFileSync(join(folder, "progress-backup.json"), "utf8"), { timeout: 5_000 })
      .toContain("changed");
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(["database", "progress-backup.json"]);
  });

  const damages: Record<string, (database: string) => void> = {
    "a cut control file": (d) => truncateSync(join(d, "global/pg_control"), 100),
    "overwritten tables": (d) => {
      const tables = join(d, "base/5");
      for (const name of readdirSync(tables)) {
        const file = join(tables, name);
        writeFileSync(file, Buffer.alloc(statSync(file).size, 5));
      }
    },
    "a file in its place": (d) => {
      rmSync(d, { recursive: true });
      writeFileSync(d, "not a database");
    },
  };

  /** Opens a folder whose database cannot be read, and looks at what is said and what is there. */
  async function expectRestored(folder: string) {
    const { store, kind, message } = await openStorage({ dataDir: folder });
    const aside = readdirSync(folder).find((name) => name.startsWith("database.damaged-"))!;
    expect(kind).toBe("saved");
    expect(message).toContain(`set aside as ${join(folder, aside)}.`);
    expect(message).toContain("Your progress was restored from the backup of ");
    expect((await store.topic("topic")).code).toEqual(keptCode);
    expect((await store.summary()).topics.topic!.exercisesPassed).toEqual(["one"]);
    await store.close();
  }

  test.each(Object.entries(damages))(
    "sets a database aside that has %s, and restores the backup",
    async (_, damage) => {
      const folder = copyOfTemplate();
      damage(join(folder, "database"));
      await expectRestored(folder);
    },
  );

  test("a database restored for want of its version file is an ordinary one from now on", async () => {
    const folder = copyOfTemplate();
    rmSync(join(folder, "database/PG_VERSION"));
    await expectRestored(folder);
    const { store, kind, message } = await openStorage({ dataDir: folder });
    expect({ kind, message }).toEqual({ kind: "saved" });
    expect((await store.topic("topic")).code).toEqual(keptCode);
    await store.close();
  });

  test("says so when both the database and the backup are damaged, and deletes neither", async () => {
    const folder = copyOfTemplate();
    truncateSync(join(folder, "database/global/pg_control"), 100);
    writeFileSync(join(folder, "progress-backup.json"), '{"format":');
    const { store, kind, message } = await openStorage({ dataDir: folder });
    expect(kind).toBe("saved");
    expect(message).toMatch(/The backup could not be read .* has been set aside as /);
    expect(message).toContain("you start afresh");
    await store.close();
    const names = readdirSync(folder).map((name) => name.replace(/damaged-.*/, "damaged"));
    expect(names.sort()).toEqual([
      "database",
      "database.damaged",
      "progress-backup.json",
      "progress-backup.json.damaged",
    ]);
  });

  test("creates a database again whose creation was interrupted, from the backup", async () => {
    const folder = copyOfTemplate();
    rmSync(join(folder, "database/PG_VERSION"));
    writeFileSync(join(folder, "database.creating"), "");
    const { store, kind } = await openStorage({ dataDir: folder });
    expect(kind).toBe("saved");
    expect((await store.topic("topic")).code).toEqual(keptCode);
    await store.close();
    expect(readdirSync(folder).sort()).toEqual(["database", "progress-backup.json"]);
  });

  test("can be stopped while it creates one", async () => {
    const folder = join(root, "stopped");
    const stop = new AbortController();
    const opening = openStorage({ dataDir: folder, signal: stop.signal });
    await expect.poll(() => existsSync(join(folder, "database.creating"))).toBe(true);
    const begun = Date.now();
    stop.abort();
    await expect(opening).rejects.toThrow("stopped");
    expect(Date.now() - begun).toBeLessThan(1_000);
    expect(existsSync(join(folder, "database.creating"))).toBe(true);
  });

  test("keeps progress in memory when the folder cannot be created, and says so", async () => {
    const file = join(root, "file");
    writeFileSync(file, "");
    const { store, kind, message } = await openStorage({ dataDir: join(file, "data") });
    expect(kind).toBe("memory");
    expect(message).toContain("cannot be used: a file stands where a folder should be");
    expect(message).toContain("what you do now is lost when it stops");
    await store.saveCode("t", "cell:a#b", "x");
    expect((await store.topic("t")).code).toEqual({ "cell:a#b": "x" });
    await store.close();
  });

  test("keeps progress in memory when DATABASE_URL leads nowhere, without its password", async () => {
    const { store, kind, message } = await openStorage({
      dataDir: join(root, "unused"),
      databaseUrl: "postgres://me:secret@127.0.0.1:1/course",
    });
    expect(kind).toBe("memory");
    expect(message).toContain("PostgreSQL at 127.0.0.1:1/course cannot be used");
    expect(message).not.toContain("secret");
    expect(existsSync(join(root, "unused"))).toBe(false);
    await store.close();
  });
});
