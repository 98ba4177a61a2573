import type { CompiledTrack } from "@gradus/course-kit";
import { stage } from "./stage";

/** The order of roadmap 002: five phases of one to three months, each with practice. */
export const practitioner: CompiledTrack = {
  id: "practitioner",
  title: "From beginner to practitioner",
  summary:
    "Five phases over a year: foundations, core methods, networks, advanced methods, a niche.",
  stages: [
    stage("How to study", "CRS-003 CRS-016 CRS-017 CRS-014 CRS-027 CRS-021"),
    stage(
      "Foundations: programming",
      "FND-029 DAT-001 DAT-002 DAT-005 DAT-003 DAT-004 FND-034 FND-035 SRC-004",
    ),
    stage(
      "Foundations: mathematics",
      "FND-001 FND-004 FND-005 FND-003 FND-012 FND-014 FND-015 FND-013 FND-002 FND-017 FND-019 SRC-001 SRC-002",
    ),
    stage(
      "Foundations: what learning means",
      "FND-036 FND-038 EVA-005 EVA-004 EVA-002 EVA-003 SRC-007",
    ),
    stage("First data sets", "DAT-014 PRJ-006 DAT-015 PRJ-007 DAT-016 PRJ-008 SRC-029"),
    stage("Core: regression", "SUP-001 SUP-002 SUP-004 SUP-005 SUP-006 SUP-007 SUP-025"),
    stage(
      "Core: classification",
      "SUP-003 SUP-010 SUP-011 SUP-012 SUP-013 SUP-014 SUP-015 SUP-026 SUP-028",
    ),
    stage("Core: clustering", "UNS-001 UNS-002 UNS-003 UNS-004 UNS-005"),
    stage(
      "Core: evaluation",
      "EVA-001 EVA-013 EVA-009 EVA-010 EVA-011 EVA-012 EVA-015 SRC-008 SRC-011",
    ),
    stage(
      "Networks: the basics",
      "DL-001 DL-002 DL-007 DL-006 DL-014 DL-015 DL-016 DL-018 DL-019 DL-029 DL-030 DL-031 SRC-016 SRC-023",
    ),
    stage(
      "Networks: images and sequences",
      "VIS-002 VIS-006 DAT-017 PRJ-002 DAT-018 PRJ-012 DL-023 DL-024 SRC-026",
    ),
    stage(
      "Advanced methods",
      "FEA-001 FEA-002 SUP-016 SUP-020 SUP-021 SUP-022 TS-001 REC-001 UNS-006 UNS-007 UNS-008",
    ),
    stage("Advanced practice", "EVA-016 EVA-017 EVA-018 EVA-019 DAT-020 PRJ-028"),
    stage(
      "Choose: language and vision",
      "CRS-030 NLP-001 GEN-002 NLP-017 NLP-018 VIS-001 VIS-015 VIS-020",
    ),
    stage("Choose: reinforcement learning", "RL-001 RL-003 RL-004"),
    stage("Choose: generative models", "GEN-001 GEN-017 GEN-016"),
    stage("Choose: deployment", "OPS-031 OPS-001 OPS-003 OPS-004 PRJ-013 OPS-005 OPS-006 PRJ-014"),
    stage("Share your work", "CRS-008 CRS-018 CRS-020 SRC-030 SRC-028 PRJ-029"),
  ],
};
