import { ValueError } from "@gradus/core";

// JSON whose lists of numbers lie in bytes. A list may hold, as text, the numbers that JSON lacks: NaN, Infinity,
// -Infinity and -0.

/** Shorter lists stay in the JSON. */
const SHORTEST = 8;
/** Arrays begin at multiples of so many bytes. */
const ALIGNMENT = 8;

const TYPES = { u8: Uint8Array, i32: Int32Array, f32: Float32Array, f64: Float64Array } as const;
type TypeName = keyof typeof TYPES;

/** In place of a list: its place in the bytes. */
interface Reference {
  readonly $numbers: readonly [type: TypeName, offset: number, length: number];
}

/** JSON with references in place of lists of numbers, and the bytes that they point to. */
export interface SplitJSON {
  readonly json: unknown;
  readonly bytes: Uint8Array;
}

/** Takes the lists of numbers out of JSON. */
export function splitNumbers(json: unknown): SplitJSON {
  const arrays: Uint8Array[] = [];
  let offset = 0;
  const split = (value: unknown): unknown => {
    if (value === null || typeof value !== "object") return value;
    if (!Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, split(item)]));
    }
    const numbers = numbersOf(value);
    if (numbers === undefined) return value.map(split);
    const type = smallestType(numbers);
    const array = TYPES[type].from(numbers);
    const reference: Reference = { $numbers: [type, offset, array.length] };
    arrays.push(new Uint8Array(array.buffer));
    offset += aligned(array.byteLength);
    return reference;
  };
  const rest = split(json);
  const bytes = new Uint8Array(offset);
  let at = 0;
  for (const array of arrays) {
    bytes.set(array, at);
    at += aligned(array.length);
  }
  return { json: rest, bytes };
}

/** Puts the lists back. @throws ValueError for a reference to what is not there. */
export function joinNumbers(where: string, { json, bytes }: SplitJSON): unknown {
  const join = (value: unknown): unknown => {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(join);
    if ("$numbers" in value) return listAt(where, (value as Reference).$numbers, bytes);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, join(item)]));
  };
  return join(json);
}

function listAt(where: string, place: Reference["$numbers"], bytes: Uint8Array): unknown[] {
  const [type, offset, length] = place;
  const Type = TYPES[type];
  const end = offset + length * (Type?.BYTES_PER_ELEMENT ?? Number.NaN);
  if (!(Number.isInteger(offset) && offset >= 0 && length >= 0 && end <= bytes.length)) {
    throw new ValueError(
      `${where}: expected numbers within the file, got ${JSON.stringify(place)} of ${bytes.length} bytes`,
    );
  }
  const array = new Type(new Uint8Array(bytes.subarray(offset, end)).buffer);
  return Array.from(array, (value) => textOf(value) ?? value);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/** The numbers of a list that is long enough and holds nothing else. */
function numbersOf(list: readonly unknown[]): Float64Array | undefined {
  if (list.length < SHORTEST) return undefined;
  const numbers = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    // A number that JSON has a form for, or the text of one that it has none for.
    const isNumber = typeof value === "number" && textOf(value) === undefined;
    const number = isNumber ? value : NUMBERS.get(value);
    if (number === undefined) return undefined;
    numbers[i] = number;
  }
  return numbers;
}

const NUMBERS: ReadonlyMap<unknown, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
  ["-0", -0],
]);

function textOf(value: number): string | undefined {
  if (Number.isFinite(value)) return Object.is(value, -0) ? "-0" : undefined;
  return String(value);
}

/** The type of fewest bytes that holds every number exactly. */
function smallestType(numbers: Float64Array): TypeName {
  const fits = (cast: (value: number) => number) =>
    numbers.every((value) => Object.is(cast(value), value));
  if (fits((value) => value & 0xff)) return "u8";
  if (fits((value) => value | 0)) return "i32";
  return fits(Math.fround) ? "f32" : "f64";
}
