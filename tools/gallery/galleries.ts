import type { Chart } from "@gradus/plot";
import { distributions } from "./distributions";
import { fields } from "./fields";
import { models } from "./models";
import { relations } from "./relations";

/** Every kind of chart that there is, by a heading and a name. */
export const galleries: Readonly<Record<string, Readonly<Record<string, () => Chart>>>> = {
  "Amounts and distributions": distributions,
  "Matrices, heights and images": fields,
  "How columns go together": relations,
  "What models do": models,
};
