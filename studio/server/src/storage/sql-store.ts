import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type {
  Answer,
  ExerciseAttempt,
  JsonValue,
  ProgressArchive,
  ProgressSummary,
  ProjectAttempt,
  TopicProgress,
} from "../progress/schemas";
import { type ProgressStore, toStorageError } from "../progress/store";
import type { Database, OpenDatabase } from "./database";
import { migrate } from "./migrations";
import { answers, code, exercises, projects } from "./schema";

type Outcome = ExerciseAttempt["outcome"];
type Score = ProjectAttempt["score"];

/** A store over an open database, and whether the database was new. */
export async function createSqlStore(
  database: OpenDatabase,
): Promise<{ store: ProgressStore; isNew: boolean }> {
  const applied = await migrate(database.db);
  return { store: new SqlStore(database), isNew: applied.includes("progress") };
}

/** Progress in SQL tables; the same statements run on PGlite and PostgreSQL. */
class SqlStore implements ProgressStore {
  readonly #db: Database;
  readonly #close: () => Promise<void>;

  constructor({ db, close }: OpenDatabase) {
    this.#db = db;
    this.#close = close;
  }

  summary(): Promise<ProgressSummary> {
    return this.#run(async (db) => {
      const topics = new Map<string, { summary: Summary; seen: number }>();
      const at = (topic: string, seen: Date): Summary => {
        let entry = topics.get(topic);
        if (!entry) {
          entry = { summary: { exercisesPassed: [], quizCorrect: [], lastSeen: "" }, seen: 0 };
          topics.set(topic, entry);
        }
        entry.seen = Math.max(entry.seen, seen.getTime());
        entry.summary.lastSeen = new Date(entry.seen).toISOString();
        return entry.summary;
      };
      for (const row of await db
        .select({ topic: code.topic, updatedAt: code.updatedAt })
        .from(code)) {
        at(row.topic, row.updatedAt);
      }
      for (const row of await db.select().from(answers).orderBy(asc(answers.item))) {
        const summary = at(row.topic, row.updatedAt);
        if (row.correct) summary.quizCorrect.push(row.item);
      }
      for (const row of await db.select().from(exercises).orderBy(asc(exercises.exercise))) {
        const summary = at(row.topic, row.updatedAt);
        if (row.passedAt) summary.exercisesPassed.push(row.exercise);
      }
      for (const row of await db.select().from(projects)) {
        const summary = at(row.topic, row.updatedAt);
        summary.projectPoints = Math.max(summary.projectPoints ?? 0, row.bestPoints);
      }
      return { topics: Object.fromEntries([...topics].map(([id, entry]) => [id, entry.summary])) };
    });
  }

  topic(topic: string): Promise<TopicProgress> {
    return this.#run(async (db) => {
      const codeRows = await db.select().from(code).where(eq(code.topic, topic));
      const answerRows = await db.select().from(answers).where(eq(answers.topic, topic));
      const exerciseRows = await db.select().from(exercises).where(eq(exercises.topic, topic));
      const [project] = await db
        .select()
        .from(projects)
        .where(eq(projects.topic, topic))
        .orderBy(desc(projects.updatedAt))
        .limit(1);
      return {
        code: Object.fromEntries(codeRows.map((row) => [row.key, row.source])),
        answers: Object.fromEntries(
          answerRows.map((row) => [
            row.item,
            { answer: parseAnswer(row.answer), correct: row.correct },
          ]),
        ),
        exercises: Object.fromEntries(
          exerciseRows.map((row) => [
            row.exercise,
            { outcome: row.outcome as Outcome, attempts: row.attempts, source: row.source },
          ]),
        ),
        ...(project && { project: { source: project.source, score: project.score as Score } }),
      };
    });
  }

  saveCode(topic: string, key: string, source: string): Promise<void> {
    return this.#run((db) => upsertCode(db, { topic, key, source, updatedAt: new Date() }));
  }

  resetCode(topic: string, key: string): Promise<void> {
    return this.#run(async (db) => {
      await db.delete(code).where(and(eq(code.topic, topic), eq(code.key, key)));
    });
  }

  saveAnswer(topic: string, item: string, { answer, correct }: Answer): Promise<void> {
    return this.#run((db) =>
      upsertAnswer(db, {
        topic,
        item,
        answer: JSON.stringify(answer),
        correct,
        updatedAt: new Date(),
      }),
    );
  }

  recordExercise(topic: string, exercise: string, attempt: ExerciseAttempt): Promise<void> {
    return this.#run(async (db) => {
      const now = new Date();
      const passedAt = attempt.outcome.kind === "passed" ? now : null;
      const values = { ...attempt, passedAt, updatedAt: now };
      await db
        .insert(exercises)
        .values({ topic, exercise, attempts: 1, ...values })
        .onConflictDoUpdate({
          target: [exercises.topic, exercises.exercise],
          set: {
            ...values,
            attempts: sql`${exercises.attempts} + 1`,
            // Once passed stays passed, whatever is tried afterwards.
            passedAt: sql`COALESCE(${exercises.passedAt}, excluded.passed_at)`,
          },
        });
    });
  }

  recordProject(topic: string, project: string, attempt: ProjectAttempt): Promise<void> {
    return this.#run(async (db) => {
      const values = { ...attempt, updatedAt: new Date() };
      await db
        .insert(projects)
        .values({ topic, project, attempts: 1, bestPoints: attempt.score.points, ...values })
        .onConflictDoUpdate({
          target: [projects.topic, projects.project],
          set: {
            ...values,
            attempts: sql`${projects.attempts} + 1`,
            bestPoints: sql`GREATEST(${projects.bestPoints}, excluded.best_points)`,
          },
        });
    });
  }

  exportAll(): Promise<ProgressArchive> {
    return this.#run(async (db) => {
      const [codeRows, answerRows, exerciseRows, projectRows] = await db.transaction(async (tx) => [
        await tx.select().from(code).orderBy(asc(code.topic), asc(code.key)),
        await tx.select().from(answers).orderBy(asc(answers.topic), asc(answers.item)),
        await tx.select().from(exercises).orderBy(asc(exercises.topic), asc(exercises.exercise)),
        await tx.select().from(projects).orderBy(asc(projects.topic), asc(projects.project)),
      ]);
      return {
        format: "gradus-progress",
        version: 1,
        exportedAt: new Date().toISOString(),
        code: codeRows.map(datesToText),
        answers: answerRows.map((row) => ({
          ...datesToText(row),
          answer: parseAnswer(row.answer),
        })),
        exercises: exerciseRows.map((row) => ({
          ...datesToText(row),
          outcome: row.outcome as Outcome,
          passedAt: row.passedAt?.toISOString() ?? null,
        })),
        projects: projectRows.map((row) => ({ ...datesToText(row), score: row.score as Score })),
      };
    });
  }

  importAll(archive: ProgressArchive): Promise<void> {
    return this.#run((db) =>
      db.transaction(async (tx) => {
        for (const row of archive.code) await upsertCode(tx, textToDate(row), "newer");
        for (const row of archive.answers)
          await upsertAnswer(
            tx,
            { ...textToDate(row), answer: JSON.stringify(row.answer) },
            "newer",
          );
        for (const row of archive.exercises) {
          const values = {
            ...textToDate(row),
            passedAt: row.passedAt === null ? null : new Date(row.passedAt),
          };
          await tx
            .insert(exercises)
            .values(values)
            .onConflictDoUpdate({
              target: [exercises.topic, exercises.exercise],
              set: {
                ...newer(exercises, ["source", "outcome", "milliseconds"]),
                attempts: sql`GREATEST(${exercises.attempts}, excluded.attempts)`,
                passedAt: sql`LEAST(${exercises.passedAt}, excluded.passed_at)`,
                updatedAt: sql`GREATEST(${exercises.updatedAt}, excluded.updated_at)`,
              },
            });
        }
        for (const row of archive.projects) {
          await tx
            .insert(projects)
            .values(textToDate(row))
            .onConflictDoUpdate({
              target: [projects.topic, projects.project],
              set: {
                ...newer(projects, ["source", "score"]),
                attempts: sql`GREATEST(${projects.attempts}, excluded.attempts)`,
                bestPoints: sql`GREATEST(${projects.bestPoints}, excluded.best_points)`,
                updatedAt: sql`GREATEST(${projects.updatedAt}, excluded.updated_at)`,
              },
            });
        }
      }),
    );
  }

  close(): Promise<void> {
    return this.#run(() => this.#close());
  }

  async #run<T>(operation: (db: Database) => Promise<T>): Promise<T> {
    try {
      return await operation(this.#db);
    } catch (error) {
      throw toStorageError(error);
    }
  }
}

/** "always" for what the learner does now: a clock that was set back must not lose it. */
type Winner = "always" | "newer";

async function upsertCode(
  db: Database,
  row: typeof code.$inferInsert,
  winner: Winner = "always",
): Promise<void> {
  await db
    .insert(code)
    .values(row)
    .onConflictDoUpdate({
      target: [code.topic, code.key],
      set: { source: row.source, updatedAt: row.updatedAt },
      ...(winner === "newer" && { setWhere: sql`${code.updatedAt} <= excluded.updated_at` }),
    });
}

async function upsertAnswer(
  db: Database,
  row: typeof answers.$inferInsert,
  winner: Winner = "always",
): Promise<void> {
  await db
    .insert(answers)
    .values(row)
    .onConflictDoUpdate({
      target: [answers.topic, answers.item],
      set: { answer: row.answer, correct: row.correct, updatedAt: row.updatedAt },
      ...(winner === "newer" && { setWhere: sql`${answers.updatedAt} <= excluded.updated_at` }),
    });
}

type Summary = ProgressSummary["topics"][string];

/** For an upsert: the new row's values where it is the newer one, else what is there. */
function newer<T extends PgTable & { updatedAt: unknown }, K extends keyof T & string>(
  table: T,
  columns: readonly K[],
): Record<K, ReturnType<typeof sql>> {
  const entries = columns.map((column) => [
    column,
    sql`CASE WHEN ${table.updatedAt} <= excluded.updated_at
      THEN excluded.${sql.identifier(column)} ELSE ${table[column]} END`,
  ]);
  return Object.fromEntries(entries) as Record<K, ReturnType<typeof sql>>;
}

function parseAnswer(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}

function datesToText<T extends { updatedAt: Date }>(row: T): Omit<T, "updatedAt"> & Stamped {
  return { ...row, updatedAt: row.updatedAt.toISOString() };
}

function textToDate<T extends Stamped>(row: T): Omit<T, "updatedAt"> & { updatedAt: Date } {
  return { ...row, updatedAt: new Date(row.updatedAt) };
}

interface Stamped {
  updatedAt: string;
}
