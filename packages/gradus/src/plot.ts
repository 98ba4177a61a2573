// The whole of @gradus/plot under the one package that people install: its own index lists the names.
export * from "@gradus/plot";
