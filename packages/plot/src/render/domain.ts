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

/** Every position of a layer along an axis. */
export function layerValues(layer: Layer, name: "x" | "y"): readonly number[] {
  switch (layer.mark) {
    case "bars":
      return name === "x" ? layer.edges : layer.counts;
    case "rects":
    case "segments":
      return name === "x" ? [...layer.x1, ...layer.x2] : [...layer.y1, ...layer.y2];
    case "shapes":
      return layer.shapes.flatMap(({ rings }) => rings.flatMap((ring) => ring[name]));
    default:
      return layer[name];
  }
}
