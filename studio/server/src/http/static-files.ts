import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { Readable } from "node:stream";
import type { Context, MiddlewareHandler } from "hono";
import { errorResponse } from "./errors";
import { contentSecurityPolicy } from "./security";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  // Compressed data sets are files in themselves, not an encoding of the transfer.
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pgm": "image/x-portable-graymap",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** Files up to this size are read whole; larger ones are streamed. */
const SMALL = 4e6;

/**
 * Serves the built site. Files under `assets/` carry a hash in their name and never change; of all others
 * the browser asks each time, and the ETag saves it the transfer. Addresses without an extension are pages
 * of the application: they get its index.html.
 */
export function staticFiles(siteDir: string): MiddlewareHandler {
  return async (c) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      return errorResponse(c, 405, "method_not_allowed", `${c.req.method} is not served here`);
    }
    const path = safePath(new URL(c.req.url).pathname);
    if (path === null) return errorResponse(c, 400, "bad_path", "the path leaves the site");
    const isPage = path === "index.html" || extname(path) === "";
    return isPage
      ? await servePage(c, join(siteDir, "index.html"))
      : await serveFile(c, join(siteDir, path), path.startsWith("assets/"));
  };
}

/**
 * The file that an address names, relative to the site's folder; null for one that would lead out of it or
 * that no file of a site has.
 */
export function safePath(pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (/[\0\\]/.test(decoded)) return null;
  const parts = decoded.split("/").filter((part) => part !== "");
  // Names that start with a dot: "..", and files that are nobody's business.
  if (parts.some((part) => part.startsWith(".") || part.includes(":"))) return null;
  return parts.length === 0 ? "index.html" : parts.join("/");
}

async function serveFile(c: Context, file: string, immutable: boolean): Promise<Response> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return errorResponse(c, 404, "not_found", `no file at ${c.req.path}`);
  const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs * 1000).toString(36)}"`;
  const headers: Record<string, string> = {
    "Content-Type": TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
    "Cache-Control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: etag,
  };
  if (c.req.header("If-None-Match") === etag) return c.body(null, 304, headers);
  headers["Content-Length"] = String(found.size);
  if (c.req.method === "HEAD") return c.body(null, 200, headers);
  if (found.size <= SMALL) return c.body(new Uint8Array(await readFile(file)), 200, headers);
  const stream = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  return c.body(stream, 200, headers);
}

async function servePage(c: Context, file: string): Promise<Response> {
  const html = await readFile(file, "utf8").catch(() => null);
  if (html === null) {
    return c.text(
      "The course is not built yet. Run `npm run build`, then load this page again.",
      503,
    );
  }
  const etag = `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "Content-Type": TYPES[".html"]!,
    "Cache-Control": "no-cache",
    "Content-Security-Policy": contentSecurityPolicy(inlineScriptHashes(html)),
    ETag: etag,
  };
  if (c.req.header("If-None-Match") === etag) return c.body(null, 304, headers);
  return c.body(html, 200, headers);
}

/** The page's inline scripts, such as the one that sets the theme before the first paint. */
function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi);
  return [...scripts].map(
    ([, text]) => `sha256-${createHash("sha256").update(text!).digest("base64")}`,
  );
}
