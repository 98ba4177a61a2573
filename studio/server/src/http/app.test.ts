import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type ProgressStore, StorageError } from "../progress/store";
import type { Storage } from "../storage/open-storage";
import { createApp } from "./app";
import { safePath } from "./static-files";

const root = mkdtempSync(join(tmpdir(), "gradus-site-"));
const siteDir = join(root, "site");
const INLINE = "document.documentElement.dataset.theme = 'dark'";
const PAGE = `<!doctype html><script>${INLINE}</script><script type="module" src="/assets/app-abc123.js"></script>`;

beforeAll(() => {
  const files: Record<string, string | Buffer> = {
    "index.html": PAGE,
    "assets/app-abc123.js": "export {};",
    "lib/kernels/simd.wasm": Buffer.from([0, 97, 115, 109]),
    "lib/data/datasets/ames.csv.gz": Buffer.from([31, 139]),
    "lib/imports.json": "{}",
    ".secret": "hidden",
    "../outside.txt": "outside",
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(siteDir, name, ".."), { recursive: true });
    writeFileSync(join(siteDir, name), content);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const store = {
  saveCode: vi.fn(async () => {}),
  resetCode: vi.fn(async () => {}),
  saveAnswer: vi.fn(async () => {}),
  recordExercise: vi.fn(async () => {}),
  recordProject: vi.fn(async () => {}),
  summary: vi.fn(async () => ({ topics: {} })),
  topic: vi.fn(async () => ({ code: {}, answers: {}, exercises: {} })),
  exportAll: vi.fn(async () => ({ format: "gradus-progress" })),
  importAll: vi.fn(async () => {}),
};
let storage: Storage;
let app: ReturnType<typeof createApp>;

beforeEach(() => {
  vi.clearAllMocks();
  storage = { kind: "saved", store: store as unknown as ProgressStore };
  app = createApp({
    siteDir,
    port: () => 4321,
    version: "1.2.3",
    instance: "me",
    storage: async () => storage,
    trouble: {},
  });
});

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return await app.request(`http://127.0.0.1:4321${path}`, {
    headers: { Host: "127.0.0.1:4321", ...headers },
  });
}

async function write(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return await app.request(`http://127.0.0.1:4321${path}`, {
    method,
    headers: {
      Host: "127.0.0.1:4321",
      Origin: "http://127.0.0.1:4321",
      "Content-Type": "application/json",
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

const code = "/api/progress/linear-regression/code/cell%3Afit%23loop";

describe("who may ask", () => {
  test.each(["localhost:4321", "127.0.0.1:4321", "[::1]:4321", "LOCALHOST:4321"])(
    "Host %s may",
    async (Host) => {
      expect((await get("/api/health", { Host })).status).toBe(200);
    },
  );

  test.each([
    "evil.example:4321",
    "127.0.0.1:4322",
    "127.0.0.1",
    "localhost.evil.example:4321",
    "192.168.1.7:4321",
    "",
  ])("Host %j may not", async (Host) => {
    for (const path of ["/", "/api/progress", "/assets/app-abc123.js"]) {
      const response = await get(path, { Host });
      expect(response.status).toBe(403);
      expect((await response.json()).error.code).toBe("forbidden_host");
    }
  });

  test.each([
    [{ Origin: "http://localhost:4321" }, 204],
    [{ Origin: "http://127.0.0.1:4321" }, 204],
    [{ Origin: "http://evil.example" }, 403],
    [{ Origin: "http://127.0.0.1:4322" }, 403],
    [{ Origin: "https://127.0.0.1:4321" }, 403],
    [{ Origin: "null" }, 403],
    [{ Origin: "", "Sec-Fetch-Site": "cross-site" }, 403],
    [{ Origin: "", "Sec-Fetch-Site": "same-site" }, 403],
    [{ Origin: "", "Sec-Fetch-Site": "same-origin" }, 204],
    [{ Origin: "" }, 204],
  ])("a write with %j gets %i", async (headers, status) => {
    expect((await write("PUT", code, { source: "x" }, headers)).status).toBe(status);
    expect(store.saveCode).toHaveBeenCalledTimes(status === 204 ? 1 : 0);
  });
});

describe("headers", () => {
  test("isolate every answer", async () => {
    const health = await get("/api/health");
    for (const response of [
      await get("/"),
      health,
      await get("/nothing.js"),
      await get("/", { Host: "x" }),
    ]) {
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
      });
      expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("allow a page's own inline script by its hash, Blob workers and WebAssembly", async () => {
    const policy = (await get("/")).headers.get("content-security-policy")!;
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(INLINE));
    expect(policy).toContain(`'sha256-${Buffer.from(digest).toString("base64")}'`);
    expect(policy).toContain("script-src 'self' blob: 'wasm-unsafe-eval'");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).not.toContain("'unsafe-eval'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  });
});

describe("files", () => {
  test.each([
    [
      "/assets/app-abc123.js",
      "text/javascript; charset=utf-8",
      "public, max-age=31536000, immutable",
    ],
    ["/lib/kernels/simd.wasm", "application/wasm", "no-cache"],
    ["/lib/data/datasets/ames.csv.gz", "application/gzip", "no-cache"],
    ["/lib/imports.json", "application/json; charset=utf-8", "no-cache"],
    ["/", "text/html; charset=utf-8", "no-cache"],
  ])("%s is %s, cached as %s", async (path, type, cache) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("cache-control")).toBe(cache);
    expect(response.headers.get("content-encoding")).toBeNull();
    const etag = response.headers.get("etag")!;
    const again = await get(path, { "If-None-Match": etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test.each(["/roadmap", "/roadmap/data-science", "/topics/linear-regression", "/index.html"])(
    "%s is a page of the application",
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(PAGE);
    },
  );

  test("missing ones are missing, also when their name looks like a folder", async () => {
    for (const path of ["/lib/none.js", "/assets/old-hash.js", "/favicon.ico"]) {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect((await response.json()).error.code).toBe("not_found");
    }
  });

  test.each([
    "/..%2foutside.txt",
    "/%2e%2e%2foutside.txt",
    "/lib/..%2f..%2f..%2foutside.txt",
    "/..%5coutside.txt",
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/.secret",
    "/%2esecret",
    "/lib/%00.js",
    "/%E0%A4%A",
    "//etc/passwd.txt",
    "/C:/Windows/win.ini",
  ])("%s leads nowhere", async (path) => {
    const response = await get(path);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toMatch(/outside$|hidden|root:/);
  });

  test("are named within the site only", () => {
    expect(safePath("/")).toBe("index.html");
    expect(safePath("/a/b.js")).toBe("a/b.js");
    expect(safePath("//a//b.js")).toBe("a/b.js");
    expect(safePath("/a/../b.js")).toBeNull();
    expect(safePath("/a/..%2f..%2fb.js")).toBeNull();
  });

  test("a site that is not built says how to build it", async () => {
    app = createApp({
      siteDir: join(root, "none"),
      port: () => 4321,
      version: "1",
      instance: "me",
      storage: async () => storage,
      trouble: {},
    });
    const response = await get("/");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
  });

  test("take no writes", async () => {
    expect((await write("POST", "/index.html", {})).status).toBe(405);
  });
});

describe("the API", () => {
  test("passes what it is asked to the store", async () => {
    const attempt = { source: "s", outcome: { kind: "passed" }, milliseconds: 5 };
    const score = { results: [], points: 3, passed: false };
    const answers = [
      await write("PUT", code, { source: "const a = 1;" }),
      await write("DELETE", code),
      await write("PUT", "/api/progress/t/answers/q-1", { answer: [1, null], correct: true }),
      await write("POST", "/api/progress/t/exercises/one/attempts", attempt),
      await write("POST", "/api/progress/t/projects/p/attempts", { source: "s", score }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204, 204, 204]);
    expect(store.saveCode).toHaveBeenCalledWith(
      "linear-regression",
      "cell:fit#loop",
      "const a = 1;",
    );
    expect(store.resetCode).toHaveBeenCalledWith("linear-regression", "cell:fit#loop");
    expect(store.saveAnswer).toHaveBeenCalledWith("t", "q-1", { answer: [1, null], correct: true });
    expect(store.recordExercise).toHaveBeenCalledWith("t", "one", attempt);
    expect(store.recordProject).toHaveBeenCalledWith("t", "p", { source: "s", score });
    expect(await (await get("/api/progress")).json()).toEqual({ topics: {} });
    expect(await (await get("/api/progress/t")).json()).toEqual({
      code: {},
      answers: {},
      exercises: {},
    });
    const download = await get("/api/export");
    expect(download.headers.get("content-disposition")).toContain("gradus-progress.json");
    expect(download.headers.get("cache-control")).toBe("no-store");
  });

  test.each([
    [
      "PUT",
      "/api/progress/Bad%20Topic/code/cell%3Aa",
      { source: "x" },
      "topic: expected lower-case",
    ],
    ["PUT", "/api/progress/t/code/other%3Aa", { source: "x" }, "key: expected cell:"],
    ["PUT", code, { source: 7 }, "source: "],
    ["PUT", code, {}, "source: "],
    ["PUT", "/api/progress/t/answers/q", { answer: 1 }, "correct: "],
    [
      "POST",
      "/api/progress/t/exercises/e/attempts",
      { source: "s", outcome: { kind: "great" }, milliseconds: 1 },
      "outcome.kind: ",
    ],
    ["POST", "/api/import", { format: "other" }, "format: "],
  ])("%s %s with %j is refused: %s", async (method, path, body, message) => {
    const response = await write(method, path, body);
    expect(response.status).toBe(422);
    const { error } = await response.json();
    expect(error.code).toBe("invalid_input");
    expect(error.message).toContain(message);
  });

  test("refuses what is no JSON", async () => {
    const response = await write("PUT", code, '{"source":');
    expect(response.status).toBe(400);
    expect((await response.json()).error.code).toBe("bad_request");
    expect((await write("PUT", code, "x", { "Content-Type": "text/plain" })).status).toBe(415);
    expect(store.saveCode).not.toHaveBeenCalled();
  });

  test("refuses more than 256 KB, but imports more", async () => {
    const response = await write("PUT", code, { source: "x".repeat(262_144) });
    expect(response.status).toBe(413);
    expect((await response.json()).error.code).toBe("too_large");
    const row = { topic: "t", key: "cell:a", source: "x".repeat(262_144) };
    const now = new Date().toISOString();
    const archive = {
      format: "gradus-progress",
      version: 1,
      exportedAt: now,
      code: [{ ...row, updatedAt: now }],
      answers: [],
      exercises: [],
      projects: [],
    };
    expect((await write("POST", "/api/import", archive)).status).toBe(204);
    expect(store.importAll).toHaveBeenCalledWith(archive);
  });

  test("answers JSON where nothing is", async () => {
    const response = await get("/api/nothing");
    expect(response.status).toBe(404);
    expect((await response.json()).error.code).toBe("not_found");
  });

  test("publishes its description", async () => {
    const description = await (await get("/api/openapi.json")).json();
    expect(description.openapi).toBe("3.1.0");
    expect(description.servers).toEqual([{ url: "/api" }]);
    expect(Object.keys(description.paths)).toContain("/progress/{topic}/code/{key}");
    expect(Object.keys(description.components.schemas)).toContain("ExerciseAttempt");
  });

  test("says what became of the storage", async () => {
    expect(await (await get("/api/status")).json()).toEqual({ version: "1.2.3", storage: "saved" });
    storage = { ...storage, kind: "memory", message: "The folder cannot be used." };
    expect(await (await get("/api/status")).json()).toEqual({
      version: "1.2.3",
      storage: "memory",
      message: "The folder cannot be used.",
    });
  });

  test.each([
    [new StorageError("no space", "53100"), 507, "disk_full"],
    [new StorageError("no space", "ENOSPC"), 507, "disk_full"],
    [new StorageError("gone"), 503, "storage_failed"],
  ])("a failed write is never silent: %s", async (error, status, expected) => {
    store.saveCode.mockRejectedValueOnce(error);
    const response = await write("PUT", code, { source: "x" });
    expect(response.status).toBe(status);
    expect((await response.json()).error.code).toBe(expected);
    expect((await (await get("/api/status")).json()).message).toContain("was not saved");
    expect((await write("PUT", code, { source: "x" })).status).toBe(204);
    expect(await (await get("/api/status")).json()).toEqual({ version: "1.2.3", storage: "saved" });
  });
});
