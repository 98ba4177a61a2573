import { ValueError } from "@gradus/core";

/** A name of Python's that a pickle mentions. It is never looked up or run. */
interface Global {
  readonly global: string;
}

/** An array of NumPy's that is being built: BUILD brings its bytes. */
interface PendingArray {
  readonly pending: true;
}

const MARK = Symbol("mark");

/** What the machine knows while it reads. */
interface Machine {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  position: number;
  readonly stack: unknown[];
  readonly memo: Map<number, unknown>;
}

/**
 * Reads a pickle of plain data: numbers, texts, None, booleans, lists, tuples, dictionaries (as Map) and NumPy's
 * arrays of bytes (as Uint8Array). Whatever else Python could do in a pickle is refused, and nothing is run.
 *
 * @throws ValueError for an instruction or an object that is not among these, or a pickle cut off.
 */
export function readPickle(where: string, bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const machine: Machine = { view, bytes, position: 0, stack: [], memo: new Map() };
  try {
    while (machine.position < bytes.length) {
      const code = bytes[machine.position++]!;
      if (code === 0x2e) return machine.stack.pop();
      const step = STEPS[String.fromCharCode(code)] ?? BINARY_STEPS[code];
      if (!step) throw new ValueError(`instruction ${code} is not one of plain data`);
      step(machine);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ValueError(`${where}: cannot read the pickle at byte ${machine.position}: ${reason}`);
  }
  throw new ValueError(
    `${where}: cannot read the pickle: it ends too soon, at ${bytes.length} bytes`,
  );
}

type Step = (machine: Machine) => void;

/** The instructions that are letters, by Python's `pickletools`. */
const STEPS: Readonly<Record<string, Step>> = {
  "(": (m) => m.stack.push(MARK),
  ")": (m) => m.stack.push([]),
  "]": (m) => m.stack.push([]),
  "}": (m) => m.stack.push(new Map()),
  N: (m) => m.stack.push(null),
  K: (m) => m.stack.push(m.view.getUint8(skip(m, 1))),
  M: (m) => m.stack.push(m.view.getUint16(skip(m, 2), true)),
  J: (m) => m.stack.push(m.view.getInt32(skip(m, 4), true)),
  G: (m) => m.stack.push(m.view.getFloat64(skip(m, 8))),
  // Texts of Python 2 are bytes: as Latin-1, so that none is lost.
  U: (m) => m.stack.push(latin1(take(m, m.view.getUint8(skip(m, 1))))),
  T: (m) => m.stack.push(latin1(take(m, m.view.getInt32(skip(m, 4), true)))),
  C: (m) => m.stack.push(latin1(take(m, m.view.getUint8(skip(m, 1))))),
  B: (m) => m.stack.push(latin1(take(m, m.view.getUint32(skip(m, 4), true)))),
  X: (m) => m.stack.push(new TextDecoder().decode(take(m, m.view.getUint32(skip(m, 4), true)))),
  c: (m) => m.stack.push({ global: `${line(m)}.${line(m)}` } satisfies Global),
  q: (m) => m.memo.set(m.view.getUint8(skip(m, 1)), m.stack.at(-1)),
  r: (m) => m.memo.set(m.view.getUint32(skip(m, 4), true), m.stack.at(-1)),
  h: (m) => m.stack.push(m.memo.get(m.view.getUint8(skip(m, 1)))),
  j: (m) => m.stack.push(m.memo.get(m.view.getUint32(skip(m, 4), true))),
  t: (m) => m.stack.push(sinceMark(m)),
  e: (m) => addAll(m, sinceMark(m)),
  a: (m) => addAll(m, [m.stack.pop()]),
  u: (m) => setAll(m, sinceMark(m)),
  s: (m) => setAll(m, m.stack.splice(-2)),
  R: reduce,
  b: build,
};

const BINARY_STEPS: Readonly<Record<number, Step>> = {
  // The protocol, whose number does not matter.
  128: (m) => {
    skip(m, 1);
  },
  133: (m) => m.stack.push(m.stack.splice(-1)),
  134: (m) => m.stack.push(m.stack.splice(-2)),
  135: (m) => m.stack.push(m.stack.splice(-3)),
  136: (m) => m.stack.push(true),
  137: (m) => m.stack.push(false),
};

/** Moves on by `n` bytes and gives the place where they begin. */
function skip(machine: Machine, n: number): number {
  machine.position += n;
  return machine.position - n;
}

function take(machine: Machine, n: number): Uint8Array {
  const start = skip(machine, n);
  if (n < 0 || machine.position > machine.bytes.length) throw new ValueError("a text is cut off");
  return machine.bytes.subarray(start, machine.position);
}

function line(machine: Machine): string {
  const end = machine.bytes.indexOf(10, machine.position);
  if (end < 0) throw new ValueError("a name is cut off");
  const text = latin1(machine.bytes.subarray(machine.position, end));
  machine.position = end + 1;
  return text;
}

/** Not TextDecoder's latin1, which is windows-1252 and changes the bytes 128 to 159. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)));
  }
  return parts.join("");
}

function sinceMark(machine: Machine): unknown[] {
  const mark = machine.stack.lastIndexOf(MARK);
  if (mark < 0) throw new ValueError("a mark is missing");
  return machine.stack.splice(mark).slice(1);
}

function addAll({ stack }: Machine, items: readonly unknown[]): void {
  const list = stack.at(-1);
  if (!Array.isArray(list)) throw new ValueError("expected a list to append to");
  for (const item of items) list.push(item);
}

function setAll({ stack }: Machine, items: readonly unknown[]): void {
  const map = stack.at(-1);
  if (!(map instanceof Map)) throw new ValueError("expected a dictionary to write to");
  for (let i = 0; i < items.length; i += 2) map.set(items[i], items[i + 1]);
}

/** A call, of which only those are known that make NumPy's arrays and Python 3's bytes. */
function reduce({ stack }: Machine): void {
  const [callee, given] = stack.splice(-2) as [Partial<Global> | undefined, unknown];
  const args = Array.isArray(given) ? given : [];
  const name = callee?.global ?? "";
  if (/^numpy\.(core|_core)\.multiarray\._reconstruct$/.test(name)) {
    stack.push({ pending: true } satisfies PendingArray);
  } else if (name === "numpy.dtype") {
    if (args[0] !== "u1") throw new ValueError(`expected an array of bytes, got ${args[0]}`);
    stack.push({ pending: true } satisfies PendingArray);
  } else if (name === "_codecs.encode" && args[1] === "latin1") {
    stack.push(args[0]);
  } else {
    throw new ValueError(`it calls ${name || "something"}, which is not plain data`);
  }
}

/** The state of an object: of an array (version, shape, type, whether in Fortran's order, bytes). */
function build(machine: Machine): void {
  const [target, state] = machine.stack.splice(-2) as [PendingArray | undefined, unknown];
  if (!target?.pending || !Array.isArray(state))
    throw new ValueError("it builds an unknown object");
  const content: unknown = state[4];
  if (state.length !== 5 || typeof content !== "string") {
    // The state of a type, which says no more than its name did.
    machine.stack.push(target);
    return;
  }
  if (state[3] !== false && state[3] !== 0) throw new ValueError("the array is in Fortran's order");
  const array = Uint8Array.from(content, (character) => character.charCodeAt(0));
  machine.stack.push(array);
  for (const [key, value] of machine.memo) if (value === target) machine.memo.set(key, array);
}
