import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TopicStore } from "./topicStore";
import type { TopicProgress } from "./types";

/** Storage as a browser has it, for Node. */
class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();
  get length() {
    return this.#items.size;
  }
  key(index: number) {
    return [...this.#items.keys()][index] ?? null;
  }
  getItem(key: string) {
    return this.#items.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.#items.set(key, value);
  }
  removeItem(key: string) {
    this.#items.delete(key);
  }
  clear() {
    this.#items.clear();
  }
}

interface Call {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

/** A server that knows `progress`, and may be away. */
function fakeServer(progress: Partial<TopicProgress> = {}) {
  const calls: Call[] = [];
  const state = { away: false, status: 200 };
  const answer = async (url: unknown, init: RequestInit = {}) => {
    if (state.away) throw new TypeError("failed to fetch");
    const method = init.method ?? "GET";
    if (method !== "GET") {
      calls.push({ method, url: String(url), body: init.body && JSON.parse(String(init.body)) });
    }
    const body = method === "GET" ? { code: {}, answers: {}, exercises: {}, ...progress } : {};
    return new Response(JSON.stringify(body), { status: method === "GET" ? 200 : state.status });
  };
  return { calls, state, fetch: answer as typeof fetch };
}

const key = "cell:descent#fit";

describe("TopicStore", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("keeps code in the browser at once and sends it soon after", async () => {
    const storage = new MemoryStorage();
    const server = fakeServer();
    const store = new TopicStore("t", { storage, fetch: server.fetch });
    store.setCode(key, "a");
    store.setCode(key, "ab");
    expect(storage.getItem(`gradus:progress:t:code/${key}`)).toContain('"ab"');
    expect(server.calls).toEqual([]);
    expect(store.getSnapshot().save).toEqual({ kind: "saving" });
    await vi.advanceTimersByTimeAsync(700);
    expect(server.calls).toEqual([
      {
        method: "PUT",
        url: "/api/progress/t/code/cell%3Adescent%23fit",
        body: { source: "ab" },
      },
    ]);
    expect(store.getSnapshot().save).toEqual({ kind: "saved" });
  });

  test("flush sends without waiting", async () => {
    const server = fakeServer();
    const store = new TopicStore("t", { storage: new MemoryStorage(), fetch: server.fetch });
    store.setCode(key, "a");
    await store.flush();
    expect(server.calls.length).toBe(1);
  });

  test("what never reached the server survives a reload and wins over it", async () => {
    const storage = new MemoryStorage();
    const server = fakeServer({ code: { [key]: "old" } });
    server.state.away = true;
    const first = new TopicStore("t", { storage, fetch: server.fetch });
    first.setCode(key, "new");
    await first.flush();
    first.close();
    expect(first.getSnapshot().save.kind).toBe("failed");

    server.state.away = false;
    const second = new TopicStore("t", { storage, fetch: server.fetch });
    await second.load();
    expect(second.getSnapshot().progress.code[key]).toBe("new");
    await vi.advanceTimersByTimeAsync(700);
    expect(server.calls.map(({ body }) => body)).toEqual([{ source: "new" }]);
    expect(second.getSnapshot().save).toEqual({ kind: "saved" });
  });

  test("the server's word counts for what the browser has already sent", async () => {
    const storage = new MemoryStorage();
    const first = new TopicStore("t", { storage, fetch: fakeServer().fetch });
    first.setCode(key, "sent from here");
    await first.flush();
    const elsewhere = fakeServer({ code: { [key]: "changed elsewhere" } });
    const second = new TopicStore("t", { storage, fetch: elsewhere.fetch });
    await second.load();
    expect(second.getSnapshot().progress.code[key]).toBe("changed elsewhere");
  });

  test("the browser's copy fills what the server has lost", async () => {
    const storage = new MemoryStorage();
    const first = new TopicStore("t", { storage, fetch: fakeServer().fetch });
    first.setCode(key, "mine");
    await first.flush();
    const second = new TopicStore("t", { storage, fetch: fakeServer().fetch });
    await second.load();
    expect(second.getSnapshot().progress.code[key]).toBe("mine");
  });

  test("reset forgets the learner's version here and there", async () => {
    const storage = new MemoryStorage();
    const server = fakeServer({ code: { [key]: "mine" } });
    const store = new TopicStore("t", { storage, fetch: server.fetch });
    await store.load();
    store.resetCode(key);
    expect(store.getSnapshot().progress.code[key]).toBeUndefined();
    await store.flush();
    expect(server.calls.map(({ method }) => method)).toEqual(["DELETE"]);
    expect(storage.length).toBe(0);
  });

  test("tries again while the server is away, and says so", async () => {
    const server = fakeServer();
    server.state.away = true;
    const store = new TopicStore("t", { storage: new MemoryStorage(), fetch: server.fetch });
    store.answer("q", { answer: 1, correct: true });
    await vi.advanceTimersByTimeAsync(700);
    expect(store.getSnapshot().save).toEqual({
      kind: "failed",
      message: "the server does not answer",
    });
    server.state.away = false;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(server.calls.length).toBe(1);
    expect(store.getSnapshot().save).toEqual({ kind: "saved" });
  });

  test("does not repeat what the server refuses", async () => {
    const server = fakeServer();
    server.state.status = 413;
    const store = new TopicStore("t", { storage: new MemoryStorage(), fetch: server.fetch });
    store.setCode(key, "too long");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.calls.length).toBe(1);
    expect(store.getSnapshot().save.kind).toBe("failed");
  });

  test("a change made while an older one is on its way is sent too", async () => {
    const server = fakeServer();
    const store = new TopicStore("t", { storage: new MemoryStorage(), fetch: server.fetch });
    store.setCode(key, "first");
    const sending = store.flush();
    store.setCode(key, "second");
    await sending;
    await vi.advanceTimersByTimeAsync(700);
    expect(server.calls.map(({ body }) => body)).toEqual([
      { source: "first" },
      { source: "second" },
    ]);
  });

  test("counts attempts", () => {
    const store = new TopicStore("t", { fetch: fakeServer().fetch });
    const attempt = { source: "x", outcome: { kind: "passed" } as const, milliseconds: 5 };
    store.recordAttempt("fit", attempt);
    store.recordAttempt("fit", attempt);
    expect(store.getSnapshot().progress.exercises.fit?.attempts).toBe(2);
    store.close();
  });
});
