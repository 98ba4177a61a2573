import { describeValue, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { toNumbers, type Values } from "../values";

/** Names in any container, such as a column of a table; null is missing. */
export type Names = Iterable<string | number | boolean | null | undefined>;

/** Values in groups: by the groups' names, or as one list with the name of each value's group. */
export type GroupedValues =
  | { readonly groups: Readonly<Record<string, Values>> }
  | { readonly y: Values; readonly by: Names };

/** The finite values of one group. */
export interface Group {
  readonly name: string;
  readonly values: readonly number[];
}

/**
 * The groups in the order in which they come, with only their finite values; groups that have none are left out.
 *
 * @throws ValueError if no finite value is in any group; ShapeError if values and names differ in number;
 *   ParameterError if there are no groups.
 */
export function groupsOf(
  where: string,
  input: GroupedValues,
): { readonly groups: readonly Group[]; readonly nDropped: number } {
  const all = "groups" in input ? namedGroups(where, input.groups) : splitGroups(where, input);
  if (all.length === 0) throw new ParameterError(`${where}: expected at least one group, got none`);
  const groups = all.map(({ name, values }) => ({ name, values: values.filter(Number.isFinite) }));
  const count = (list: readonly Group[]) =>
    list.reduce((sum, group) => sum + group.values.length, 0);
  const nDropped = count(all) - count(groups);
  const filled = groups.filter(({ values }) => values.length > 0);
  if (filled.length === 0) {
    throw new ValueError(`${where}: expected at least one finite value, got ${count(all)} others`);
  }
  return { groups: filled, nDropped };
}

/** The names as text; null and undefined become undefined. */
export function toNames(where: string, name: string, names: Names): (string | undefined)[] {
  if (typeof names !== "object" || names === null || !(Symbol.iterator in names)) {
    throw new ValueError(`${where}: expected ${name} to be names, got ${describeValue(names)}`);
  }
  return Array.from(names, (value) =>
    value === null || value === undefined ? undefined : String(value),
  );
}

function namedGroups(where: string, groups: Readonly<Record<string, Values>>): Group[] {
  return Object.entries(groups).map(([name, values]) => ({
    name,
    values: toNumbers(where, name, values),
  }));
}

function splitGroups(
  where: string,
  { y, by }: { readonly y: Values; readonly by: Names },
): Group[] {
  const [values, names] = [toNumbers(where, "y", y), toNames(where, "by", by)];
  if (values.length !== names.length) {
    throw new ShapeError(
      `${where}: expected as many names as y values, got ${names.length} and ${values.length}`,
    );
  }
  const groups = new Map<string, number[]>();
  names.forEach((name, i) => {
    const key = name ?? "(missing)";
    const group = groups.get(key);
    if (group) group.push(values[i]!);
    else groups.set(key, [values[i]!]);
  });
  return [...groups].map(([name, list]) => ({ name, values: list }));
}
