// #region links
const links: Record<string, string[]> = {
  API: ["URL"],
  Browser: ["Hyperlink", "User agent", "Web"],
  CSS: ["Browser", "HTML", "JavaScript"],
  DOM: ["API", "Browser", "HTML", "Web"],
  "Domain name": ["Internet", "URL"],
  HTML: ["Browser", "Server", "W3C", "Web"],
  HTTP: ["Protocol", "TLS", "URI", "Web"],
  HTTPS: ["HTTP", "TLS"],
  Hyperlink: [],
  Internet: ["Protocol", "TCP"],
  JavaScript: ["API", "DOM", "HTTP", "Server"],
  Protocol: ["TCP"],
  Server: ["API", "HTML", "Protocol"],
  TCP: ["Protocol"],
  TLS: ["HTTPS", "Protocol"],
  URI: ["URL"],
  URL: ["Browser", "Domain name", "HTTP"],
  "User agent": ["Browser", "HTTP", "JavaScript", "Web"],
  W3C: ["Web"],
  Web: ["Browser", "HTML", "HTTP", "Hyperlink", "Internet", "Server", "URI", "URL", "W3C"],
};
const pages = Object.keys(links);
const n = pages.length;

const incoming = (page: string) => pages.filter((from) => links[from]!.includes(page)).length;
const byLinks = [...pages].sort((a, b) => incoming(b) - incoming(a));
for (const page of byLinks.slice(0, 6)) console.log(incoming(page), "links lead to", page);
console.log(incoming("TCP"), "links lead to TCP");

// #endregion

// #region matrix
import { type Tensor, tensor } from "@gradus/tensor";

/** Column j spreads the readers of page j over the pages that it links to, alike. */
function clickMatrix(graph: Record<string, string[]>): Tensor {
  const rows = pages.map((to) =>
    pages.map((from) => {
      const targets = graph[from]!.length > 0 ? graph[from]! : pages; // a dead end: any page
      return targets.includes(to) ? 1 / targets.length : 0;
    }),
  );
  return tensor(rows);
}

const M = clickMatrix(links);
console.log("shape", M.shape, "and every column adds up to", M.sum(0).min().item());

// #endregion

// #region never-settles
import { full } from "@gradus/tensor";

const share = (x: Tensor, page: string) =>
  `${page} ${(100 * x.at(pages.indexOf(page)).item()).toFixed(1)} %`;

let x = full(n, 1 / n); // readers everywhere alike
for (let step = 1; step <= 201; step++) {
  x = M.matmul(x);
  if (step >= 199) console.log(step, share(x, "Protocol"), share(x, "TCP"), share(x, "Browser"));
}

// #endregion

// #region trap
import { eigvals } from "@gradus/tensor";

function largest(A: Tensor, count: number): string[] {
  const { real, imaginary } = eigvals(A);
  const values = pages.map((_, i) => [real.at(i).item(), imaginary.at(i).item()] as const);
  values.sort((p, q) => Math.hypot(...q) - Math.hypot(...p));
  return values
    .slice(0, count)
    .map(([re, im]) => re.toFixed(3) + (im === 0 ? "" : ` + ${im.toFixed(3)}i`));
}

console.log("the three largest eigenvalues of M:", largest(M, 3).join(", "));
// #endregion

// #region page-rank
const follow = 0.85; // of the clicks; the others open any page

function pageRank(A: Tensor): Tensor {
  let x = full(n, 1 / n);
  for (let step = 1; step <= 200; step++) {
    const next = A.matmul(x)
      .mul(follow)
      .add((1 - follow) / n);
    const change = next.sub(x).abs().sum().item();
    x = next;
    if (step % 10 === 0) console.log("step", step, "change", change.toExponential(1));
    if (change < 1e-6) break;
  }
  return x;
}

const rank = pageRank(M);
const top = (rank: Tensor) =>
  [...pages].sort((a, b) => rank.at(pages.indexOf(b)).item() - rank.at(pages.indexOf(a)).item());
for (const page of top(rank).slice(0, 6)) console.log(share(rank, page));

// #endregion

// #region eigenvector
import { eig } from "@gradus/tensor";

const G = M.mul(follow).add((1 - follow) / n);
const { values, vectors } = eig(G);
const one = values.real.argmax().item(); // the largest real one is 1
const v = vectors.real.slice(null, one);
const settled = v.div(v.sum()); // shares add up to 1
console.log(
  "largest difference to the iteration:",
  settled.sub(rank).abs().max().item().toExponential(0),
);
console.log("the three largest eigenvalues of G:", largest(G, 3).join(", "));
// #endregion

// #region one-link
const repaired = { ...links, Protocol: ["TCP", "HTTP"] };
const better = pageRank(clickMatrix(repaired));
for (const page of top(better).slice(0, 6)) console.log(share(better, page));
// #endregion
