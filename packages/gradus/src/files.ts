// The whole of @gradus/files under the one package that people install: its own index lists the names.
export * from "@gradus/files";
