const names: Readonly<Record<string, string>> = {
  supervised: "Supervised learning",
  unsupervised: "Unsupervised learning",
  features: "Features",
  "deep-learning": "Deep learning",
  nlp: "Natural language",
  vision: "Computer vision",
  generative: "Generative models",
  "genai-engineering": "Engineering with generative models",
  mlops: "Production",
  recsys: "Recommender systems",
  rl: "Reinforcement learning",
  "time-series": "Time series",
  graph: "Graphs",
  privacy: "Privacy",
  responsible: "Responsible learning",
  "edge-streaming": "Edge and streams",
};

/** An area of the roadmaps as a heading; where it has no longer name, its own word. */
export function areaName(area: string): string {
  return names[area] ?? area.charAt(0).toUpperCase() + area.slice(1).replaceAll("-", " ");
}
