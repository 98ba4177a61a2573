/**
 * Gradus in one install. Import what you need from a subpath, `import { Ridge } from "gradus/learn"`,
 * or whole packages by name: `import { learn, data } from "gradus"`.
 *
 * @packageDocumentation
 */
export * as core from "@gradus/core";
export * as data from "@gradus/data";
export * as files from "@gradus/files";
export * as learn from "@gradus/learn";
export * as plot from "@gradus/plot";
export * as stats from "@gradus/stats";
export * as tensor from "@gradus/tensor";
