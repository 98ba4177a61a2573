import { AMES_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { AMES_TYPES, type AmesSchema } from "./ames-types";
import { readDataSet } from "./read-data-set";

/**
 * 2,930 houses sold in Ames, Iowa, from 2006 to 2010: 73 features and `Sale_Price` in US dollars.
 *
 * Areas are in square feet, `Lot_Frontage` in feet. No cell is empty, but in some columns 0 stands
 * for "unknown" or "none", and `BsmtFin_SF_1` holds codes in place of areas: see datasets/ames.md.
 *
 * @see De Cock (2011), Journal of Statistics Education 19(3); from R's modeldata package (MIT).
 * @throws ValueError if the file cannot be read.
 * @roadmap DAT-016
 * @example
 * ```ts
 * const houses = await loadAmes();
 * houses.column("Sale_Price").median(); // → 160000
 * ```
 */
export function loadAmes(): Promise<DataFrame<AmesSchema>> {
  return readDataSet(AMES_URL, AMES_TYPES);
}
