// The whole of @gradus/data under the one package that people install: its own index lists the names.
export * from "@gradus/data";
