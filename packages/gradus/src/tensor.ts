// The whole of @gradus/tensor under the one package that people install: its own index lists the names.
export * from "@gradus/tensor";
