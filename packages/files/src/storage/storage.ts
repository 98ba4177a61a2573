import { nodeModule, ValueError } from "@gradus/core";
import { browserStorage } from "./browser-storage";
import { nodeStorage } from "./node-storage";

/** Named files in one place. What fails is thrown as it comes. */
export interface Storage {
  read(path: string): Promise<Uint8Array>;
  /** Writes a whole file or leaves what was there; folders that are missing are made. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  stream(path: string): Promise<ReadableStream<Uint8Array>>;
  /** Removes a file; what is not there needs no removing. */
  remove(path: string): Promise<void>;
}

/**
 * The files that this program can write: the disk in Node, the origin private file system in a browser.
 *
 * @throws ValueError where there are none.
 */
export function storageFor(where: string): Storage {
  const fs = nodeModule<typeof import("node:fs")>("node:fs");
  const path = nodeModule<typeof import("node:path")>("node:path");
  if (fs && path) return nodeStorage(fs, path);
  // Pages that did not come by https or from this machine have no storage.
  const manager = (globalThis as { navigator?: { storage?: StorageManager } }).navigator?.storage;
  if (manager?.getDirectory) return browserStorage(manager);
  throw new ValueError(
    `${where}: expected to run in Node or in a browser's secure page, which have files, got neither`,
  );
}
