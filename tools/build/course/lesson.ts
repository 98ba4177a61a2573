import type { CompiledProgram, LessonBlock } from "@gradus/course-kit";
import type { RootContent } from "mdast";
import type { LeafDirective } from "mdast-util-directive";
import { visit } from "unist-util-visit";
import { ContentError, missing } from "./content-error";
import { parseMarkdown, renderNodes, slug, textOf } from "./markdown";

/** What the directives of a lesson may name. */
export interface LessonParts {
  /** Programs by their path within the topic, such as "demos/houses.ts". */
  readonly programs: ReadonlyMap<string, CompiledProgram>;
  /** Compiled figures by id. */
  readonly figures: ReadonlyMap<string, { readonly title: string; readonly module: string }>;
  readonly exercises: ReadonlySet<string>;
  readonly hasQuiz: boolean;
  readonly project: string | undefined;
  /** Ids of all topics, which links may lead to. */
  readonly topics: ReadonlySet<string>;
}

export interface CompiledLesson {
  readonly blocks: readonly LessonBlock[];
  readonly headings: readonly {
    readonly id: string;
    readonly text: string;
    readonly depth: 2 | 3;
  }[];
}

/**
 * Compiles `lesson.md`: prose becomes HTML, directives become blocks.
 *
 * @throws ContentError with file and line for a directive that names what is not there, for a part of the
 *   topic that the lesson does not show or shows twice, and for headings and links that do not resolve.
 */
export function compileLesson(source: string, file: string, parts: LessonParts): CompiledLesson {
  const tree = parseMarkdown(source);
  const headings = findHeadings(tree.children, file);
  checkLinks(tree.children, file, { headings: new Set(headings.map((h) => h.id)), ...parts });
  const blocks: LessonBlock[] = [];
  const seen = new Map<string, number>();
  let prose: RootContent[] = [];
  const flush = () => {
    if (prose.length > 0) blocks.push({ kind: "html", html: renderNodes(prose, file) });
    prose = [];
  };
  for (const node of tree.children) {
    if (node.type !== "leafDirective") {
      prose.push(node);
      continue;
    }
    flush();
    const line = node.position!.start.line;
    const block = readDirective(node, file, parts);
    const key = blockKey(block);
    if (seen.has(key))
      throw new ContentError(file, line, `${key} is shown twice, first in line ${seen.get(key)}`);
    seen.set(key, line);
    blocks.push(block);
  }
  flush();
  for (const key of allKeys(parts)) {
    if (!seen.has(key)) throw new ContentError(file, undefined, `${key} is never shown`);
  }
  return { blocks, headings };
}

function readDirective(node: LeafDirective, file: string, parts: LessonParts): LessonBlock {
  const line = node.position!.start.line;
  const refuse = (message: string): never => {
    throw new ContentError(file, line, message);
  };
  const attributes = Object.entries(node.attributes ?? {});
  /** `::figure{loss-surface}`: one attribute without a value, whose name is the id. */
  const onlyName = (): string => {
    const [first] = attributes;
    if (!first || attributes.length > 1 || first[1] !== "")
      return refuse(`::${node.name} takes one name, such as ::${node.name}{some-name}`);
    return first[0];
  };
  switch (node.name) {
    case "run": {
      const [program, region] = (node.attributes?.src ?? "").split("#");
      if (!program || !region) return refuse('::run needs src="demos/file.ts#region"');
      const found = parts.programs.get(program);
      if (!found) return refuse(missing("program", program, parts.programs.keys()));
      const regions = found.segments.flatMap((segment) => segment.region ?? []);
      if (!regions.includes(region)) return refuse(missing("region", region, regions));
      return { kind: "cell", program, region };
    }
    case "figure": {
      const id = onlyName();
      const figure = parts.figures.get(id);
      if (!figure) return refuse(missing("figure", id, parts.figures.keys()));
      return { kind: "figure", id, title: figure.title, module: figure.module };
    }
    case "exercise": {
      const id = onlyName();
      if (!parts.exercises.has(id)) return refuse(missing("exercise", id, parts.exercises));
      return { kind: "exercise", id };
    }
    case "quiz":
      return parts.hasQuiz ? { kind: "quiz" } : refuse("the topic has no quiz.ts");
    case "project":
      return parts.project ? { kind: "project" } : refuse("topic.ts names no project");
    default:
      return refuse(
        missing("directive", `::${node.name}`, [
          "::run",
          "::figure",
          "::exercise",
          "::quiz",
          "::project",
        ]),
      );
  }
}

function blockKey(block: LessonBlock): string {
  if (block.kind === "cell") return `cell ${block.program}#${block.region}`;
  return "id" in block ? `${block.kind} ${block.id}` : block.kind;
}

function* allKeys({ programs, figures, exercises, hasQuiz, project }: LessonParts) {
  for (const [path, program] of programs)
    for (const { region } of program.segments) if (region) yield `cell ${path}#${region}`;
  for (const id of figures.keys()) yield `figure ${id}`;
  for (const id of exercises) yield `exercise ${id}`;
  if (hasQuiz) yield "quiz";
  if (project) yield "project";
}

function findHeadings(nodes: readonly RootContent[], file: string): CompiledLesson["headings"] {
  const found: { id: string; text: string; depth: 2 | 3 }[] = [];
  for (const node of nodes) {
    if (node.type !== "heading") continue;
    const { line } = node.position!.start;
    const { depth } = node;
    if (depth !== 2 && depth !== 3)
      throw new ContentError(file, line, "headings are ## or ###: the title comes from topic.ts");
    const id = slug(node);
    if (id === "" || found.some((heading) => heading.id === id))
      throw new ContentError(file, line, `heading "${textOf(node)}" is empty or there twice`);
    found.push({ id, text: textOf(node), depth });
  }
  return found;
}

function checkLinks(
  nodes: readonly RootContent[],
  file: string,
  known: { readonly headings: ReadonlySet<string>; readonly topics: ReadonlySet<string> },
): void {
  visit({ type: "root", children: [...nodes] }, "link", ({ url, position }) => {
    const refuse = (message: string): never => {
      throw new ContentError(file, position?.start.line, message);
    };
    const topic = /^\/topics\/([^#]+)$/.exec(url)?.[1];
    if (topic !== undefined) {
      if (!known.topics.has(topic)) refuse(missing("topic", topic, known.topics));
    } else if (url.startsWith("#")) {
      if (!known.headings.has(url.slice(1))) refuse(missing("heading", url, known.headings));
    } else if (!/^https:\/\/[^/]+\.[^/]+/.test(url)) {
      refuse(`a link leads to https://…, #heading or /topics/id, got ${url}`);
    }
  });
}
