import { basename } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { nodeModule } from "./node-module";

afterEach(() => vi.unstubAllGlobals());

test("gives Node's module itself", () => {
  expect(nodeModule<typeof import("node:path")>("node:path")?.basename).toBe(basename);
});

test("gives undefined for a module that Node does not have, and outside Node", () => {
  expect(nodeModule("node:there-is-none")).toBeUndefined();
  vi.stubGlobal("process", undefined);
  expect(nodeModule("node:path")).toBeUndefined();
});
