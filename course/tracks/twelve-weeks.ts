import type { CompiledTrack } from "@gradus/course-kit";
import { stage } from "./stage";

/** The order of roadmap 001: three months, week by week, each with practice. */
export const twelveWeeks: CompiledTrack = {
  id: "twelve-weeks",
  title: "Twelve weeks to an end-to-end system",
  summary: "Three months with a theme and practice for every week, ending in a system that runs.",
  stages: [
    stage("How to use the weeks", "CRS-003 CRS-013 CRS-014 CRS-008"),
    stage(
      "Week 1: linear algebra and statistics",
      "FND-001 FND-004 FND-005 FND-003 FND-011 FND-013 FND-015 FND-027 FND-028",
    ),
    stage(
      "Week 2: calculus and optimization",
      "FND-002 FND-017 FND-018 FND-023 FND-042 DL-014 DL-015 DL-016 DL-017 FND-026 FND-025",
    ),
    stage(
      "Week 3: programming for machine learning",
      "FND-029 FND-032 DAT-001 DAT-002 DAT-005 DAT-006 DAT-003 DAT-004 DAT-007 DAT-008",
    ),
    stage(
      "Week 4: exploring and cleaning data",
      "DAT-009 DAT-010 DAT-011 DAT-013 DAT-012 FEA-001 FEA-009 PRJ-024",
    ),
    stage(
      "Week 5: supervised learning",
      "SUP-001 SUP-002 SUP-004 SUP-006 SUP-007 SUP-025 SUP-003 SUP-010 SUP-014 SUP-015 SUP-026 SUP-028 SUP-029 SRC-007 SRC-008 SRC-009",
    ),
    stage(
      "Week 6: evaluation and tuning",
      "EVA-001 EVA-005 EVA-003 EVA-016 EVA-017 EVA-007 EVA-008 EVA-010 EVA-011 EVA-012 EVA-020",
    ),
    stage(
      "Week 7: unsupervised learning",
      "UNS-001 UNS-002 UNS-003 UNS-004 UNS-005 UNS-006 UNS-007 UNS-008 UNS-018 UNS-019",
    ),
    stage(
      "Week 8: selecting and making features",
      "FEA-002 FEA-006 FEA-007 FEA-014 FEA-011 FEA-012 FEA-013 NLP-009 FEA-019",
    ),
    stage(
      "Week 9: neural networks",
      "DL-001 DL-002 DL-003 DL-004 DL-007 DL-005 DL-006 DL-030 DL-031 DL-032 DAT-017 DL-033 SRC-022 SRC-023",
    ),
    stage(
      "Week 10: convolutional networks",
      "VIS-002 VIS-003 VIS-004 DL-018 DL-019 VIS-006 VIS-009 VIS-010 VIS-013 DAT-018 VIS-023 VIS-024 SRC-017",
    ),
    stage(
      "Week 11: deployment",
      "OPS-001 OPS-013 OPS-014 OPS-015 OPS-016 OPS-002 OPS-003 OPS-004 OPS-005 OPS-031 OPS-019 OPS-020 OPS-021",
    ),
    stage(
      "Week 12: an end-to-end system",
      "PRJ-011 OPS-038 PRJ-004 REC-001 PRJ-009 PRJ-010 OPS-009 PRJ-028",
    ),
  ],
};
