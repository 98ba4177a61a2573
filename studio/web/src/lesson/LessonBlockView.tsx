import type { CompiledTopic, LessonBlock } from "@gradus/course-kit";
import { CodeCell } from "../cell/CodeCell";
import { ExerciseBlock } from "../exercise/ExerciseBlock";
import { FigureBlock } from "../figure/FigureBlock";
import { ProjectBlock } from "../project/ProjectBlock";
import { Quiz } from "../quiz/Quiz";
import { Html } from "./Html";

interface LessonBlockViewProps {
  readonly block: LessonBlock;
  readonly topic: CompiledTopic;
}

/** One block of a lesson. A block that names what is not there shows nothing: the compiler refuses such a topic. */
export function LessonBlockView({ block, topic }: LessonBlockViewProps) {
  switch (block.kind) {
    case "html":
      return <Html html={block.html} />;
    case "cell": {
      const program = topic.programs[block.program];
      return program && <CodeCell name={block.program} program={program} region={block.region} />;
    }
    case "figure":
      return <FigureBlock module={block.module} title={block.title} />;
    case "exercise": {
      const exercise = topic.exercises.find(({ id }) => id === block.id);
      return exercise && <ExerciseBlock exercise={exercise} />;
    }
    case "quiz":
      return <Quiz items={topic.quiz} />;
    case "project":
      return topic.project && <ProjectBlock project={topic.project} />;
  }
}
