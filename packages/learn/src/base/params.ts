import { describeValue, ParameterError } from "@gradus/core";

/** Options by name. */
export type ParamRecord = Readonly<Record<string, unknown>>;

interface Replaceable {
  withParams(params: ParamRecord): unknown;
}

/**
 * Options with some of them replaced.
 *
 * @param replacements by name; `a.b` replaces the option b of the estimator that is the option a
 * @throws ParameterError for a name that is no option, or a dot behind what is no estimator.
 */
export function replaceParams(
  where: string,
  params: ParamRecord,
  replacements: ParamRecord,
): ParamRecord {
  const replaced: Record<string, unknown> = { ...params };
  const inner = new Map<string, Record<string, unknown>>();
  for (const [path, value] of Object.entries(replacements)) {
    const dot = path.indexOf(".");
    const name = dot < 0 ? path : path.slice(0, dot);
    if (!Object.hasOwn(params, name)) {
      const names = Object.keys(params).join(", ");
      throw new ParameterError(`${where}: expected the name of an option (${names}), got ${path}`);
    }
    if (dot < 0) replaced[name] = value;
    else inner.set(name, { ...inner.get(name), [path.slice(dot + 1)]: value });
  }
  for (const [name, options] of inner) {
    replaced[name] = withOptions(where, name, replaced[name], options);
  }
  return replaced;
}

function withOptions(where: string, name: string, value: unknown, options: ParamRecord): unknown {
  if (isReplaceable(value)) return value.withParams(options);
  throw new ParameterError(
    `${where}: expected an estimator as ${name}, since ${name}.${Object.keys(options)[0]} is an option of it, got ${describeValue(value)}`,
  );
}

function isReplaceable(value: unknown): value is Replaceable {
  return typeof (value as Replaceable | null)?.withParams === "function";
}
