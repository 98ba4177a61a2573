/** Kernels for networks: softmax and losses, dropout, what follows a matrix product. */
export interface NetworkKernels {
  softmaxForward(
    double: boolean,
    logarithm: boolean,
    rows: number,
    length: number,
    x: number,
    out: number,
  ): void;
  softmaxBackward(
    double: boolean,
    logarithm: boolean,
    rows: number,
    length: number,
    y: number,
    g: number,
    out: number,
  ): void;
  crossEntropyForward(
    double: boolean,
    rows: number,
    classes: number,
    x: number,
    targets: number,
    weight: number,
    ignore: number,
    smoothing: number,
    losses: number,
    lse: number,
    totals: number,
  ): void;
  crossEntropyBackward(
    double: boolean,
    rows: number,
    classes: number,
    x: number,
    targets: number,
    weight: number,
    ignore: number,
    smoothing: number,
    lse: number,
    g: number,
    stepG: number,
    scale: number,
    out: number,
  ): void;
  pairLoss(
    op: number,
    double: boolean,
    n: number,
    parameter: number,
    x: number,
    target: number,
    out: number,
  ): void;
  pairLossBackward(
    op: number,
    double: boolean,
    n: number,
    parameter: number,
    x: number,
    target: number,
    g: number,
    stepG: number,
    scale: number,
    out: number,
  ): void;
  dropout(
    double: boolean,
    n: number,
    keyLow: number,
    keyHigh: number,
    keep: number,
    scale: number,
    x: number,
    out: number,
  ): void;
  addBias(
    double: boolean,
    relu: boolean,
    rows: number,
    columns: number,
    bias: number,
    y: number,
  ): void;
  geluWithSlope(double: boolean, n: number, x: number, y: number, slope: number): void;
  reluBackward(double: boolean, n: number, y: number, g: number, out: number): void;
  normForward(
    double: boolean,
    rms: boolean,
    rows: number,
    groups: number,
    channels: number,
    inner: number,
    eps: number,
    x: number,
    weight: number,
    bias: number,
    out: number,
    mean: number,
    rstd: number,
  ): void;
  normBackward(
    double: boolean,
    rms: boolean,
    rows: number,
    groups: number,
    channels: number,
    inner: number,
    x: number,
    weight: number,
    mean: number,
    rstd: number,
    g: number,
    out: number,
    weightSums: number,
    biasSums: number,
  ): void;
  batchNormForward(
    double: boolean,
    batch: number,
    channels: number,
    inner: number,
    eps: number,
    x: number,
    weight: number,
    bias: number,
    out: number,
    mean: number,
    variance: number,
  ): void;
  batchNormBackward(
    double: boolean,
    batch: number,
    channels: number,
    inner: number,
    eps: number,
    x: number,
    weight: number,
    mean: number,
    variance: number,
    g: number,
    out: number,
    weightGradient: number,
    biasGradient: number,
  ): void;
  convForwardScratch(double: boolean, shape: number): number;
  convForward(
    double: boolean,
    shape: number,
    x: number,
    w: number,
    bias: number,
    y: number,
    scratch: number,
  ): void;
  convInputScratch(double: boolean, shape: number): number;
  convInput(double: boolean, shape: number, g: number, w: number, x: number, scratch: number): void;
  convWeightScratch(double: boolean, shape: number): number;
  convWeight(
    double: boolean,
    shape: number,
    x: number,
    g: number,
    w: number,
    scratch: number,
  ): void;
  maxPool(
    double: boolean,
    planes: number,
    shape: number,
    tables: number,
    x: number,
    out: number,
    indices: number,
  ): void;
  averagePool(
    double: boolean,
    planes: number,
    shape: number,
    tables: number,
    x: number,
    out: number,
  ): void;
  averageUnpool(
    double: boolean,
    planes: number,
    shape: number,
    tables: number,
    x: number,
    out: number,
  ): void;
  gatherPlanes(
    double: boolean,
    planes: number,
    inPlane: number,
    outPlane: number,
    x: number,
    indices: number,
    out: number,
  ): void;
  scatterPlanes(
    double: boolean,
    planes: number,
    inPlane: number,
    outPlane: number,
    x: number,
    indices: number,
    out: number,
  ): void;
  optimizerStep(
    op: number,
    double: boolean,
    n: number,
    p: number,
    g: number,
    first: number,
    second: number,
    third: number,
    rate: number,
    decay: number,
    a: number,
    b: number,
    eps: number,
    c: number,
    flags: number,
  ): void;
  recurrentScratch(kind: number, double: boolean, batch: number, hidden: number): number;
  recurrentForward(
    kind: number,
    double: boolean,
    backwards: boolean,
    steps: number,
    batch: number,
    hidden: number,
    lengths: number,
    weights: number,
    bias: number,
    gates: number,
    extra: number,
    hiddens: number,
    cells: number,
    scratch: number,
  ): void;
  recurrentBackward(
    kind: number,
    double: boolean,
    backwards: boolean,
    steps: number,
    batch: number,
    hidden: number,
    lengths: number,
    weights: number,
    gates: number,
    extra: number,
    hiddens: number,
    cells: number,
    gHiddens: number,
    gCells: number,
    gGates: number,
    gProducts: number,
    gHidden: number,
    gCell: number,
    scratch: number,
  ): void;
  dropRows(
    double: boolean,
    rows: number,
    columns: number,
    keyLow: number,
    keyHigh: number,
    keep: number,
    scale: number,
    x: number,
  ): void;
  attentionScratch(double: boolean, shape: number): number;
  attentionForward(
    double: boolean,
    shape: number,
    factor: number,
    keep: number,
    keepScale: number,
    q: number,
    k: number,
    v: number,
    mask: number,
    out: number,
    lse: number,
    scratch: number,
  ): void;
  attentionBackwardScratch(double: boolean, shape: number): number;
  attentionBackward(
    double: boolean,
    shape: number,
    factor: number,
    keep: number,
    keepScale: number,
    q: number,
    k: number,
    v: number,
    mask: number,
    out: number,
    lse: number,
    g: number,
    dq: number,
    dk: number,
    dv: number,
    scratch: number,
  ): void;
}
