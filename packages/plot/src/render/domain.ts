import { extent } from "../describe/numbers";
import type { ChartSpec, Layer } from "../spec";

/** The ends of an axis: those asked for, else those of all layers; never of no width. */
export function describedDomain(spec: ChartSpec, name: "x" | "y"): readonly [number, number] {
  const axis = spec[name];
  if (axis.domain) return axis.domain;
  const ends = spec.layers.flatMap((layer) => extent(layerValues(layer, name)));
  const [low, high] = extent(axis.zero ? [0, ...ends] : ends);
  if (low < high) return [low, high];
  if (axis.scale === "log") return [low / 2, high * 2];
  const room = low === 0 ? 1 : Math.abs(low) / 2;
  return [low - room, high + room];
}

function layerValues(layer: Layer, name: "x" | "y"): readonly number[] {
  if (layer.mark !== "bars") return layer[name];
  return name === "x" ? layer.edges : layer.counts;
}
