// The whole of @gradus/learn under the one package that people install: its own index lists the names.
export * from "@gradus/learn";
