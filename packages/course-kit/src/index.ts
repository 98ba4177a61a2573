export type {
  CompiledChoice,
  CompiledCourse,
  CompiledExercise,
  CompiledProgram,
  CompiledProject,
  CompiledQuizItem,
  CompiledTopic,
  CompiledTrack,
  LessonBlock,
  ProjectScore,
  RoadmapRow,
  RowStatus,
} from "./compiled";
export { defineExercise, type Exercise } from "./exercise";
export {
  type ColorRole,
  defineFigure,
  type Figure,
  type FigureControl,
  type FigureControls,
  type FigureParams,
  initialParams,
  type Mark,
  type Panel,
  type PanelAxis,
  type Point,
  type Readout,
} from "./figure";
export { type CriterionResult, defineProject, type Project, type RubricCriterion } from "./project";
export {
  type ChoiceItem,
  defineQuiz,
  type NumericItem,
  type OrderItem,
  type OutputItem,
  type QuizChoice,
  type QuizItem,
} from "./quiz";
export type { CodePosition, Outcome, ProgramError, RunMessage } from "./run-message";
export { defineTopic, type Source, type Topic } from "./topic";
