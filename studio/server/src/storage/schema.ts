import {
  boolean,
  customType,
  doublePrecision,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

// The tables that migrations.ts creates, for Drizzle. A schema of our own keeps them apart from whatever
// else a shared PostgreSQL holds.
const gradus = pgSchema("gradus");

/**
 * JSON kept as text: `jsonb` refuses "\u0000" and half surrogates, which a learner's program may well print.
 */
const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
});

/** Text of a learner; PostgreSQL's `text` cannot hold NUL, so the replacement character takes its place. */
const learnerText = customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => value.replaceAll("\u0000", "\uFFFD"),
});

const updatedAt = timestamp("updated_at", { withTimezone: true, mode: "date" }).notNull();

export const code = gradus.table(
  "code",
  {
    topic: text("topic").notNull(),
    key: text("key").notNull(),
    source: learnerText("source").notNull(),
    updatedAt,
  },
  (table) => [primaryKey({ columns: [table.topic, table.key] })],
);

export const answers = gradus.table(
  "answers",
  {
    topic: text("topic").notNull(),
    item: text("item").notNull(),
    /** JSON; not jsonText, since Drizzle would store the JSON value null as SQL's NULL. */
    answer: text("answer").notNull(),
    correct: boolean("correct").notNull(),
    updatedAt,
  },
  (table) => [primaryKey({ columns: [table.topic, table.item] })],
);

export const exercises = gradus.table(
  "exercises",
  {
    topic: text("topic").notNull(),
    exercise: text("exercise").notNull(),
    source: learnerText("source").notNull(),
    outcome: jsonText("outcome").notNull(),
    milliseconds: doublePrecision("milliseconds").notNull(),
    attempts: integer("attempts").notNull(),
    passedAt: timestamp("passed_at", { withTimezone: true, mode: "date" }),
    updatedAt,
  },
  (table) => [primaryKey({ columns: [table.topic, table.exercise] })],
);

export const projects = gradus.table(
  "projects",
  {
    topic: text("topic").notNull(),
    project: text("project").notNull(),
    source: learnerText("source").notNull(),
    score: jsonText("score").notNull(),
    attempts: integer("attempts").notNull(),
    bestPoints: doublePrecision("best_points").notNull(),
    updatedAt,
  },
  (table) => [primaryKey({ columns: [table.topic, table.project] })],
);
