// The whole of @gradus/stats under the one package that people install: its own index lists the names.
export * from "@gradus/stats";
