import type { Chart } from "@gradus/plot";
import { distributions } from "./distributions";
import { fields } from "./fields";

/** Every kind of chart that there is, by a heading and a name. */
export const galleries: Readonly<Record<string, Readonly<Record<string, () => Chart>>>> = {
  "Amounts and distributions": distributions,
  "Matrices, heights and images": fields,
};
