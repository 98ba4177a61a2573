import type { CompiledTrack } from "@gradus/course-kit";
import { stage } from "./stage";

/** The order of roadmap 003: classic foundations, then language, vision, generative models, operations. */
export const generative: CompiledTrack = {
  id: "generative",
  title: "From foundations to generative models",
  summary: "Eight parts that end with large language models, image generation and running them.",
  stages: [
    stage("Finding your way", "CRS-025 CRS-013 CRS-015"),
    stage("Linear algebra", "FND-001 FND-004 FND-005 FND-007 FND-009"),
    stage("Calculus", "FND-002 FND-017 FND-019 FND-020 FND-018"),
    stage("Probability and statistics", "FND-003 FND-012 FND-013 FND-016 FND-014 FND-015"),
    stage("Programming", "FND-029 FND-030 DAT-005 DAT-002 DAT-001 DAT-006 DAT-003 DAT-004"),
    stage("Ideas of classic machine learning", "EVA-004 EVA-005 EVA-003 EVA-001 FEA-001 FEA-002"),
    stage(
      "Supervised learning",
      "SUP-001 SUP-002 SUP-004 SUP-005 SUP-006 SUP-007 SUP-025 SUP-003 SUP-010 SUP-011 SUP-012",
    ),
    stage("Trees and boosting", "SUP-014 SUP-015 SUP-018 SUP-019 SUP-020 SUP-021 SUP-022 SUP-023"),
    stage(
      "Unsupervised learning",
      "UNS-001 UNS-002 UNS-003 UNS-005 UNS-004 UNS-006 UNS-007 UNS-008 UNS-010 UNS-009 UNS-011 UNS-012 UNS-013",
    ),
    stage("Libraries of classic learning", "SUP-026 SUP-027"),
    stage(
      "Neural networks",
      "DL-001 DL-003 DL-004 DL-005 DL-007 DL-008 DL-009 DL-010 DL-006 DL-012 EVA-006 DL-013",
    ),
    stage(
      "Training them",
      "FND-023 DL-015 DL-016 DL-017 DL-018 DL-019 DL-020 DL-021 DL-029 DL-030 DL-031",
    ),
    stage(
      "Language before transformers",
      "NLP-001 NLP-003 NLP-004 NLP-005 NLP-006 NLP-007 NLP-008 NLP-009 NLP-010 NLP-011 NLP-012 NLP-013",
    ),
    stage("Sequence models", "DL-023 DL-024 DL-025 DL-026 DL-027 DL-028"),
    stage(
      "Vision: networks",
      "VIS-001 VIS-002 VIS-003 VIS-004 VIS-005 VIS-006 VIS-007 VIS-008 VIS-009 VIS-010 VIS-011 VIS-012",
    ),
    stage("Vision: tasks and libraries", "VIS-014 VIS-015 VIS-016 VIS-019 VIS-021 VIS-022"),
    stage("Generative models", "GEN-001 GEN-025 GEN-024 GEN-026"),
    stage(
      "Large language models",
      "GEN-011 GEN-002 GEN-004 GEN-005 GEN-006 NLP-017 GEN-007 NLP-018 GEN-008 GEN-009 GEN-010 GEN-012 GEN-013 GEN-014",
    ),
    stage(
      "Image generation",
      "GEN-015 GEN-016 GEN-017 GEN-018 GEN-019 GEN-020 GEN-022 GEN-021 GEN-023",
    ),
    stage("Prompting", "GAI-001 GAI-002 GAI-003 GAI-004 GAI-017"),
    stage("Retrieval", "GAI-005 GAI-006 GAI-007 GAI-008 GAI-009"),
    stage(
      "Fine-tuning and orchestration",
      "GAI-010 GAI-011 GAI-012 GAI-013 GAI-014 GAI-015 GAI-016",
    ),
    stage("Serving models", "OPS-001 OPS-004 OPS-003 OPS-017 OPS-018 OPS-032 OPS-007 OPS-008"),
    stage("Tracking and the cloud", "OPS-030 OPS-020 OPS-022 OPS-009 OPS-010 OPS-011 OPS-012"),
    stage("Projects", "PRJ-008 PRJ-025 NLP-014 PRJ-018 PRJ-026 PRJ-027"),
    stage("Reading and taking part", "SRC-008 SRC-024 SRC-025 CRS-022 CRS-023 CRS-024"),
  ],
};
