#!/usr/bin/env python3
"""Write packages/tensor/fixtures/nn-*.json: values and gradients of network operations by PyTorch, in float64.

A case is {op, in, options, out, grads}. An array is [shape, values]; an input may also be null or
{"int": array} or {"const": array} (no gradient). The gradients are those of the sum over all outputs of
cos(i + 1)·y[i], i counting the elements of each output row by row. Run with a Python that has torch.
"""
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

FOLDER = Path(__file__).parent.parent / "packages/tensor/fixtures"
SEED = 20260307
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


class Const:
    """An input without a gradient."""

    def __init__(self, values):
        self.values = np.asarray(values)


class File:
    def __init__(self, name):
        self.name, self.cases = name, []
        self.rng = np.random.default_rng([SEED, sum(map(ord, name))])

    def normal(self, *shape, size=1.0):
        return np.round(self.rng.normal(size=shape) * size, 3)

    def integers(self, high, *shape):
        return self.rng.integers(0, high, shape).astype(np.int32)

    def case(self, op, f, inputs, **options):
        tensors = [None if x is None else leaf(x) for x in inputs]
        result = f(*tensors)
        outputs = list(result) if isinstance(result, (tuple, list)) else [result]
        leaves = [t for t in tensors if t is not None and t.requires_grad]
        grads = []
        if leaves:
            loss = sum((torch.cos(torch.arange(1.0, y.numel() + 1)) * y.reshape(-1)).sum() for y in outputs)
            grads = torch.autograd.grad(loss, leaves, allow_unused=True)
            grads = [torch.zeros_like(x) if g is None else g for g, x in zip(grads, leaves)]
        self.cases.append({
            "op": op, "in": [code(x) for x in inputs], "options": options,
            "out": [array(y.detach().numpy()) for y in outputs], "grads": [array(g.numpy()) for g in grads],
        })

    def write(self):
        text = {"source": f"torch {torch.__version__}, numpy {np.__version__}", "seed": SEED, "cases": self.cases}
        path = FOLDER / f"nn-{self.name}.json"
        path.write_text(json.dumps(text, separators=(",", ":")) + "\n")
        print(path.name, len(self.cases), "cases", path.stat().st_size // 1000, "kB")


def leaf(x):
    if isinstance(x, Const):
        return torch.tensor(x.values)
    if x.dtype == np.int32:
        return torch.tensor(x.astype(np.int64))
    return torch.tensor(x, requires_grad=x.dtype == np.float64)


def number(value):
    value = float(value)
    if not np.isfinite(value):
        return "NaN" if np.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    short = float(f"{value:.13g}")
    return int(short) if short.is_integer() and abs(short) < 2**53 else short


def array(a):
    return [list(a.shape), [number(v) for v in a.ravel()]]


def code(x):
    if x is None:
        return None
    if isinstance(x, Const):
        return {"bool" if x.values.dtype == bool else "const": array(x.values)}
    return {"int": array(x)} if x.dtype == np.int32 else array(x)


def losses():
    t = File("losses")
    for shape, axis in [((5,), 0), ((3, 4), 1), ((3, 4), 0), ((2, 3, 4), 1), ((2, 3, 9), -1), ((1, 1), 0)]:
        x = t.normal(*shape, size=3)
        t.case("softmax", lambda v: F.softmax(v, axis), [x], axis=axis)
        t.case("logSoftmax", lambda v: F.log_softmax(v, axis), [x], axis=axis)
    far = np.array([[1e4, -1e4, 0.0], [1e4, 1e4, 1e4]])
    t.case("softmax", lambda v: F.softmax(v, 1), [far], axis=1)
    t.case("logSoftmax", lambda v: F.log_softmax(v, 1), [far], axis=1)

    weight = Const(np.array([0.5, 2.0, 1.25, 0.75]))
    for reduction in ("mean", "sum", "none"):
        x, y = t.normal(5, 4, size=2), t.integers(4, 5)
        y[1] = 3
        for w in (None, weight):
            for smoothing in (0.0, 0.1):
                for ignore in (-100, 3):
                    t.case("crossEntropy", lambda v, k, ww: F.cross_entropy(v, k, weight=ww, label_smoothing=smoothing, ignore_index=ignore, reduction=reduction), [x, y, w], labelSmoothing=smoothing, ignoreIndex=ignore, reduction=reduction)
        x, y = t.normal(2, 4, 3, size=2), t.integers(4, 2, 3)
        t.case("crossEntropy", lambda v, k, w: F.cross_entropy(v, k, weight=w, reduction=reduction), [x, y, weight], reduction=reduction)
        p = np.round(t.rng.dirichlet(np.ones(4), 5), 3)
        x = t.normal(5, 4)
        t.case("crossEntropy", lambda v, k, w: F.cross_entropy(v, k, weight=w, label_smoothing=0.2, reduction=reduction), [x, p, weight], labelSmoothing=0.2, reduction=reduction)
        logp = np.round(np.log(t.rng.dirichlet(np.ones(4), 5)), 3)
        y = t.integers(4, 5)
        y[0] = 2
        t.case("nllLoss", lambda v, k, w: F.nll_loss(v, k, w, reduction=reduction), [logp, y, weight], reduction=reduction)
        t.case("nllLoss", lambda v, k, w: F.nll_loss(v, k, w, reduction=reduction, ignore_index=2), [logp, y, None], reduction=reduction, ignoreIndex=2)
    x, y = t.normal(4), np.array(2, np.int32)
    t.case("crossEntropy", lambda v, k, w: F.cross_entropy(v, k), [x, y, None])

    for reduction in ("mean", "sum", "none"):
        x, y = t.normal(3, 4), t.normal(3, 4)
        t.case("mseLoss", lambda a, b: F.mse_loss(a, b, reduction=reduction), [x, y], reduction=reduction)
        t.case("l1Loss", lambda a, b: F.l1_loss(a, b, reduction=reduction), [x, y], reduction=reduction)
        t.case("huberLoss", lambda a, b: F.huber_loss(a, b, reduction=reduction, delta=0.8), [x, y], reduction=reduction, delta=0.8)
        t.case("smoothL1Loss", lambda a, b: F.smooth_l1_loss(a, b, reduction=reduction, beta=0.7), [x, y], reduction=reduction, beta=0.7)
        p = np.round(t.rng.random((3, 4)), 3)
        w, pw = Const(np.round(t.rng.random(4) + 0.5, 3)), Const(np.round(t.rng.random(4) + 0.5, 3))
        for ww, pp in [(None, None), (w, None), (None, pw), (w, pw)]:
            t.case("binaryCrossEntropyWithLogits", lambda a, b, c, d: F.binary_cross_entropy_with_logits(a, b, c, pos_weight=d, reduction=reduction), [t.normal(3, 4, size=4), p, ww, pp], reduction=reduction)
    for reduction in ("mean", "batchmean", "sum", "none"):
        q = np.round(np.log(t.rng.dirichlet(np.ones(4), 3)), 3)
        p = np.round(t.rng.dirichlet(np.ones(4), 3), 3) + 0.001
        name = "batchMean" if reduction == "batchmean" else reduction
        t.case("klDiv", lambda a, b: F.kl_div(a, b, reduction=reduction), [q, p], reduction=name)
        t.case("klDiv", lambda a, b: F.kl_div(a, b, reduction=reduction, log_target=True), [q, np.round(np.log(p), 3)], reduction=name, logTarget=True)

    for shape in [(3,), (2, 3), (2, 4, 3), (0, 3), (70, 3)]:
        x, w, b = t.normal(*shape), t.normal(5, 3), t.normal(5)
        t.case("linear", F.linear, [x, w, b])
        t.case("linear", lambda a, c, d: F.relu(F.linear(a, c, d)), [x, w, b], activation="relu")
    t.case("linear", F.linear, [t.normal(2, 3), t.normal(5, 3), None])
    t.case("linear", lambda a, c, d: F.relu(F.linear(a, c)), [t.normal(2, 3), t.normal(5, 3), None], activation="relu")
    for shape in [(4,), (2, 3), ()]:
        y = t.integers(5, *shape) if shape else np.array(3, np.int32)
        t.case("embedding", lambda k, w: F.embedding(k, w), [y, t.normal(5, 3)])
        t.case("embedding", lambda k, w: F.embedding(k, w, padding_idx=3), [y, t.normal(5, 3)], paddingIndex=3)
    t.case("oneHot", lambda k: F.one_hot(k, 6), [t.integers(5, 2, 3)], nClasses=6)
    t.write()


def norms():
    t = File("norms")
    for shape, last in [((2, 3), (3,)), ((3, 7), (7,)), ((2, 3, 4), (4,)), ((2, 3, 4), (3, 4)), ((40, 5), (5,))]:
        x, w, b = t.normal(*shape, size=3) + 1, t.normal(*last), t.normal(*last)
        t.case("layerNorm", lambda v: F.layer_norm(v, last), [x], shape=last)
        t.case("layerNorm", lambda v, a, c: F.layer_norm(v, last, a, c, 1e-3), [x, w, b], shape=last, eps=1e-3)
        axes = tuple(range(-len(last), 0))
        t.case("rmsNorm", lambda v, a: v / torch.sqrt((v * v).mean(axes, keepdim=True) + 1e-6) * a, [x, w], shape=last)
    for shape, groups in [((2, 4), 2), ((2, 4, 3), 2), ((2, 6, 2, 3), 3), ((1, 3, 5), 3), ((2, 3, 2, 2, 2), 1)]:
        x, w, b = t.normal(*shape, size=2), t.normal(shape[1]), t.normal(shape[1])
        t.case("groupNorm", lambda v: F.group_norm(v, groups), [x], groups=groups)
        t.case("groupNorm", lambda v, a, c: F.group_norm(v, groups, a, c, 1e-2), [x, w, b], groups=groups, eps=1e-2)
    for shape in [(2, 3, 4), (2, 3, 3, 3), (1, 2, 2, 2, 3)]:
        x, w, b = t.normal(*shape), t.normal(shape[1]), t.normal(shape[1])
        t.case("instanceNorm", lambda v, a, c: F.instance_norm(v, weight=a, bias=c), [x, w, b])
    for shape in [(5, 3), (2, 3, 4), (3, 2, 3, 3), (2, 2, 2, 2, 3)]:
        x, w, b = t.normal(*shape, size=2) + 0.5, t.normal(shape[1]), t.normal(shape[1])
        mean, var = Const(t.normal(shape[1])), Const(np.abs(t.normal(shape[1])) + 0.5)
        t.case("batchNorm", lambda v, a, c: F.batch_norm(v, None, None, a, c, True), [x, w, b])
        for training in (True, False):
            def running(v, a, c, m, s):
                y = F.batch_norm(v, m, s, a, c, training, 0.2, 1e-4)
                return y, m, s
            t.case("batchNorm", running, [x, w, b, mean, var], training=training, momentum=0.2, eps=1e-4)
            t.case("batchNorm", lambda v, a, c, m, s: running(v, None, None, m, s), [x, None, None, mean, var], training=training, momentum=0.2, eps=1e-4)
    t.write()


def convolutions():
    t = File("convolutions")
    functions = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
    transposed = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}

    def conv(x, w, bias=True, **o):
        n = len(x) - 2
        b = t.normal(w[0]) if bias else None
        t.case(f"conv{n}d", lambda a, c, d: functions[n](a, c, d, **o), [t.normal(*x), t.normal(*w), b], **o)

    def back(x, w, bias=True, **o):
        n = len(x) - 2
        names = {"outputPadding" if k == "output_padding" else k: v for k, v in o.items()}
        b = t.normal(w[1] * o.get("groups", 1)) if bias else None
        t.case(f"convTranspose{n}d", lambda a, c, d: transposed[n](a, c, d, **o), [t.normal(*x), t.normal(*w), b], **names)

    conv((2, 3, 7), (4, 3, 3))
    conv((2, 3, 8), (4, 3, 3), stride=2, padding=1)
    conv((1, 2, 9), (2, 2, 4), dilation=2, padding=3, bias=False)
    conv((2, 4, 6), (6, 2, 3), groups=2, padding="same")
    conv((2, 3, 20), (5, 3, 4), padding="same")
    conv((1, 3, 5), (3, 1, 5), groups=3, padding=2)
    conv((3, 1, 4), (1, 1, 4))
    conv((2, 2, 5, 6), (3, 2, 3, 3))
    conv((2, 3, 7, 6), (4, 3, 3, 3), padding=1, bias=False)
    conv((1, 2, 8, 9), (3, 2, 3, 2), stride=[2, 3], padding=[1, 0])
    conv((2, 2, 9, 8), (5, 2, 3, 3), dilation=[2, 1], padding=[2, 1])
    conv((1, 2, 9, 9), (2, 2, 2, 3), dilation=3, stride=2, padding=2)
    conv((2, 4, 6, 5), (8, 2, 3, 3), groups=2, padding=1, stride=2)
    conv((2, 3, 6, 6), (6, 1, 3, 3), groups=3, padding=1)
    conv((1, 4, 7, 7), (4, 1, 3, 3), groups=4, stride=2, padding=1, bias=False)
    conv((2, 3, 5, 5), (4, 3, 1, 1))
    conv((2, 3, 5, 5), (4, 3, 1, 1), stride=2, padding=1)
    conv((1, 2, 6, 7), (3, 2, 4, 2), padding="same")
    conv((1, 2, 6, 7), (3, 2, 3, 3), padding="valid")
    conv((1, 2, 6, 7), (3, 2, 3, 2), padding="same", dilation=2)
    conv((2, 1, 12, 12), (9, 1, 3, 3), padding=1)
    conv((1, 2, 3, 3), (2, 2, 3, 3), padding=4)
    conv((9, 1, 4, 5), (2, 1, 2, 2))
    conv((17, 2, 3, 3), (1, 2, 3, 3), padding=1)
    conv((1, 1, 3, 4, 4), (2, 1, 2, 2, 2))
    conv((2, 2, 3, 4, 3), (2, 2, 2, 3, 2), stride=[1, 2, 1], padding=[1, 1, 0])
    conv((1, 2, 4, 3, 4), (4, 1, 2, 2, 3), groups=2, dilation=[2, 1, 1], padding=1)
    back((2, 3, 5), (3, 4, 3))
    back((2, 3, 5), (3, 4, 3), stride=2, padding=1, output_padding=1)
    back((1, 4, 4), (4, 2, 3), stride=3, groups=2, dilation=2, output_padding=2, bias=False)
    back((2, 3, 4, 5), (3, 2, 3, 3))
    back((2, 3, 4, 3), (3, 2, 4, 4), stride=2, padding=1)
    back((1, 2, 3, 4), (2, 3, 3, 2), stride=[2, 3], padding=[1, 0], output_padding=[1, 2])
    back((1, 4, 3, 3), (4, 2, 3, 3), groups=2, stride=2, bias=False)
    back((1, 2, 4, 4), (2, 2, 3, 3), dilation=2, padding=2)
    back((2, 2, 3, 3), (2, 1, 3, 3), groups=2, stride=2, padding=1, output_padding=1)
    back((1, 2, 5, 5), (2, 2, 2, 2), padding=1)
    back((1, 2, 2, 3, 2), (2, 2, 2, 2, 3), stride=[1, 2, 2], padding=[0, 1, 1])
    back((1, 1, 2, 2, 2), (1, 2, 3, 3, 2), padding=1, stride=2, output_padding=1)
    t.write()


def pools():
    t = File("pools")
    largest = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
    mean = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}
    names = {"ceil_mode": "ceilMode", "count_include_pad": "countIncludePad"}

    def both(shape, k, ceil_mode=False, **o):
        n = len(shape) - 2
        ours = {names.get(a, a): b for a, b in {**o, "ceil_mode": ceil_mode}.items()}
        t.case(f"maxPool{n}d", lambda v: largest[n](v, k, ceil_mode=ceil_mode, **o), [t.normal(*shape)], kernelSize=k, **ours)
        if "dilation" not in o:
            for include in (True, False):
                t.case(f"avgPool{n}d", lambda v: mean[n](v, k, ceil_mode=ceil_mode, count_include_pad=include, **o), [t.normal(*shape)], kernelSize=k, **ours, countIncludePad=include)

    both((2, 2, 7), 2)
    both((1, 3, 8), 3, stride=2, padding=1)
    both((1, 2, 8), 3, stride=3, padding=1, ceil_mode=True)
    both((1, 2, 9), 3, dilation=2, padding=1)
    both((2, 2, 4, 6), 2)
    both((1, 2, 5, 7), [2, 3], stride=[2, 1], padding=[1, 1])
    both((1, 2, 7, 7), 3, stride=2, padding=1, ceil_mode=True)
    both((1, 2, 8, 8), 3, stride=2, padding=1, dilation=[2, 1])
    both((1, 2, 3, 4, 5), 2, stride=1, padding=1)
    both((2, 1, 4, 4, 3), [2, 2, 3])
    ties = np.tile(np.array([1.0, 1.0, 0.0, 1.0]), (1, 1, 4, 1))
    t.case("maxPool2d", lambda v: F.max_pool2d(v, 2), [ties], kernelSize=2)
    adaptive = {1: (F.adaptive_max_pool1d, F.adaptive_avg_pool1d), 2: (F.adaptive_max_pool2d, F.adaptive_avg_pool2d), 3: (F.adaptive_max_pool3d, F.adaptive_avg_pool3d)}
    for shape, size in [((2, 2, 7), 3), ((1, 2, 4), 4), ((1, 2, 5, 7), [2, 3]), ((2, 1, 6, 4), 1), ((1, 2, 3, 5), [5, 3]), ((1, 2, 3, 4, 5), [2, 2, 3])]:
        n = len(shape) - 2
        for kind, f in zip(("Max", "Avg"), adaptive[n]):
            t.case(f"adaptive{kind}Pool{n}d", lambda v: f(v, size), [t.normal(*shape)], size=size)
    linear = {1: "linear", 2: "bilinear", 3: "trilinear"}
    for shape, o in [((1, 2, 5), {"size": 8}), ((1, 2, 5), {"scale_factor": 2.0}), ((2, 1, 3, 4), {"size": [6, 2]}), ((1, 2, 4, 5), {"scale_factor": [1.5, 2.0]}), ((1, 1, 2, 3, 2), {"size": [3, 5, 4]}), ((1, 2, 7), {"scale_factor": 0.6})]:
        ours = {"scaleFactor" if a == "scale_factor" else a: b for a, b in o.items()}
        mode = linear[len(shape) - 2]
        t.case("interpolate", lambda v: F.interpolate(v, mode="nearest", **o), [t.normal(*shape)], **ours)
        for corners in (False, True):
            t.case("interpolate", lambda v: F.interpolate(v, mode=mode, align_corners=corners, **o), [t.normal(*shape)], mode="linear", alignCorners=corners, **ours)
    for k, o in [(2, {}), ([3, 2], {"stride": 2, "padding": 1}), (2, {"dilation": 2, "padding": [1, 0]})]:
        x = t.normal(2, 2, 4, 5)
        t.case("unfold", lambda v: F.unfold(v, k, **o), [x], kernelSize=k, **o)
        columns = F.unfold(torch.tensor(x), k, **o).shape
        t.case("fold", lambda v: F.fold(v, (4, 5), k, **o), [t.normal(*columns)], size=[4, 5], kernelSize=k, **o)
    t.write()


def attention():
    t = File("attention")

    def case(batch, rows, keys, width, values, mask=None, causal=False, scale=None):
        def f(q, k, v, m):
            scores = q @ k.transpose(-1, -2) * (width**-0.5 if scale is None else scale)
            if m is not None:
                scores = scores.masked_fill(~m, -torch.inf) if m.dtype == torch.bool else scores + m
            if causal:
                scores = scores.masked_fill(torch.ones(rows, keys).tril() == 0, -torch.inf)
            return torch.softmax(scores, -1) @ v

        options = {"causal": causal} | ({} if scale is None else {"scale": scale})
        t.case("attention", f, [t.normal(*batch, rows, width), t.normal(*batch, keys, width), t.normal(*batch, keys, values), mask], **options)

    def chosen(*shape):
        m = t.rng.random(shape) < 0.6
        m[..., 0] = True
        return Const(m)

    case((), 3, 4, 2, 2)
    case((2,), 5, 5, 3, 4, causal=True)
    case((2, 3), 4, 6, 4, 2, scale=0.3)
    case((1,), 1, 1, 1, 1)
    case((2, 2), 4, 5, 3, 3, mask=chosen(4, 5))
    case((2, 2), 4, 5, 3, 3, mask=chosen(2, 1, 1, 5))
    case((2, 2), 3, 5, 3, 3, mask=Const(t.normal(2, 1, 3, 5)))
    case((2,), 4, 5, 2, 3, mask=t.normal(2, 4, 5))
    case((1,), 5, 3, 2, 2, causal=True)
    case((1,), 66, 70, 2, 3)
    case((1,), 70, 67, 3, 2, causal=True)
    case((2,), 3, 130, 4, 1, mask=chosen(2, 3, 130))
    t.write()


def optimizers():
    """Trajectories: the parameters after steps 1, 8, 15, … of 50 on a loss whose gradient is 2·(p − target)·scale + c·step."""
    t = File("optimizers")
    torch_of = {"sgdStep": torch.optim.SGD, "adamStep": torch.optim.Adam, "adamWStep": torch.optim.AdamW, "rmspropStep": torch.optim.RMSprop, "adagradStep": torch.optim.Adagrad}
    names = {"lr": "learningRate", "weight_decay": "weightDecay", "lr_decay": "learningRateDecay", "initial_accumulator_value": "initialAccumulator"}
    for op, o in [
        ("sgdStep", {"lr": 0.1}), ("sgdStep", {"lr": 0.1, "momentum": 0.9}), ("sgdStep", {"lr": 0.05, "momentum": 0.9, "nesterov": True, "weight_decay": 0.1}),
        ("sgdStep", {"lr": 0.1, "momentum": 0.8, "dampening": 0.3, "weight_decay": 0.05}),
        ("adamStep", {"lr": 0.1}), ("adamStep", {"lr": 0.05, "betas": [0.8, 0.95], "eps": 1e-4, "weight_decay": 0.1}), ("adamStep", {"lr": 0.1, "amsgrad": True, "betas": [0.5, 0.6]}),
        ("adamWStep", {"lr": 0.1}), ("adamWStep", {"lr": 0.1, "weight_decay": 0.3, "amsgrad": True}),
        ("rmspropStep", {"lr": 0.05}), ("rmspropStep", {"lr": 0.05, "alpha": 0.9, "momentum": 0.7, "weight_decay": 0.1}), ("rmspropStep", {"lr": 0.05, "centered": True, "eps": 1e-3}),
        ("rmspropStep", {"lr": 0.02, "centered": True, "momentum": 0.5}),
        ("adagradStep", {"lr": 0.3}), ("adagradStep", {"lr": 0.3, "lr_decay": 0.1, "weight_decay": 0.1, "initial_accumulator_value": 0.5, "eps": 1e-4}),
    ]:
        start, target = t.normal(7), t.normal(7)
        p = torch.tensor(start, requires_grad=True)
        optimizer = torch_of[op]([p], **o)
        path = []
        for step in range(50):
            optimizer.zero_grad()
            ((p - torch.tensor(target)) ** 2 * torch.arange(1.0, 8.0) * 0.3 + 0.1 * step * p).sum().backward()
            optimizer.step()
            path.append(p.detach().clone())
        t.cases.append({"op": op, "in": [code(start), code(target)], "options": {names.get(k, k): v for k, v in o.items()}, "out": [array(torch.stack(path[::7]).numpy())], "grads": []})
    t.write()


if __name__ == "__main__":
    losses()
    norms()
    convolutions()
    pools()
    attention()
    optimizers()
