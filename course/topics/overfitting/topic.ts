import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "overfitting",
  title: "Overfitting and underfitting",
  question:
    "Your model is right about 99 % of the customers that it learned from, and does worse on new ones than the rule “nobody leaves”. How do you see that coming, and would more customers help?",
  prerequisites: ["bias-variance", "cross-validation", "classification-metrics"],
  teaches: [
    "Explain why a training score alone proves nothing, with labels that mean nothing",
    "Count training and left-out scores by pencil, and read the gap between them",
    "Draw a validation curve and a learning curve, from scratch and with the library",
    "Say from a learning curve whether more rows would help",
    "Choose the simplest setting that is as good as the best, and see where a small gap is a leak",
  ],
  rows: ["EVA-005"],
  minutes: 50,
  sources: [
    {
      title: "Understanding deep learning requires rethinking generalization, ICLR",
      authors: "C. Zhang, S. Bengio, M. Hardt, B. Recht and O. Vinyals",
      year: 2017,
      url: "https://arxiv.org/abs/1611.03530",
    },
    {
      title: "Tree Induction vs. Logistic Regression: A Learning-Curve Analysis, JMLR 4",
      authors: "C. Perlich, F. Provost and J. S. Simonoff",
      year: 2003,
      url: "https://www.jmlr.org/papers/v4/perlich03a.html",
    },
    {
      title: "Classification and Regression Trees, section 3.4.3 (the one-standard-error rule)",
      authors: "L. Breiman, J. Friedman, R. Olshen and C. Stone",
      year: 1984,
    },
    {
      title: "The Elements of Statistical Learning, 2nd edition, chapter 7",
      authors: "T. Hastie, R. Tibshirani and J. Friedman",
      year: 2009,
      url: "https://hastie.su.domains/ElemStatLearn/",
    },
  ],
});
