export type Place = readonly [x: number, y: number];

/** The bowl of the picture: z = x²/36 + y²/4, a valley that is three times as long as wide. */
const HALF_LENGTH = 6;
const HALF_WIDTH = 2;

/** The places that gradient descent takes on the bowl, which is the picture on the first page. */
export function descend(start: Place, learningRate: number, nSteps: number): readonly Place[] {
  const places: Place[] = [start];
  for (let step = 0; step < nSteps; step++) {
    const [x, y] = places.at(-1)!;
    const gradient = [(2 * x) / HALF_LENGTH ** 2, (2 * y) / HALF_WIDTH ** 2] as const;
    places.push([x - learningRate * gradient[0], y - learningRate * gradient[1]]);
  }
  return places;
}

/** Half the length and half the width of the bowl's level curve at z. */
export function levelCurve(z: number): Place {
  return [HALF_LENGTH * Math.sqrt(z), HALF_WIDTH * Math.sqrt(z)];
}
