import { ParameterError, ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { type PerAxis, perAxis } from "./conv-plan";
import { checkFloatingTensor } from "./fused";

/** The windows of a pooling along each spatial axis. */
export interface PoolWindows {
  readonly where: string;
  readonly input: readonly number[];
  readonly output: readonly number[];
  /** How far apart the elements of a window are. */
  readonly step: readonly number[];
  /** For each axis, for each place of the output: first element, element behind the last, count. */
  readonly tables: readonly (readonly (readonly [number, number, number])[])[];
}

/** What {@link slidingWindows} needs to know. */
export interface SlidingOptions {
  readonly stride?: PerAxis | undefined;
  readonly padding?: PerAxis | undefined;
  readonly dilation?: PerAxis | undefined;
  readonly ceilMode?: boolean | undefined;
  readonly countIncludePad?: boolean | undefined;
}

/** @throws ShapeError unless x has batch, channels and `count` spatial axes. */
export function checkImages(where: string, x: Tensor, count: number): void {
  checkFloatingTensor(where, "x", x);
  if (x.ndim === count + 2 && x.shape.slice(2).every((n) => n > 0)) return;
  const spatial = ["length", "height, width", "depth, height, width"][count - 1]!;
  throw new ShapeError(
    `${where}: expected x of shape (n, nChannels, ${spatial}), got ${shapeText(x.shape)}`,
  );
}

/** Windows of one size, `stride` apart. */
export function slidingWindows(
  where: string,
  x: Tensor,
  kernelSize: PerAxis,
  options: SlidingOptions,
): PoolWindows {
  const input = x.shape.slice(2);
  const count = input.length;
  const kernel = perAxis(where, "kernelSize", kernelSize, { count, min: 1 });
  const stride = perAxis(where, "stride", options.stride ?? kernel, { count, min: 1 });
  const padding = perAxis(where, "padding", options.padding ?? 0, { count, min: 0 });
  const step = perAxis(where, "dilation", options.dilation ?? 1, { count, min: 1 });
  if (padding.some((p, i) => 2 * p > kernel[i]!)) {
    throw new ParameterError(
      `${where}: padding must be at most half of kernelSize, got ${padding.join(", ")}`,
    );
  }
  const { ceilMode = false, countIncludePad = true } = options;
  const tables = input.map((length, i) =>
    axisWindows(length, {
      kernel: kernel[i]!,
      stride: stride[i]!,
      padding: padding[i]!,
      step: step[i]!,
      ceilMode,
      countIncludePad,
    }),
  );
  const output = tables.map((table) => table.length);
  if (output.some((n) => n < 1)) {
    throw new ShapeError(
      `${where}: expected windows no longer than the padded input, got kernelSize ${kernel.join(", ")} for x ` +
        `of shape ${shapeText(x.shape)}`,
    );
  }
  return { where, input, output, step, tables };
}

interface AxisOptions {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly step: number;
  readonly ceilMode: boolean;
  readonly countIncludePad: boolean;
}

function axisWindows(length: number, axis: AxisOptions): [number, number, number][] {
  const { kernel, stride, padding, step, ceilMode, countIncludePad } = axis;
  const reach = (kernel - 1) * step + 1;
  const free = length + 2 * padding - reach;
  let count = free < 0 ? 0 : (ceilMode ? Math.ceil(free / stride) : Math.floor(free / stride)) + 1;
  // No window begins behind the input and its first padding.
  if (ceilMode && (count - 1) * stride >= length + padding) count -= 1;
  return Array.from({ length: count }, (_, i) => {
    const start = i * stride - padding;
    const first = start < 0 ? start + Math.ceil(-start / step) * step : start;
    const last = Math.min(start + reach, length);
    const counted = Math.min(start + kernel, length + padding) - start;
    return [first, last, countIncludePad ? counted : last - first];
  });
}

/** As many windows as the output has places, as equal and as far apart as they can be. */
export function adaptiveWindows(where: string, x: Tensor, outputSize: PerAxis): PoolWindows {
  const input = x.shape.slice(2);
  const output = perAxis(where, "outputSize", outputSize, { count: input.length, min: 1 });
  const tables = input.map((length, axis) => {
    const count = output[axis]!;
    return Array.from({ length: count }, (_, i): [number, number, number] => {
      const first = Math.floor((i * length) / count);
      const last = Math.ceil(((i + 1) * length) / count);
      return [first, last, last - first];
    });
  });
  return { where, input, output, step: input.map(() => 1), tables };
}

/** Writes the windows for the kernels. @returns the addresses of shape and tables */
export function writeWindows(windows: PoolWindows): { shape: number; tables: number } {
  const missing = 3 - windows.input.length;
  const three = (list: readonly number[]) => [...Array.from({ length: missing }, () => 1), ...list];
  const numbers = [...three(windows.input), ...three(windows.output), ...three(windows.step)];
  for (let i = 0; i < missing; i++) numbers.push(0, 1, 1);
  for (const table of windows.tables) for (const window of table) numbers.push(...window);
  const memory = heap();
  const at = memory.scratch(numbers.length * 4, windows.where);
  memory.i32.set(numbers, at >>> 2);
  return { shape: at, tables: at + 36 };
}
