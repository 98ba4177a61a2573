import type { MiddlewareHandler } from "hono";
import { errorResponse } from "./errors";

/**
 * What a page of ours may load: its own files; Blob modules and workers, which learner code becomes;
 * WebAssembly; and the inline styles that KaTeX writes.
 *
 * @param scriptHashes hashes of the page's own inline scripts, such as `sha256-…`
 */
export function contentSecurityPolicy(scriptHashes: readonly string[] = []): string {
  const hashes = scriptHashes.map((hash) => ` '${hash}'`).join("");
  return [
    "default-src 'self'",
    `script-src 'self' blob: 'wasm-unsafe-eval'${hashes}`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Learner code runs in workers: it may read the library's data, and reach nobody else.
    "connect-src 'self' blob: data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Headers of every answer; the first two make the page cross-origin isolated, which threads need. */
export function securityHeaders(): MiddlewareHandler {
  const policy = contentSecurityPolicy();
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Embedder-Policy", "require-corp");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    if (!headers.has("Content-Security-Policy")) headers.set("Content-Security-Policy", policy);
  };
}

/**
 * Lets only this machine's own pages in. The Host check stops DNS rebinding: a foreign name that resolves to
 * 127.0.0.1. The Origin check stops other pages from writing.
 *
 * @param port ours, once it is known
 */
export function localOnly(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = ["localhost", "127.0.0.1", "[::1]"].map((name) => `${name}:${port()}`);
    // A browser leaves the port out where it is HTTP's own.
    if (port() === 80) hosts.push("localhost", "127.0.0.1", "[::1]");
    const host = c.req.header("Host")?.toLowerCase();
    if (!host || !hosts.includes(host)) {
      return errorResponse(
        c,
        403,
        "forbidden_host",
        `Host: expected one of ${hosts.join(", ")}, got ${host ?? "none"}`,
      );
    }
    if (!["GET", "HEAD", "OPTIONS"].includes(c.req.method)) {
      const origin = c.req.header("Origin");
      const site = c.req.header("Sec-Fetch-Site");
      // Programs other than browsers send neither.
      const ours = origin
        ? hosts.some((name) => origin === `http://${name}`)
        : site === undefined || site === "same-origin";
      if (!ours) {
        return errorResponse(
          c,
          403,
          "forbidden_origin",
          `Origin: expected a page of this server, got ${origin ?? site}`,
        );
      }
    }
    return await next();
  };
}
