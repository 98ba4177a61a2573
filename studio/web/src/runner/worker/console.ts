import type { Output } from "./output";

/** The parts of `@gradus/core` that say how values look. */
export interface Formatting {
  formatValue(value: unknown): string;
  display(value: unknown): void;
}

/** A console whose output goes to the page, with values written as everywhere in the course. */
export function outputConsole(
  output: Output,
  { formatValue, display }: Formatting,
): Partial<Console> {
  let depth = 0;
  const print = (level: "log" | "info" | "warn" | "error", args: readonly unknown[]) => {
    const text = formatArguments(args, formatValue);
    output.log(level, depth === 0 ? text : text.replace(/^/gm, "  ".repeat(depth)));
  };
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  return {
    log: (...args: unknown[]) => print("log", args),
    info: (...args: unknown[]) => print("info", args),
    debug: (...args: unknown[]) => print("log", args),
    warn: (...args: unknown[]) => print("warn", args),
    error: (...args: unknown[]) => print("error", args),
    trace: (...args: unknown[]) => print("log", args),
    dir: (value: unknown) => print("log", [value]),
    table: (value: unknown) => display(value),
    assert: (condition?: boolean, ...args: unknown[]) => {
      if (!condition) print("error", ["Assertion failed", ...args]);
    },
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      print("log", [`${label}: ${counts.get(label)}`]);
    },
    countReset: (label = "default") => void counts.delete(label),
    time: (label = "default") => void timers.set(label, performance.now()),
    timeLog: (label = "default") => print("log", [elapsed(label, timers)]),
    timeEnd: (label = "default") => {
      print("log", [elapsed(label, timers)]);
      timers.delete(label);
    },
    group: (...args: unknown[]) => {
      if (args.length > 0) print("log", args);
      depth += 1;
    },
    groupEnd: () => {
      depth = Math.max(0, depth - 1);
    },
  };
}

/** Arguments as `console.log` joins them, with its placeholders %s %d %i %f %o %O %j %c %%. */
export function formatArguments(
  args: readonly unknown[],
  formatValue: (value: unknown) => string,
): string {
  const [first, ...rest] = args;
  if (typeof first !== "string" || rest.length === 0 || !first.includes("%")) {
    return args.map((arg) => formatValue(arg)).join(" ");
  }
  let used = 0;
  const text = first.replace(/%[sdifoOjc%]/g, (mark) => {
    if (mark === "%%") return "%";
    if (used >= rest.length) return mark;
    const value = rest[used++];
    switch (mark) {
      case "%c":
        return "";
      case "%d":
        return String(Number(value));
      case "%f":
        return String(Number.parseFloat(String(value)));
      case "%i":
        return String(Number.parseInt(String(value), 10));
      default:
        return formatValue(value);
    }
  });
  return [text, ...rest.slice(used).map((arg) => formatValue(arg))].join(" ");
}

function elapsed(label: string, timers: ReadonlyMap<string, number>): string {
  const start = timers.get(label);
  return start === undefined
    ? `${label}: no such timer`
    : `${label}: ${(performance.now() - start).toFixed(1)} ms`;
}
