const PREFIX = "gradus:progress:";

/** What the browser keeps of one entry; `pending` until the server has confirmed it. */
export interface MirrorEntry {
  /** null where the learner went back to the original. */
  readonly value: unknown;
  readonly pending: boolean;
}

/**
 * A copy of a topic's progress in the browser, written at once and synchronously: whatever happens to the page
 * after a keystroke, the keystroke is kept.
 */
export class Mirror {
  readonly #storage: Storage | undefined;
  readonly #prefix: string;

  constructor(storage: Storage | undefined, topic: string) {
    this.#storage = storage;
    this.#prefix = `${PREFIX}${topic}:`;
  }

  /** @returns whether the browser took it */
  write(id: string, entry: MirrorEntry): boolean {
    try {
      if (!this.#storage) return false;
      this.#storage.setItem(this.#prefix + id, JSON.stringify(entry));
      return true;
    } catch {
      return false; // The storage is full or forbidden.
    }
  }

  /** Marks an entry as arrived, unless it has changed since it was sent. */
  confirm(id: string, value: unknown): void {
    const entry = this.entries().get(id);
    if (!entry || JSON.stringify(entry.value) !== JSON.stringify(value)) return;
    if (value === null) this.#storage?.removeItem(this.#prefix + id);
    else this.write(id, { value, pending: false });
  }

  entries(): Map<string, MirrorEntry> {
    const entries = new Map<string, MirrorEntry>();
    for (const key of keysOf(this.#storage)) {
      if (!key.startsWith(this.#prefix)) continue;
      const entry = parseEntry(this.#storage?.getItem(key));
      if (entry) entries.set(key.slice(this.#prefix.length), entry);
    }
    return entries;
  }
}

/** Forgets the copies of all topics: after an import, the server's word counts. */
export function forgetMirror(storage: Storage | undefined = browserStorage()): void {
  for (const key of keysOf(storage)) if (key.startsWith(PREFIX)) storage?.removeItem(key);
}

/** The browser's storage, where it allows one. */
export function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

function keysOf(storage: Storage | undefined): string[] {
  if (!storage) return [];
  return Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter(
    (key) => key !== null,
  );
}

function parseEntry(text: string | null | undefined): MirrorEntry | undefined {
  try {
    const entry = JSON.parse(text ?? "null") as MirrorEntry | null;
    return entry && typeof entry === "object" && "value" in entry ? entry : undefined;
  } catch {
    return undefined;
  }
}
