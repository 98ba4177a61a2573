/** A form: a disc around it, outside of which nothing of it is, and how far points are from its border. */
export interface Form {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  /** Negative inside. Near the border it is the distance, elsewhere about it. */
  readonly distance: (x: number, y: number) => number;
}

/** A disc. */
export function disc(cx: number, cy: number, radius: number): Form {
  const distance = (x: number, y: number) => Math.sqrt((x - cx) ** 2 + (y - cy) ** 2) - radius;
  return { x: cx, y: cy, reach: radius, distance };
}

/** An ellipse with these half axes. */
export function ellipse(cx: number, cy: number, rx: number, ry: number): Form {
  const least = Math.min(rx, ry);
  const distance = (x: number, y: number) =>
    (Math.sqrt(((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2) - 1) * least;
  return { x: cx, y: cy, reach: Math.max(rx, ry), distance };
}

/** The border of a disc, `width` thick to either side. */
export function ring(cx: number, cy: number, radius: number, width: number): Form {
  const distance = (x: number, y: number) =>
    Math.abs(Math.sqrt((x - cx) ** 2 + (y - cy) ** 2) - radius) - width;
  return { x: cx, y: cy, reach: radius + width, distance };
}

/** A rectangle with these half sides and round corners. */
export function box(cx: number, cy: number, rx: number, ry: number, corner = 0): Form {
  const distance = (x: number, y: number) => {
    const dx = Math.abs(x - cx) - rx + corner;
    const dy = Math.abs(y - cy) - ry + corner;
    const outside = dx > 0 && dy > 0 ? Math.sqrt(dx * dx + dy * dy) : Math.max(dx, dy);
    return outside - corner;
  };
  return { x: cx, y: cy, reach: Math.hypot(rx, ry), distance };
}

/** A straight line with round ends, `width` thick to either side. */
export function line(ax: number, ay: number, bx: number, by: number, width: number): Form {
  const [ux, uy] = [bx - ax, by - ay];
  const length = ux * ux + uy * uy;
  const distance = (x: number, y: number) => {
    const t = Math.max(0, Math.min(1, ((x - ax) * ux + (y - ay) * uy) / length));
    return Math.sqrt((x - ax - t * ux) ** 2 + (y - ay - t * uy) ** 2) - width;
  };
  return { x: (ax + bx) / 2, y: (ay + by) / 2, reach: Math.sqrt(length) / 2 + width, distance };
}

/** A convex polygon, its corners x, y, x, y … clockwise as seen with y down. */
export function polygon(...corners: number[]): Form {
  const n = corners.length / 2;
  const edges = Array.from({ length: n }, (_, k) => {
    const [ax, ay] = [corners[2 * k]!, corners[2 * k + 1]!];
    const [bx, by] = [corners[(2 * k + 2) % (2 * n)]!, corners[(2 * k + 3) % (2 * n)]!];
    const length = Math.hypot(bx - ax, by - ay);
    const [nx, ny] = [(by - ay) / length, (ax - bx) / length];
    return [nx, ny, nx * ax + ny * ay] as const;
  });
  const distance = (x: number, y: number) => {
    let most = Number.NEGATIVE_INFINITY;
    for (const [nx, ny, offset] of edges) most = Math.max(most, nx * x + ny * y - offset);
    return most;
  };
  const mean = (first: number) =>
    corners.reduce((sum, value, k) => (k % 2 === first ? sum + value : sum), 0) / n;
  const [x, y] = [mean(0), mean(1)];
  let reach = 0;
  for (let k = 0; k < n; k++) {
    reach = Math.max(reach, Math.hypot(corners[2 * k]! - x, corners[2 * k + 1]! - y));
  }
  return { x, y, reach, distance };
}

/** The part of a disc above a line. */
export function dome(cx: number, cy: number, radius: number, floor: number): Form {
  const whole = disc(cx, cy, radius);
  const distance = (x: number, y: number) => Math.max(whole.distance(x, y), y - floor);
  return { ...whole, distance };
}
