import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExerciseAttempt, ProjectAttempt } from "../progress/schemas";
import { type ProgressStore, StorageError } from "../progress/store";
import { startPostgres } from "../testing/postgres";
import { type OpenDatabase, openPGlite, openPostgres } from "./database";
import { MIGRATIONS, migrate } from "./migrations";
import { openStorage } from "./open-storage";
import { pgliteModules } from "./pglite-modules";
import { emptyDatabase } from "./prepared";
import { createSqlStore } from "./sql-store";

const passed: ExerciseAttempt = { source: "a", outcome: { kind: "passed" }, milliseconds: 12.5 };
const wrong: ExerciseAttempt = {
  source: "b",
  outcome: { kind: "wrong", message: "The sign is off.", misconception: "uphill" },
  milliseconds: 3,
};
const score = (points: number): ProjectAttempt => ({
  source: `// ${points}`,
  score: { results: [{ id: "beats", points, message: "RMSE 3" }], points, passed: points > 5 },
});

const postgres = await startPostgres();
if ("reason" in postgres) console.log(`The store on PostgreSQL is not tested: ${postgres.reason}`);

const prepared = { emptyDatabase, modules: await pgliteModules() };
const drivers = [
  { name: "PGlite", skip: false, open: () => openPGlite(null, prepared) },
  {
    name: "PostgreSQL",
    skip: "reason" in postgres,
    open: () => openPostgres((postgres as { url: string }).url),
  },
];

afterAll(async () => {
  if ("stop" in postgres) await postgres.stop();
});

describe.each(drivers)("the store on $name", ({ open, skip }) => {
  let database: OpenDatabase;
  let store: ProgressStore;

  beforeAll(async () => {
    if (skip) return;
    database = await open();
    store = (await createSqlStore(database)).store;
  });
  afterAll(async () => {
    if (!skip) await store.close();
  });

  test.skipIf(skip)("creates its tables once, and only what is missing later", async () => {
    expect(await migrate(database.db)).toEqual([]);
    const later = { name: "later", statements: ["CREATE TABLE gradus.later (a int)"] };
    expect(await migrate(database.db, [...MIGRATIONS, later])).toEqual(["later"]);
    expect(await migrate(database.db, [...MIGRATIONS, later])).toEqual([]);
  });

  test.skipIf(skip)("leaves nothing behind of a migration that fails", async () => {
    const bad = { name: "bad", statements: ["CREATE TABLE gradus.bad (a int)", "NONSENSE"] };
    await expect(migrate(database.db, [...MIGRATIONS, bad])).rejects.toThrow();
    const found = await database.db.execute(
      sql`SELECT 1 FROM information_schema.tables WHERE table_name = 'bad'`,
    );
    expect(found.rows).toEqual([]);
  });

  test.skipIf(skip)("gives back code and forgets it on reset", async () => {
    await store.saveCode("code", "cell:fit#loop", "const a = 1;");
    await store.saveCode("code", "cell:fit#loop", "const a = 'é 🌱';\n");
    await store.saveCode("code", "exercise:one", "x");
    expect((await store.topic("code")).code).toEqual({
      "cell:fit#loop": "const a = 'é 🌱';\n",
      "exercise:one": "x",
    });
    await store.resetCode("code", "cell:fit#loop");
    await store.resetCode("code", "never-there");
    expect((await store.topic("code")).code).toEqual({ "exercise:one": "x" });
  });

  test.skipIf(skip)("takes text that PostgreSQL's own types refuse", async () => {
    await store.saveCode("odd", "cell:a#b", "nul \u0000 end");
    await store.recordExercise("odd", "e", {
      ...passed,
      outcome: { kind: "wrong", message: "nul \u0000 half \ud800" },
    });
    const { code, exercises } = await store.topic("odd");
    expect(code["cell:a#b"]).toBe("nul \uFFFD end");
    expect(exercises.e!.outcome).toEqual({ kind: "wrong", message: "nul \u0000 half \ud800" });
  });

  test.skipIf(skip).each([1.5, "a string", '"quoted"', null, true, [2, 0, 1], { a: [null] }])(
    "gives back the answer %j",
    async (answer) => {
      await store.saveAnswer("quiz", "item", { answer, correct: false });
      expect((await store.topic("quiz")).answers).toEqual({ item: { answer, correct: false } });
    },
  );

  test.skipIf(skip)("counts attempts, and once passed stays passed", async () => {
    await store.recordExercise("ex", "one", wrong);
    expect((await store.summary()).topics.ex!.exercisesPassed).toEqual([]);
    await store.recordExercise("ex", "one", passed);
    await store.recordExercise("ex", "one", wrong);
    expect((await store.topic("ex")).exercises).toEqual({
      one: { outcome: wrong.outcome, attempts: 3, source: "b" },
    });
    expect((await store.summary()).topics.ex!.exercisesPassed).toEqual(["one"]);
  });

  test.skipIf(skip)("shows a project's last score and counts its best", async () => {
    await store.recordProject("pro", "prices", score(8));
    await store.recordProject("pro", "prices", score(4));
    expect((await store.topic("pro")).project).toEqual({ source: "// 4", score: score(4).score });
    expect((await store.summary()).topics.pro!.projectPoints).toBe(8);
  });

  test.skipIf(skip)("sums up by topic", async () => {
    const before = Date.now();
    await store.saveAnswer("sum", "b", { answer: 1, correct: true });
    await store.saveAnswer("sum", "a", { answer: 1, correct: true });
    await store.saveAnswer("sum", "c", { answer: 1, correct: false });
    const { lastSeen, ...rest } = (await store.summary()).topics.sum!;
    expect(rest).toEqual({ exercisesPassed: [], quizCorrect: ["a", "b"] });
    expect(Date.parse(lastSeen)).toBeGreaterThanOrEqual(before);
    expect(await store.topic("nobody")).toEqual({ code: {}, answers: {}, exercises: {} });
  });

  test.skipIf(skip)("imports what it exported, and keeps the newer of two", async () => {
    await store.saveCode("io", "cell:a#b", "old");
    await store.recordExercise("io", "e", passed);
    await store.recordProject("io", "p", score(8));
    await store.saveAnswer("io", "q", { answer: "old", correct: false });
    const archive = await store.exportAll();

    await store.importAll(archive);
    expect({ ...(await store.exportAll()), exportedAt: "" }).toEqual({
      ...archive,
      exportedAt: "",
    });

    await new Promise((resolve) => setTimeout(resolve, 5));
    await store.saveCode("io", "cell:a#b", "new");
    await store.recordExercise("io", "e", wrong);
    await store.recordProject("io", "p", score(3));
    await store.saveAnswer("io", "q", { answer: "new", correct: true });
    await store.importAll(archive);
    const kept = await store.topic("io");
    expect(kept.code["cell:a#b"]).toBe("new");
    expect(kept.answers.q).toEqual({ answer: "new", correct: true });
    expect(kept.exercises.e).toEqual({ outcome: wrong.outcome, attempts: 2, source: "b" });
    expect(kept.project!.source).toBe("// 3");
    const { exercisesPassed, projectPoints } = (await store.summary()).topics.io!;
    expect({ exercisesPassed, projectPoints }).toEqual({
      exercisesPassed: ["e"],
      projectPoints: 8,
    });

    await store.resetCode("io", "cell:a#b");
    await store.importAll(archive);
    expect((await store.topic("io")).code["cell:a#b"]).toBe("old");
  });

  test.skipIf(skip)("saves what is done now even if the clock was set back", async () => {
    const archive = await store.exportAll();
    const future = new Date(Date.now() + 1e9).toISOString();
    const code = [{ topic: "clock", key: "cell:a#b", source: "future", updatedAt: future }];
    await store.importAll({ ...archive, code });
    await store.saveCode("clock", "cell:a#b", "now");
    expect((await store.topic("clock")).code["cell:a#b"]).toBe("now");
  });

  test.skipIf(skip)("reports a failure as StorageError with the database's code", async () => {
    await database.db.execute(sql`ALTER TABLE gradus.code RENAME TO hidden`);
    const failure = await store.saveCode("t", "cell:a#b", "x").catch((error) => error);
    await database.db.execute(sql`ALTER TABLE gradus.hidden RENAME TO code`);
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure.code).toBe("42P01");
  });
});

describe("openStorage with DATABASE_URL", () => {
  test.skipIf("reason" in postgres)(
    "keeps progress there and leaves the folder alone",
    async () => {
      const { url: databaseUrl } = postgres as { url: string };
      const dataDir = join(tmpdir(), `gradus-unused-${process.pid}`);
      const { store, kind, message } = await openStorage({ dataDir, databaseUrl });
      expect({ kind, message }).toEqual({ kind: "saved", message: undefined });
      await store.saveCode("server", "cell:a#b", "kept");
      await store.close();
      const again = await openStorage({ dataDir, databaseUrl });
      expect((await again.store.topic("server")).code).toEqual({ "cell:a#b": "kept" });
      await again.store.close();
      expect(existsSync(dataDir)).toBe(false);
    },
  );
});
