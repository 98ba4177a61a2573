import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "data-visualization",
  title: "Data visualization",
  question:
    "Two charts of the same house prices: in one they collapse, in the other they hardly move. Which one lies?",
  prerequisites: ["exploratory-data-analysis"],
  teaches: [
    "Choose a chart by the question it has to answer",
    "Rank position, length, area and colour by how well people read them",
    "Measure how far a chart exaggerates, with Tufte's lie factor",
    "Recognise cut axes, second axes, areas for lengths, rainbows and hidden points",
    "Pick colours that survive colour blindness and grey printing",
    "Show groups side by side, label directly, and draw uncertainty",
  ],
  rows: ["DAT-006"],
  minutes: 55,
  sources: [
    {
      title:
        "Graphical Perception: Theory, Experimentation, and Application to the Development of Graphical Methods, JASA 79(387)",
      authors: "W. S. Cleveland and R. McGill",
      year: 1984,
      url: "https://doi.org/10.1080/01621459.1984.10478080",
    },
    { title: "The Visual Display of Quantitative Information", authors: "E. R. Tufte", year: 1983 },
    {
      title:
        "Color Universal Design: how to make figures and presentations that are friendly to colorblind people",
      authors: "M. Okabe and K. Ito",
      year: 2008,
      url: "https://jfly.uni-koeln.de/color/",
    },
    {
      title:
        "A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15(6)",
      authors: "G. M. Machado, M. M. Oliveira and L. A. F. Fernandes",
      year: 2009,
      url: "https://doi.org/10.1109/TVCG.2009.113",
    },
    {
      title: "Rainbow Color Map (Still) Considered Harmful, IEEE CG&A 27(2)",
      authors: "D. Borland and R. M. Taylor",
      year: 2007,
      url: "https://doi.org/10.1109/MCG.2007.323435",
    },
  ],
  project: "basic-plots",
});
