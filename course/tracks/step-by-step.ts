import type { CompiledTrack } from "@gradus/course-kit";
import { stage } from "./stage";

/** The order of roadmap 000: prerequisites, core learning, networks, then deployment and a specialty. */
export const stepByStep: CompiledTrack = {
  id: "step-by-step",
  title: "Step by step to deployed models",
  summary:
    "Five phases from school mathematics to models in production, with one specialty at the end.",
  stages: [
    stage("Before you start", "CRS-015 CRS-003 CRS-027"),
    stage("Linear algebra", "FND-001 FND-004 FND-005 FND-007 FND-008 SRC-001"),
    stage("Probability and statistics", "FND-003 FND-012 FND-013 FND-014 FND-016 SRC-002"),
    stage("Calculus", "FND-002 FND-017 FND-018 FND-023 SRC-003"),
    stage(
      "Programming and its libraries",
      "FND-029 FND-030 FND-031 DAT-001 DAT-002 DAT-006 DAT-003 DAT-004 SRC-004 SRC-005 SRC-006",
    ),
    stage("What machine learning is", "FND-038 SUP-001 UNS-001 RL-001 SRC-007 SRC-008"),
    stage("Regression", "SUP-002 SUP-004 SUP-005 SUP-009"),
    stage(
      "Classification",
      "SUP-003 SUP-010 SUP-011 SUP-012 SUP-015 SUP-021 SUP-026 SRC-009 SRC-010",
    ),
    stage("Clustering", "UNS-002 UNS-003 UNS-004 UNS-005"),
    stage("Fewer dimensions", "UNS-006 UNS-007 UNS-008 UNS-009 SRC-011"),
    stage(
      "Judging a model",
      "EVA-001 EVA-007 EVA-006 EVA-009 EVA-010 EVA-011 EVA-012 EVA-013 EVA-014 SRC-012",
    ),
    stage("Improving a model", "EVA-003 EVA-016 EVA-017 EVA-018 FEA-001 FEA-002"),
    stage("Neural networks", "DL-001 DL-002 DL-003 DL-007 DL-005 DL-006 DL-014 SRC-013 SRC-014"),
    stage(
      "Deep learning frameworks and families",
      "DL-030 DL-031 DL-029 VIS-002 DL-023 GEN-002 SRC-015 SRC-017",
    ),
    stage(
      "Deployment",
      "OPS-001 OPS-003 OPS-004 OPS-005 OPS-007 OPS-008 OPS-034 OPS-009 SRC-018 SRC-019",
    ),
    stage(
      "Choose: language",
      "CRS-030 NLP-001 NLP-003 NLP-011 NLP-017 NLP-018 NLP-014 NLP-015 NLP-019 SRC-020",
    ),
    stage("Choose: vision", "VIS-001 VIS-014 VIS-015 VIS-017 VIS-018 VIS-019 VIS-021 SRC-021"),
    stage("Choose: reinforcement learning", "RL-003 RL-004"),
    stage(
      "Projects and a portfolio",
      "CRS-008 PRJ-001 PRJ-002 PRJ-003 TS-001 PRJ-004 PRJ-005 CRS-019 SRC-027 SRC-029",
    ),
    stage("Keep going", "PRJ-028 PRJ-029 RES-010 CRS-029 CRS-021 SRC-028 CRS-028"),
  ],
};
