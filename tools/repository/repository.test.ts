import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../build/paths";
import { allowedLicences, committedLicences, licencesPage } from "./licences";
import { readLockFile } from "./lock-file";
import { readManifests } from "./manifests";

describe("the lock file", () => {
  test("carries no registry address", () => {
    const addressed = readLockFile().filter(({ resolved }) => resolved?.includes("://"));
    expect(addressed.map(({ name }) => name)).toEqual([]);
  });

  test("holds what every platform needs, or npm ci refuses it (npm run lock)", () => {
    const names = new Set(readLockFile().map(({ name }) => name));
    const absent = readLockFile().flatMap(({ optional }) =>
      optional.filter((name) => !names.has(name)),
    );
    expect(absent).toEqual([]);
  });

  test("brings only packages under licences that we may use", () => {
    const others = readLockFile().filter(({ licence }) => !allowedLicences.has(licence));
    expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  test("agrees with docs/licences.md (npm run licences)", () => {
    expect(committedLicences()).toBe(licencesPage());
  });
});

test("dependencies are pinned to exact versions", () => {
  const loose = readManifests().flatMap(({ folder, dependencies }) =>
    Object.entries(dependencies)
      .filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${folder}: ${name}@${version}`),
  );
  expect(loose).toEqual([]);
});

describe("source files", () => {
  const files = trackedFiles().filter((file) => /\.(tsx?|mjs|py|css)$/.test(file));

  // A package's index lists its public names one by one: a table of contents, however long.
  test("have at most 400 lines, but for lists of public names", () => {
    const sources = files.filter((file) => !/^packages\/[^/]+\/src\/index\.ts$/.test(file));
    const long = sources.filter((file) => lines(file).length > 400);
    expect(long).toEqual([]);
  });

  test("hold no marks of unfinished work and no skipped tests", () => {
    const mark = /\b(?:TO[D]O|FIX[M]E)\b|@ts-ign[o]re|\b(?:test|it|describe)\.(?:sk[i]p|on[l]y)\(/;
    const marked = files.flatMap((file) =>
      lines(file).flatMap((line, i) => (mark.test(line) ? [`${file}:${i + 1}`] : [])),
    );
    expect(marked).toEqual([]);
  });
});

test("every link between our Markdown files leads somewhere", () => {
  const broken = trackedFiles()
    .filter((file) => file.endsWith(".md") && !file.startsWith("course/topics"))
    .flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .filter(([, target]) => !existsSync(join(root, file, "..", target!)))
        .map(([, target]) => `${file}: ${target}`),
    );
  expect(broken).toEqual([]);
});

function trackedFiles(): string[] {
  // A copy without git (an archive) has nothing to list; the checks then hold trivially.
  if (!existsSync(join(root, ".git"))) return [];
  const list = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" });
  return list.split("\n").filter((file) => file && existsSync(join(root, file)));
}

function lines(file: string): string[] {
  return readFileSync(join(root, file), "utf8").split("\n");
}
