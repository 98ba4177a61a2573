import { defineFigure, type Point } from "@gradus/course-kit";
import { apart, click, everywhere, links, pages, type Readers } from "../glossary";

const MOST_CLICKS = 60;
const SHARES = [0, 62] as const; // percent
const CHANGE = [1e-6, 2] as const;
const repaired = { ...links, Protocol: ["TCP", "HTTP"] };

/** The twelve pages with the most readers where 85 % of the clicks follow a link, from the top. */
const shown = [
  "Protocol",
  "TCP",
  "URL",
  "Web",
  "HTTP",
  "Browser",
  "Hyperlink",
  "TLS",
  "Domain name",
  "HTML",
  "Internet",
  "URI",
].map((page) => pages.indexOf(page));

export default defineFigure({
  id: "readers",
  title: "Where the readers are",
  caption:
    "Let everybody click, again and again. With 85 % of the clicks on links the bars soon stand still. Let all clicks follow links, and Protocol and TCP take everything, without ever coming to rest. Then add the one link.",
  controls: {
    clicks: { kind: "slider", label: "Clicks", min: 0, max: MOST_CLICKS, step: 1, value: 10 },
    follow: {
      kind: "slider",
      label: "Clicks that follow a link",
      min: 0,
      max: 100,
      step: 5,
      value: 85,
      unit: "%",
    },
    repaired: { kind: "toggle", label: "Protocol links to HTTP as well", value: false },
  },

  model: ({ clicks, follow, repaired: more }) => {
    const states: Readers[] = [everywhere];
    while (states.length <= MOST_CLICKS + 1) {
      states.push(click(states.at(-1)!, follow / 100, more ? repaired : links));
    }
    const changes = states.slice(1).map((state, i) => apart(state, states[i]!));
    return { readers: states[clicks]!, changes };
  },

  view: ({ readers, changes }, { clicks }) => ({
    panels: [
      {
        title: "Twelve of the twenty pages",
        x: { label: "Share of the readers (%)", domain: SHARES },
        y: { label: "Page", domain: [0, shown.length], hidden: true },
        marks: [
          {
            kind: "rects",
            rects: shown.map((page, i): [Point, Point] => [
              [0, shown.length - i - 0.88],
              [100 * readers[page]!, shown.length - i - 0.12],
            ]),
            role: "model",
            opacity: 0.35,
          },
          ...shown.map((page, i) => ({
            kind: "text" as const,
            at: [100 * readers[page]! + 1, shown.length - i - 0.5] as const,
            text: `${pages[page]} ${(100 * readers[page]!).toFixed(1)}`,
          })),
        ],
      },
      {
        title: "How much the next click changes",
        x: { label: "Clicks", domain: [0, MOST_CLICKS] },
        y: { label: "Sum of all changes", domain: CHANGE, scale: "log" },
        marks: [
          { kind: "line", points: visible(changes), role: "second", width: 2 },
          {
            kind: "points",
            points: visible(changes).filter(([at]) => at === clicks),
            role: "accent",
            radius: 5,
          },
        ],
      },
    ],
    readouts: [
      {
        label: "Most readers",
        value: clicks === 0 ? "all alike" : pages[first(readers)]!,
        role: "model",
      },
      {
        label: "On Protocol and TCP",
        value: `${(100 * trapped(readers)).toFixed(0)} %`,
        role: "model",
      },
      { label: "Next change", value: changeText(changes[clicks]!), role: "second" },
    ],
  }),

  describe: ({ readers, changes }, { clicks, follow, repaired: more }) => {
    const best = first(readers);
    const most = `${pages[best]} has the most readers, ${(100 * readers[best]!).toFixed(1)} %`;
    const rest =
      changes[clicks]! < 1e-3
        ? "The next click hardly changes anything: the readers have settled."
        : `The next click still changes the shares by ${changeText(changes[clicks]!)} in sum.`;
    return (
      `After ${clicks} clicks, of which ${follow} % follow a link${more ? ", with a link from Protocol to HTTP" : ""}: ` +
      `${clicks === 0 ? "all pages have the same share, 5 %" : most}. ` +
      `Protocol and TCP together hold ${(100 * trapped(readers)).toFixed(0)} %. ${rest}`
    );
  },
});

function first(readers: Readers): number {
  return readers.indexOf(Math.max(...readers));
}

function trapped(readers: Readers): number {
  return readers[pages.indexOf("Protocol")]! + readers[pages.indexOf("TCP")]!;
}

/** The changes that a logarithmic axis can show. */
function visible(changes: readonly number[]): Point[] {
  return changes
    .slice(0, MOST_CLICKS + 1)
    .map((change, i): Point => [i, change])
    .filter(([, change]) => change >= CHANGE[0]);
}

function changeText(change: number): string {
  return change < 1e-6 ? "below 0.000001" : Number(change.toPrecision(2)).toString();
}
