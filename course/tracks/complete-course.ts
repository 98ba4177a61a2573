import type { CompiledTrack } from "@gradus/course-kit";
import { stage } from "./stage";

/** The order of roadmap 004: fifteen modules on three levels, each with a project. */
export const completeCourse: CompiledTrack = {
  id: "complete-course",
  title: "The complete course in fifteen modules",
  summary: "Three levels, from the mathematics to privacy, graphs and system design.",
  stages: [
    stage(
      "How the course works",
      "CRS-001 CRS-002 CRS-003 CRS-004 CRS-005 CRS-006 CRS-007 CRS-008 CRS-009 CRS-010 CRS-011 CRS-015",
    ),
    stage("1. What machine learning is", "FND-036 FND-037 FND-038 FND-039 FND-040"),
    stage(
      "1. Mathematics",
      "FND-001 FND-004 FND-005 FND-006 FND-007 FND-003 FND-010 FND-012 FND-013 FND-014 FND-002 FND-017 FND-019 FND-021 FND-022 FND-042 FND-023 FND-024",
    ),
    stage(
      "1. Programming and a first pipeline",
      "FND-033 FND-029 FND-035 DAT-001 DAT-002 DAT-003 DAT-004 SUP-026 DAT-005 DAT-006 FND-041",
    ),
    stage("1. Project: explore a real data set", "DAT-009 DAT-014 DAT-015 DAT-016 PRJ-024 PRJ-006"),
    stage("2. Regression", "SUP-001 SUP-002 SUP-004 SUP-005 SUP-025 SUP-007 SUP-006 SUP-008"),
    stage(
      "2. Classification",
      "SUP-003 SUP-010 SUP-011 SUP-012 SUP-014 SUP-015 SUP-020 SUP-021 SUP-022 SUP-023",
    ),
    stage(
      "2. Model evaluation",
      "EVA-001 EVA-002 EVA-003 EVA-004 EVA-007 EVA-008 EVA-009 EVA-010 EVA-011 EVA-012 EVA-015",
    ),
    stage("2. Project: spam, houses or credit", "PRJ-001 PRJ-008 PRJ-015"),
    stage(
      "3. Unsupervised learning",
      "UNS-001 UNS-002 UNS-003 UNS-005 UNS-004 UNS-006 UNS-007 UNS-008 UNS-009 UNS-017 UNS-014 UNS-015 UNS-016",
    ),
    stage("3. Project: customers or fraud", "PRJ-016 PRJ-010"),
    stage(
      "4. Data and features",
      "DAT-010 DAT-011 DAT-013 FEA-011 FEA-009 FEA-010 FEA-001 FEA-008 FEA-002 FEA-003 FEA-004 FEA-005",
    ),
    stage("4. Imbalanced data", "FEA-015 FEA-016 FEA-017 FEA-018"),
    stage("4. Project: features for credit default", "PRJ-017"),
    stage(
      "5. Neural networks",
      "DL-001 DL-002 DL-003 DL-004 DL-007 DL-009 DL-008 DL-010 DL-011 DL-012 DL-006 DL-015 DL-016 DL-017 DL-018 DL-019 DL-020 DL-022 DL-030",
    ),
    stage(
      "5. Images, sequences, attention",
      "VIS-002 VIS-006 DL-023 DL-024 DL-025 GEN-002 GEN-003 NLP-017 NLP-018",
    ),
    stage("5. Project: images or reviews", "DAT-018 PRJ-012 DAT-019 PRJ-018"),
    stage("6. Ensembles", "SUP-016 SUP-017 SUP-018 SUP-024"),
    stage("6. Reinforcement learning", "RL-001 RL-002 RL-003 RL-004 PRJ-019"),
    stage("6. Probabilistic models", "PRB-001 PRB-002 PRB-003"),
    stage("6. Graphs", "GRA-001 GRA-002 GRA-003 GRA-004 PRJ-020"),
    stage("7. Serving", "OPS-024 OPS-001 OPS-002 OPS-003 OPS-004 OPS-032 OPS-007"),
    stage(
      "7. Operations",
      "OPS-023 OPS-020 OPS-022 OPS-019 OPS-033 OPS-034 OPS-025 OPS-026 OPS-027 OPS-028 OPS-029 OPS-005 PRJ-021",
    ),
    stage("8. Language", "NLP-001 NLP-002 NLP-003 NLP-010 NLP-011 NLP-012 NLP-014 NLP-016 PRJ-022"),
    stage(
      "8. Vision",
      "VIS-001 VIS-007 VIS-008 VIS-010 VIS-014 VIS-015 VIS-017 VIS-018 VIS-019 VIS-020 PRJ-005",
    ),
    stage("8. Time series", "TS-001 TS-002 TS-003 TS-004 TS-005 PRJ-003"),
    stage("8. Generative models", "GEN-015 GEN-016 GEN-017 PRJ-023"),
    stage("9. Case studies and capstones", "CRS-012 PRJ-004"),
    stage(
      "10. Research and system design",
      "CRS-030 RES-001 RES-002 GEN-011 OPS-035 OPS-036 OPS-037 RES-011",
    ),
    stage(
      "11. Responsible machine learning",
      "RSP-001 RSP-002 RSP-003 RSP-004 RSP-005 RSP-006 RSP-007 RSP-008",
    ),
    stage(
      "12. New architectures",
      "GEN-020 GEN-022 GEN-023 RES-005 RES-006 RES-007 RES-003 RES-004 RES-008 RES-009",
    ),
    stage(
      "13. Streams and devices",
      "EDG-009 EDG-001 EDG-002 EDG-003 EDG-004 EDG-005 EDG-006 EDG-007 EDG-008",
    ),
    stage("14. Privacy", "PRV-001 PRV-002 PRV-003 PRV-004"),
    stage(
      "15. Recommendation and graphs",
      "REC-001 REC-002 REC-003 REC-004 REC-005 REC-006 GRA-005",
    ),
    stage("The end", "CRS-026"),
  ],
};
