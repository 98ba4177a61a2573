// The whole of @gradus/core under the one package that people install: its own index lists the names.
export * from "@gradus/core";
