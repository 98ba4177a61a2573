import type { Storage } from "./storage";

/** Files of the origin private file system, which belongs to the site and which no other site sees. */
export function browserStorage(manager: StorageManager): Storage {
  /** The folder that a path leads to, and the last name of the path. */
  const find = async (path: string, create = false) => {
    const names = path.split("/").filter((name) => name !== "" && name !== ".");
    const name = names.pop() ?? "";
    let folder = await manager.getDirectory();
    for (const each of names) folder = await folder.getDirectoryHandle(each, { create });
    return { folder, name };
  };
  const open = async (path: string): Promise<File> => {
    const { folder, name } = await find(path);
    return (await folder.getFileHandle(name)).getFile();
  };
  return {
    read: async (path) => new Uint8Array(await (await open(path)).arrayBuffer()),

    async write(path, bytes) {
      const { folder, name } = await find(path, true);
      const isNew = !(await has(folder, name));
      const handle = await folder.getFileHandle(name, { create: true });
      // The bytes go to a copy, which takes the file's place when it is closed.
      const copy = await handle.createWritable();
      try {
        await copy.write(bytes as Uint8Array<ArrayBuffer>);
        await copy.close();
      } catch (error) {
        await copy.abort().catch(() => undefined);
        if (isNew) await folder.removeEntry(name);
        throw error;
      }
    },

    stream: async (path) => (await open(path)).stream(),

    async remove(path) {
      try {
        const { folder, name } = await find(path);
        await folder.getFileHandle(name);
        await folder.removeEntry(name);
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}

async function has(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === "NotFoundError";
}
