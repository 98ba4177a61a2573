import { sql } from "drizzle-orm";
import type { Database } from "./database";

export interface Migration {
  /** Stable and unique; a migration runs once for each database. */
  readonly name: string;
  readonly statements: readonly string[];
}

/** In the order in which they run. Never change one that was published: add another. */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: "progress",
    statements: [
      `CREATE TABLE gradus.code (
        topic text NOT NULL,
        key text NOT NULL,
        source text NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (topic, key)
      )`,
      `CREATE TABLE gradus.answers (
        topic text NOT NULL,
        item text NOT NULL,
        answer text NOT NULL,
        correct boolean NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (topic, item)
      )`,
      `CREATE TABLE gradus.exercises (
        topic text NOT NULL,
        exercise text NOT NULL,
        source text NOT NULL,
        outcome text NOT NULL,
        milliseconds double precision NOT NULL,
        attempts integer NOT NULL,
        passed_at timestamptz,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (topic, exercise)
      )`,
      `CREATE TABLE gradus.projects (
        topic text NOT NULL,
        project text NOT NULL,
        source text NOT NULL,
        score text NOT NULL,
        attempts integer NOT NULL,
        best_points double precision NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (topic, project)
      )`,
    ],
  },
];

/** Any number that no other program takes for its advisory lock. */
const LOCK = 7_261_405;

/**
 * Brings a database up to date: all that is missing in one transaction, so that a failure changes nothing.
 * Two servers that start at once wait for each other.
 *
 * @returns the names of the migrations that ran now; all of them for a new database
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<string[]> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${LOCK})`);
    await tx.execute(sql`CREATE SCHEMA IF NOT EXISTS gradus`);
    await tx.execute(sql`CREATE TABLE IF NOT EXISTS gradus.migrations (
      name text PRIMARY KEY,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
    const rows = await tx.execute<{ name: string }>(sql`SELECT name FROM gradus.migrations`);
    const applied = new Set(rows.rows.map((row) => row.name));
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const { name, statements } of missing) {
      for (const statement of statements) await tx.execute(sql.raw(statement));
      await tx.execute(sql`INSERT INTO gradus.migrations (name) VALUES (${name})`);
    }
    return missing.map((migration) => migration.name);
  });
}
