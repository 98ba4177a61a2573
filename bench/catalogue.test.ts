import { expect, test } from "vitest";
import { catalogue } from "./catalogue";

test("no two workloads share a name", () => {
  const names = catalogue.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test("workloads of one subject stand together", () => {
  const subjects = catalogue.map(({ subject }) => subject);
  const changes = subjects.filter((subject, i) => subject !== subjects[i - 1]);
  expect(new Set(changes).size).toBe(changes.length);
});
