import { nodeModule, ValueError } from "@gradus/core";

/** What is used of DuckDB's result. */
export interface DuckDBReader {
  columnNames(): string[];
  columnTypes(): { toString(): string }[];
  getColumnsJS(): unknown[][];
}

/** What is used of a connection to DuckDB. */
export interface DuckDBConnection {
  run(query: string): Promise<unknown>;
  runAndReadAll(query: string, values?: unknown[]): Promise<DuckDBReader>;
  closeSync(): void;
}

/** What is used of the package: it is no dependency, so that nobody has to install it. */
interface DuckDB {
  readonly DuckDBInstance: {
    create(
      path: string,
      settings: Record<string, string>,
    ): Promise<{ connect(): Promise<DuckDBConnection>; closeSync(): void }>;
  };
}

const PACKAGE = "@duckdb/node-api";

/**
 * A new database in memory, and a connection to it.
 *
 * @param load gives the package; a test passes one that is not there
 * @throws ValueError if DuckDB is not installed, or this is no Node.
 */
export async function openDuckDB(
  where: string,
  settings: Record<string, string>,
  load: () => Promise<unknown> = () => import(/* @vite-ignore */ PACKAGE),
): Promise<{ readonly connection: DuckDBConnection; close(): void }> {
  if (nodeModule("node:fs") === undefined) {
    throw new ValueError(
      `${where}: expected to run in Node, where DuckDB can be loaded, got a browser`,
    );
  }
  const { DuckDBInstance } = await loaded(where, load);
  const instance = await DuckDBInstance.create(":memory:", settings);
  const connection = await instance.connect();
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loaded(where: string, load: () => Promise<unknown>): Promise<DuckDB> {
  try {
    return (await load()) as DuckDB;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new ValueError(
      `${where}: expected the package ${PACKAGE}, which could not be loaded (${reason}); install it with: npm install ${PACKAGE}`,
    );
  }
}
