import { parentPort, workerData } from "node:worker_threads";
import { type ProgressStore, toStorageError } from "../progress/store";
import { openPGlite } from "./database";
import { createSqlStore } from "./sql-store";
import type { ThreadReply, ThreadRequest, ThreadSettings } from "./thread-store";

// PGlite computes for seconds when it creates a database: here it does not hold up the pages.
const port = parentPort!;
const reply = (message: ThreadReply) => port.postMessage(message);

try {
  const { directory, prepared } = workerData as ThreadSettings;
  const database = await openPGlite(directory, prepared);
  const { store, isNew } = await createSqlStore(database);
  port.on("message", async (request: ThreadRequest) => {
    reply(await answer(store, request));
  });
  reply({ kind: "ready", isNew });
} catch (error) {
  const { message, code } = toStorageError(error);
  reply({ kind: "failed", message, code });
}

async function answer(
  store: ProgressStore,
  { id, method, args }: ThreadRequest,
): Promise<ThreadReply> {
  try {
    const operation = store[method] as (...args: unknown[]) => Promise<unknown>;
    return { kind: "value", id, value: await operation.apply(store, [...args]) };
  } catch (error) {
    const { message, code } = toStorageError(error);
    return { kind: "error", id, message, code };
  }
}
