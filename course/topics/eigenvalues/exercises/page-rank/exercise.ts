import { defineExercise } from "@gradus/course-kit";

export default defineExercise({
  id: "page-rank",
  title: "PageRank",
  prompt: `
Write \`pageRank(links, follow, clicks)\`. \`links[j]\` lists the pages to which page $j$ links. Readers start on all pages alike.
At every click, the share \`follow\` of the readers of a page takes one of its links, each with the same chance; the others open
any of the $n$ pages. On a page without links **all** its readers open any page. Return the share of the readers on each page
after \`clicks\` clicks, as a list of numbers that add up to 1.`,
  hints: [
    "Keep a list `readers`, at first `1 / n` for every page. A click makes a new list `next` from it, which starts with zeros.",
    "Page $j$ gives `follow * readers[j] / links[j].length` to each page in `links[j]`, and `(1 - follow) * readers[j] / n` to every page.",
    "For a page without links, let it link to all pages: `const targets = links[j].length > 0 ? links[j] : everyPage`.",
  ],
  misconceptions: {
    "dead-ends-leak":
      "The shares add up to less than 1: readers of a page without links vanish. Let them open any page.",
    "links-uncounted":
      "A page passes all its readers on along each of its links, so it hands out more than it has. Divide by the number of its links.",
    backwards:
      "Your readers walk the links backwards: pages that link a lot win. Page j gives to the pages in links[j].",
    "nobody-jumps":
      "All your readers follow links. Only the share `follow` does; the others open any page.",
  },
});
