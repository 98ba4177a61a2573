import { z } from "@hono/zod-openapi";

// What the course stores, as it travels over the wire. Types and checks are one and the same.

const position = z.object({ line: z.int().min(1), column: z.int().min(1) });

export const outcomeSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("notAttempted") }),
    z.object({
      kind: z.literal("wrong"),
      message: z.string(),
      misconception: z.string().exactOptional(),
    }),
    z.object({
      kind: z.literal("error"),
      error: z.object({
        name: z.string(),
        message: z.string(),
        position: position.exactOptional(),
      }),
    }),
    z.object({ kind: z.literal("passed") }),
  ])
  .openapi("Outcome");

export const scoreSchema = z
  .object({
    results: z.array(z.object({ id: z.string(), points: z.number(), message: z.string() })),
    points: z.number(),
    passed: z.boolean(),
  })
  .openapi("ProjectScore");

const word = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,99}$/, "expected lower-case words joined by hyphens");

export const topicId = word.openapi({ example: "linear-regression" });
export const itemId = word.openapi({ example: "one-step" });

export const codeKey = z
  .string()
  .regex(
    /^(cell|exercise|project):\S{1,190}$/,
    "expected cell:<program>#<region>, exercise:<id> or project:<id>",
  )
  .openapi({ example: "exercise:one-step" });

export const codeBody = z.object({ source: z.string() }).openapi("Code");

/** Any JSON value: what a choice, a number or an order of lines is. */
const answerValue = z.json();

export const answerBody = z
  .object({ answer: answerValue, correct: z.boolean() })
  .openapi("Answer", { type: "object" });

export const exerciseAttemptBody = z
  .object({
    source: z.string(),
    outcome: outcomeSchema,
    milliseconds: z.number().min(0),
  })
  .openapi("ExerciseAttempt");

export const projectAttemptBody = z
  .object({ source: z.string(), score: scoreSchema })
  .openapi("ProjectAttempt");

export const summarySchema = z
  .object({
    topics: z.record(
      z.string(),
      z.object({
        exercisesPassed: z.array(z.string()),
        quizCorrect: z.array(z.string()),
        projectPoints: z.number().exactOptional(),
        lastSeen: z.string(),
      }),
    ),
  })
  .openapi("ProgressSummary");

export const topicProgressSchema = z
  .object({
    code: z.record(z.string(), z.string()),
    answers: z.record(z.string(), answerBody),
    exercises: z.record(
      z.string(),
      z.object({ outcome: outcomeSchema, attempts: z.int(), source: z.string() }),
    ),
    project: z.object({ source: z.string(), score: scoreSchema.exactOptional() }).exactOptional(),
  })
  .openapi("TopicProgress");

const timestamp = z.iso.datetime({ offset: true });

/** Everything that is stored: what a download holds, and the backup file beside the database. */
export const archiveSchema = z
  .object({
    format: z.literal("gradus-progress"),
    version: z.literal(1),
    exportedAt: timestamp,
    code: z.array(
      z.object({ topic: topicId, key: codeKey, source: z.string(), updatedAt: timestamp }),
    ),
    answers: z.array(
      z.object({
        topic: topicId,
        item: itemId,
        answer: answerValue,
        correct: z.boolean(),
        updatedAt: timestamp,
      }),
    ),
    exercises: z.array(
      z.object({
        topic: topicId,
        exercise: itemId,
        source: z.string(),
        outcome: outcomeSchema,
        milliseconds: z.number().min(0),
        attempts: z.int().min(1),
        passedAt: timestamp.nullable(),
        updatedAt: timestamp,
      }),
    ),
    projects: z.array(
      z.object({
        topic: topicId,
        project: itemId,
        source: z.string(),
        score: scoreSchema,
        attempts: z.int().min(1),
        bestPoints: z.number(),
        updatedAt: timestamp,
      }),
    ),
  })
  .openapi("ProgressArchive", { type: "object" });

export type JsonValue = z.infer<typeof answerValue>;
export type ProgressSummary = z.infer<typeof summarySchema>;
export type TopicProgress = z.infer<typeof topicProgressSchema>;
export type ProgressArchive = z.infer<typeof archiveSchema>;
export type Answer = z.infer<typeof answerBody>;
export type ExerciseAttempt = z.infer<typeof exerciseAttemptBody>;
export type ProjectAttempt = z.infer<typeof projectAttemptBody>;
