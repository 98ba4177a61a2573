export { type Comparable, difference, type Expected, type Tolerance } from "./check/compare";
export {
  type ExpectOptions,
  expectClose,
  expectEqual,
  expectFinite,
  expectThat,
} from "./check/expect";
export { CheckFailure, misconception } from "./check/failure";
export {
  type Check,
  defineCheck,
  type GradeOptions,
  gradeSubmission,
  toProgramError,
} from "./check/grade";
export {
  type Award,
  defineScoring,
  type Measured,
  type Scoring,
  scoreSubmission,
  totalScore,
} from "./check/score";
export type { TableLike } from "./check/table";
export type {
  CompiledChoice,
  CompiledCourse,
  CompiledExercise,
  CompiledProgram,
  CompiledProject,
  CompiledQuizItem,
  CompiledTopic,
  CompiledTrack,
  GradeFunction,
  LessonBlock,
  ProjectScore,
  RoadmapRow,
  RowStatus,
  ScoreFunction,
} from "./compiled";
export { defineExercise, type Exercise } from "./exercise";
export {
  type ColorRole,
  defineFigure,
  type Figure,
  type FigureControl,
  type FigureControls,
  type FigureParams,
  type GraphNode,
  initialParams,
  type Mark,
  type Panel,
  type PanelAxis,
  type Point,
  type Readout,
} from "./figure";
export { type LocatedSegment, parseProgram, programUntil } from "./program";
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
