import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import {
  answerBody,
  archiveSchema,
  codeBody,
  codeKey,
  exerciseAttemptBody,
  itemId,
  projectAttemptBody,
  summarySchema,
  topicId,
  topicProgressSchema,
} from "../progress/schemas";
import { StorageError } from "../progress/store";
import type { Storage } from "../storage/open-storage";
import { errorResponse } from "./errors";

/** The largest body of a write, in bytes; an import may hold a whole course's progress. */
const BODY_LIMIT = 256 * 1024;
const IMPORT_LIMIT = 16 * 1024 * 1024;

export interface ApiOptions {
  readonly version: string;
  /** Identifies this run of the server. */
  readonly instance: string;
  /** Opens in the background; requests wait for it. */
  readonly storage: () => Promise<Storage>;
  /** Trouble with the last write, for the status. */
  readonly trouble: { message?: string };
}

const json = <T extends z.ZodType>(schema: T) => ({ content: { "application/json": { schema } } });
const body = <T extends z.ZodType>(schema: T) => ({ ...json(schema), required: true });
const topicParams = z.object({ topic: topicId });
const itemParams = z.object({ topic: topicId, item: itemId });
const attemptParams = z.object({ topic: topicId, id: itemId });
const codeParams = z.object({ topic: topicId, key: codeKey });
const saved = { 204: { description: "Stored." } };

const statusRoute = createRoute({
  method: "get",
  path: "/status",
  summary: "Whether progress is kept, and what went wrong if it is not",
  responses: {
    200: {
      description: "The server's state.",
      ...json(
        z
          .object({
            version: z.string(),
            storage: z.enum(["saved", "memory"]),
            message: z.string().exactOptional(),
          })
          .openapi("Status"),
      ),
    },
  },
});

const healthRoute = createRoute({
  method: "get",
  path: "/health",
  summary: "Answers at once, before the database is open",
  responses: {
    200: {
      description: "It runs.",
      ...json(z.object({ version: z.string(), instance: z.string() })),
    },
  },
});

const summaryRoute = createRoute({
  method: "get",
  path: "/progress",
  summary: "Progress in all topics",
  responses: { 200: { description: "By topic.", ...json(summarySchema) } },
});

const topicRoute = createRoute({
  method: "get",
  path: "/progress/{topic}",
  summary: "Code, answers and results in one topic",
  request: { params: topicParams },
  responses: { 200: { description: "All that is stored.", ...json(topicProgressSchema) } },
});

const saveCodeRoute = createRoute({
  method: "put",
  path: "/progress/{topic}/code/{key}",
  summary: "Keep the learner's text of a cell, an exercise or a project",
  request: { params: codeParams, body: body(codeBody) },
  responses: saved,
});

const resetCodeRoute = createRoute({
  method: "delete",
  path: "/progress/{topic}/code/{key}",
  summary: "Forget the learner's text, so that the original shows again",
  request: { params: codeParams },
  responses: saved,
});

const answerRoute = createRoute({
  method: "put",
  path: "/progress/{topic}/answers/{item}",
  summary: "Keep the answer to a quiz item",
  request: { params: itemParams, body: body(answerBody) },
  responses: saved,
});

const exerciseRoute = createRoute({
  method: "post",
  path: "/progress/{topic}/exercises/{id}/attempts",
  summary: "Record an attempt at an exercise; once passed stays passed",
  request: { params: attemptParams, body: body(exerciseAttemptBody) },
  responses: saved,
});

const projectRoute = createRoute({
  method: "post",
  path: "/progress/{topic}/projects/{id}/attempts",
  summary: "Record an attempt at a project; the best points stay",
  request: { params: attemptParams, body: body(projectAttemptBody) },
  responses: saved,
});

const exportRoute = createRoute({
  method: "get",
  path: "/export",
  summary: "All progress as one file",
  responses: { 200: { description: "The archive.", ...json(archiveSchema) } },
});

const importRoute = createRoute({
  method: "post",
  path: "/import",
  summary: "Add an exported archive; where both have a thing, the newer one stays",
  request: { body: body(archiveSchema) },
  responses: saved,
});

/** The API under `/api`; its description is at `/api/openapi.json`. */
export function createApi({ version, instance, storage, trouble }: ApiOptions): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : errorResponse(c, 422, "invalid_input", describeIssues(result.error)),
  });
  const store = async () => (await storage()).store;
  const stored = async (c: Context, operation: Promise<void>) => {
    await operation;
    delete trouble.message;
    return c.body(null, 204);
  };

  api.use("/import", limit(IMPORT_LIMIT));
  api.use("/progress/*", limit(BODY_LIMIT));
  api.use(async (c, next) => {
    await next();
    c.res.headers.set("Cache-Control", "no-store");
  });
  api.onError((error, c) => {
    if (error instanceof StorageError) {
      const failure = describeStorageError(error);
      trouble.message = failure.message;
      return errorResponse(c, failure.status, failure.code, failure.message);
    }
    // A body that is no JSON (400), or says it is something else (415).
    if (error instanceof HTTPException && error.status < 500) {
      return errorResponse(c, error.status as 400, "bad_request", error.message);
    }
    console.error(error);
    return errorResponse(c, 500, "internal_error", "the server failed; its terminal says where");
  });

  api.openapi(healthRoute, (c) => c.json({ version, instance }, 200));
  api.openapi(statusRoute, async (c) => {
    const { kind, message } = await storage();
    const text = [message, trouble.message].filter((part) => part !== undefined).join(" ");
    return c.json({ version, storage: kind, ...(text && { message: text }) }, 200);
  });
  api.openapi(summaryRoute, async (c) => c.json(await (await store()).summary(), 200));
  api.openapi(topicRoute, async (c) =>
    c.json(await (await store()).topic(c.req.valid("param").topic), 200),
  );
  api.openapi(saveCodeRoute, async (c) => {
    const { topic, key } = c.req.valid("param");
    return await stored(c, (await store()).saveCode(topic, key, c.req.valid("json").source));
  });
  api.openapi(resetCodeRoute, async (c) => {
    const { topic, key } = c.req.valid("param");
    return await stored(c, (await store()).resetCode(topic, key));
  });
  api.openapi(answerRoute, async (c) => {
    const { topic, item } = c.req.valid("param");
    return await stored(c, (await store()).saveAnswer(topic, item, c.req.valid("json")));
  });
  api.openapi(exerciseRoute, async (c) => {
    const { topic, id } = c.req.valid("param");
    return await stored(c, (await store()).recordExercise(topic, id, c.req.valid("json")));
  });
  api.openapi(projectRoute, async (c) => {
    const { topic, id } = c.req.valid("param");
    return await stored(c, (await store()).recordProject(topic, id, c.req.valid("json")));
  });
  api.openapi(exportRoute, async (c) => {
    c.header("Content-Disposition", 'attachment; filename="gradus-progress.json"');
    return c.json(await (await store()).exportAll(), 200);
  });
  api.openapi(importRoute, async (c) => stored(c, (await store()).importAll(c.req.valid("json"))));
  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    servers: [{ url: "/api" }],
    info: {
      title: "Gradus studio",
      version,
      description: "Progress of the learner at this machine.",
    },
  });
  return api;
}

function limit(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) =>
      errorResponse(c, 413, "too_large", `a body of at most ${maxSize} bytes is taken here`),
  });
}

function describeIssues(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "the request does not fit its description";
  return `${issue.path.join(".") || "the request"}: ${issue.message}`;
}

/** A full disk has a status of its own, so that the page can say so. */
function describeStorageError({ code, message }: StorageError): {
  status: 503 | 507;
  code: string;
  message: string;
} {
  if (code === "53100" || code === "ENOSPC" || code === "EDQUOT") {
    return {
      status: 507,
      code: "disk_full",
      message: "The last change was not saved: the disk is full. Free some space and try again.",
    };
  }
  return {
    status: 503,
    code: "storage_failed",
    message: `The last change was not saved: ${message}.`,
  };
}
