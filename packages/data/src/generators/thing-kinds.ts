import type { RandomGenerator } from "@gradus/core";
import { box, disc, dome, ellipse, type Form, line, polygon, ring } from "./thing-forms";

/** A form of a thing and which of its three paints it has; later parts stand before earlier ones. */
export interface Part {
  readonly form: Form;
  readonly paint: 0 | 1 | 2;
}

/** The names of the things that are drawn, in the order of their numbers. */
export const THINGS = [
  "boat",
  "car",
  "cup",
  "fish",
  "flower",
  "house",
  "key",
  "mushroom",
  "tree",
  "umbrella",
] as const;

/** The name of a thing. */
export type Thing = (typeof THINGS)[number];

type Draw = (between: (low: number, high: number) => number) => Part[];

/** The parts of a thing in its own measures: about 1 to every side of its middle, y down. No two are alike. */
export function partsOf(thing: Thing, random: RandomGenerator): Part[] {
  return DRAW[thing]((low, high) => random.uniform(low, high));
}

const part = (paint: 0 | 1 | 2, form: Form): Part => ({ form, paint });

const DRAW: Readonly<Record<Thing, Draw>> = {
  boat: (between) => {
    const [deck, bottom] = [between(0.7, 0.95), between(0.4, 0.7)];
    const top = between(-0.95, -0.7);
    const sails = [part(2, polygon(0.08, top, between(0.5, 0.8), 0.12, 0.08, 0.12))];
    if (between(0, 1) < 0.5)
      sails.push(part(2, polygon(-0.08, top + 0.15, -0.08, 0.12, -0.5, 0.12)));
    return [
      part(1, line(0, top, 0, 0.35, 0.06)),
      ...sails,
      part(0, polygon(-deck, 0.27, deck, 0.27, bottom, between(0.6, 0.8), -bottom, 0.7)),
    ];
  },
  car: (between) => {
    const [half, wheel] = [between(0.4, 0.55), between(0.17, 0.23)];
    const [cabin, roof] = [between(-0.15, 0.1), between(0.22, 0.32)];
    return [
      part(0, box(cabin, -0.15, half, roof, 0.15)),
      part(2, box(cabin, -0.17, half - 0.12, roof - 0.12, 0.05)),
      part(0, box(0, 0.22, between(0.85, 0.98), 0.24, 0.12)),
      part(1, disc(-0.5, 0.45, wheel)),
      part(1, disc(between(0.45, 0.58), 0.45, wheel)),
    ];
  },
  cup: (between) => {
    const [width, height] = [between(0.38, 0.55), between(0.42, 0.65)];
    return [
      part(0, ring(width + 0.05, 0.05, between(0.22, 0.32), 0.09)),
      part(0, box(0, 0.1, width, height, 0.12)),
      part(1, ellipse(0, 0.1 - height + 0.06, width, between(0.1, 0.15))),
      part(2, box(0, between(0, 0.3), width, between(0.04, 0.1))),
    ];
  },
  fish: (between) => {
    const [long, high] = [between(0.55, 0.7), between(0.28, 0.42)];
    const tail = between(0.25, 0.45);
    return [
      part(1, polygon(long - 0.3, 0, 0.95, -tail, 0.95, tail)),
      part(1, polygon(-0.3, -0.15, between(-0.1, 0.1), -0.65, 0.25, -0.15)),
      part(0, ellipse(-0.15, 0, long, high)),
      part(2, disc(-long + 0.15, -0.08, between(0.07, 0.11))),
    ];
  },
  flower: (between) => {
    const petals = Math.floor(between(5, 9));
    const [turn, far, size] = [between(0, 1), between(0.3, 0.4), between(0.17, 0.24)];
    const parts = [part(2, line(0, -0.2, between(-0.15, 0.15), 0.95, 0.06))];
    if (between(0, 1) < 0.6) parts.push(part(2, ellipse(0.25, between(0.45, 0.7), 0.25, 0.1)));
    for (let k = 0; k < petals; k++) {
      const angle = (2 * Math.PI * (k + turn)) / petals;
      parts.push(part(0, disc(far * Math.cos(angle), far * Math.sin(angle) - 0.35, size)));
    }
    return [...parts, part(1, disc(0, -0.35, between(0.17, 0.25)))];
  },
  house: (between) => {
    const [width, eaves] = [between(0.5, 0.7), between(-0.2, 0)];
    const door = between(-0.3, 0.3);
    return [
      part(1, box(between(-0.5, -0.3), -0.5, 0.08, 0.25)),
      part(0, box(0, 0.35, width, 0.5)),
      part(1, polygon(-width - 0.18, eaves, between(-0.15, 0.15), -0.85, width + 0.18, eaves)),
      part(2, box(door, 0.6, 0.12, 0.25)),
      part(2, box(door > 0 ? -0.3 : 0.3, between(0.15, 0.35), 0.12, 0.12)),
    ];
  },
  key: (between) => {
    const [radius, width] = [between(0.25, 0.35), between(0.07, 0.11)];
    return [
      part(0, ring(-0.55, 0, radius, width)),
      part(0, line(-0.55 + radius, 0, 0.9, 0, width)),
      part(0, box(0.8, 0.2, 0.07, between(0.15, 0.25))),
      part(0, box(between(0.45, 0.6), 0.18, 0.07, between(0.12, 0.22))),
    ];
  },
  mushroom: (between) => {
    const [cap, floor] = [between(0.65, 0.85), between(-0.05, 0.1)];
    const spots = Array.from({ length: Math.floor(between(1, 5)) }, () =>
      part(2, disc(between(-0.45, 0.45), between(-0.45, -0.1), between(0.07, 0.12))),
    );
    return [
      part(1, box(0, 0.45, between(0.16, 0.3), 0.48, 0.1)),
      part(0, dome(0, floor + 0.05, cap, floor)),
      ...spots,
    ];
  },
  tree: (between) => {
    const trunk = part(1, box(0, 0.6, between(0.08, 0.15), 0.38));
    if (between(0, 1) < 0.5) {
      const wide = between(0.5, 0.7);
      return [
        trunk,
        part(0, polygon(-wide, 0.4, 0, -0.4, wide, 0.4)),
        part(0, polygon(-wide + 0.12, -0.05, 0, -0.9, wide - 0.12, -0.05)),
      ];
    }
    const crown = Array.from({ length: 4 }, () =>
      part(0, disc(between(-0.3, 0.3), between(-0.6, -0.05), between(0.3, 0.45))),
    );
    return [trunk, ...crown];
  },
  umbrella: (between) => {
    const [radius, floor] = [between(0.75, 0.95), between(-0.1, 0.05)];
    return [
      part(1, line(0, -0.9, 0, 0.75, 0.06)),
      part(1, ring(0.13, 0.75, 0.13, 0.06)),
      part(0, dome(0, floor + between(0, 0.1), radius, floor)),
      part(2, polygon(-0.18, floor, 0, floor - radius + 0.05, 0.18, floor)),
    ];
  },
};
