import { existsSync, readdirSync } from "node:fs";
import type { NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { copyEmptyDatabase, type EmptyDatabase, readEmptyDatabase } from "./empty-database";
import type { PGliteModules } from "./pglite-modules";

/** PGlite or PostgreSQL behind Drizzle: the same SQL for both, and both give `{ rows }` for raw SQL. */
export type Database = PgDatabase<NodePgQueryResultHKT>;

/** A database and how to let go of it. */
export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

/** What makes opening a database quicker. */
export interface Prepared {
  /** A database to begin with. */
  readonly emptyDatabase?: EmptyDatabase;
  /** PGlite's WebAssembly, if it was compiled already. */
  readonly modules?: PGliteModules | undefined;
}

/**
 * Opens a PGlite database; creates it when the folder is empty.
 *
 * @param directory its folder, or null for one that lives in memory only
 */
export async function openPGlite(
  directory: string | null,
  { emptyDatabase, modules }: Prepared = {},
): Promise<OpenDatabase> {
  const [{ PGlite }, { drizzle }] = await Promise.all([
    import("@electric-sql/pglite"),
    import("drizzle-orm/pglite"),
  ]);
  const isReady = emptyDatabase !== undefined && isEmpty(directory);
  if (isReady && directory !== null) copyEmptyDatabase(emptyDatabase, directory);
  const packed = isReady && directory === null ? readEmptyDatabase(emptyDatabase) : undefined;
  const client = await PGlite.create({
    dataDir: directory ?? "memory://",
    ...(packed && { loadDataDir: packed }),
    ...modules,
  });
  const db = drizzle({ client }) as unknown as Database;
  return { db, close: () => client.close() };
}

function isEmpty(directory: string | null): boolean {
  return directory === null || !existsSync(directory) || readdirSync(directory).length === 0;
}

/** Connects to a PostgreSQL server and makes sure that it answers. */
export async function openPostgres(url: string): Promise<OpenDatabase> {
  const [{ default: pg }, { drizzle }] = await Promise.all([
    import("pg"),
    import("drizzle-orm/node-postgres"),
  ]);
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5_000 });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end us.
  pool.on("error", () => {});
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = drizzle({ client: pool }) as unknown as Database;
  return { db, close: () => pool.end() };
}
