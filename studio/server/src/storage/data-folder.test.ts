import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { defaultDataDir, describeFileError, prepareDataFolder } from "./data-folder";

const root = mkdtempSync(join(tmpdir(), "gradus-folder-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("defaultDataDir", () => {
  test.each([
    [{}, "linux", join("/home/ada", ".local", "share", "gradus")],
    [{ XDG_DATA_HOME: "/xdg" }, "linux", join("/xdg", "gradus")],
    [{}, "darwin", join("/home/ada", "Library", "Application Support", "Gradus")],
    [{ APPDATA: "/roaming" }, "win32", join("/roaming", "Gradus")],
    [{}, "win32", join("/home/ada", "AppData", "Roaming", "Gradus")],
    [{ GRADUS_DATA_DIR: "/mine", XDG_DATA_HOME: "/xdg" }, "linux", "/mine"],
  ])("%j on %s is %s", (env, platform, expected) => {
    expect(defaultDataDir(env, platform, "/home/ada")).toBe(expected);
  });
});

describe("prepareDataFolder", () => {
  test("creates the folder and leaves nothing in it", async () => {
    const folder = join(root, "a", "b");
    expect(await prepareDataFolder(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("says why a folder cannot be used", async () => {
    writeFileSync(join(root, "file"), "");
    expect(await prepareDataFolder(join(root, "file"))).toContain("a file stands where");
    expect(await prepareDataFolder(join(root, "file", "data"))).toContain("a file stands where");
  });
});

describe("describeFileError", () => {
  test.each([
    ["EACCES", "there is no permission to write there (/data)"],
    ["EROFS", "the file system is read-only (/data)"],
    ["ENOSPC", "the disk is full"],
    ["EIO", "what the system says"],
  ])("says of %s: %s", (code, expected) => {
    const error = Object.assign(new Error("what the system says"), { code, path: "/data" });
    expect(describeFileError(error)).toBe(expected);
  });
});
