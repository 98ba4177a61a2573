// The flippers of loadPenguins as counts, for the figure; a test compares them with the table.

/** Flipper length in millimetres, and how many have it: Adélie and chinstrap penguins, and gentoos. */
export const flippers: readonly (readonly [mm: number, others: number, gentoos: number])[] = [
  [172, 1, 0],
  [174, 1, 0],
  [176, 1, 0],
  [178, 4, 0],
  [179, 1, 0],
  [180, 5, 0],
  [181, 7, 0],
  [182, 3, 0],
  [183, 2, 0],
  [184, 7, 0],
  [185, 9, 0],
  [186, 7, 0],
  [187, 16, 0],
  [188, 6, 0],
  [189, 7, 0],
  [190, 22, 0],
  [191, 13, 0],
  [192, 7, 0],
  [193, 15, 0],
  [194, 5, 0],
  [195, 17, 0],
  [196, 10, 0],
  [197, 10, 0],
  [198, 8, 0],
  [199, 6, 0],
  [200, 4, 0],
  [201, 6, 0],
  [202, 4, 0],
  [203, 4, 1],
  [205, 3, 0],
  [206, 1, 0],
  [207, 1, 1],
  [208, 1, 7],
  [209, 0, 5],
  [210, 4, 10],
  [211, 0, 2],
  [212, 1, 6],
  [213, 0, 6],
  [214, 0, 6],
  [215, 0, 12],
  [216, 0, 8],
  [217, 0, 6],
  [218, 0, 5],
  [219, 0, 5],
  [220, 0, 8],
  [221, 0, 5],
  [222, 0, 6],
  [223, 0, 2],
  [224, 0, 3],
  [225, 0, 4],
  [226, 0, 1],
  [228, 0, 4],
  [229, 0, 2],
  [230, 0, 7],
  [231, 0, 1],
];

/** How many of both kinds are in each bin of a width, from 170 mm on. */
export function binned(width: number): { low: number; others: number; gentoos: number }[] {
  const bins = Array.from({ length: Math.ceil(62 / width) }, (_, i) => ({
    low: 170 + i * width,
    others: 0,
    gentoos: 0,
  }));
  for (const [mm, others, gentoos] of flippers) {
    const bin = bins[Math.floor((mm - 170) / width)]!;
    bin.others += others;
    bin.gentoos += gentoos;
  }
  return bins;
}

/** How often heights go up and come down again. */
export function humps(heights: readonly number[]): number {
  const steps = [0, ...heights, 0];
  let [count, rising] = [0, false];
  for (let i = 1; i < steps.length; i++) {
    if (steps[i]! > steps[i - 1]!) rising = true;
    if (rising && steps[i]! < steps[i - 1]!) {
      count++;
      rising = false;
    }
  }
  return count;
}
