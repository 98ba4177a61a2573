import type { ProfileData } from "../types";
import { columnsSection } from "./columns";
import { overview } from "./facts";
import { html, type Markup } from "./markup";
import { missingSection, relationsSection, targetSection, warningsSection } from "./sections";
import { STYLE } from "./style";

/** The report as one HTML file. */
export function reportHTML(data: ProfileData): string {
  const style: Markup = { markup: STYLE };
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${data.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<header><h1>${data.title}</h1><p>${overview(data)}</p></header>
${warningsSection(data)}
${columnsSection(data)}
${missingSection(data)}
${targetSection(data)}
${relationsSection(data)}
<footer>Quartiles by linear interpolation; std with n − 1; skewness and kurtosis corrected for the sample's size. Outliers lie more than 1.5 interquartile ranges outside the quartiles. Correlations are over the rows that have both values. Missing values are left out of every number.</footer>
</main>
</body>
</html>
`;
  return page.markup;
}
