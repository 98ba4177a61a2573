#!/usr/bin/env python3
"""Write packages/tensor/fixtures/nn-recurrent.json and nn-packed.json: recurrent networks by PyTorch, in float64.

The cases are those of tensor_nn.py: input, initial states, then the weights of every layer and direction. With
`lengths` the batch is packed and padded again. Run with a Python that has torch.
"""
import torch

from tensor_nn import File


def recurrent():
    t = File("recurrent")
    classes = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU, "rnn": torch.nn.RNN}

    def case(op, steps, batch, inputs, hidden, layers=1, bidirectional=False, bias=True, initial=True, nonlinearity=None, batchFirst=False, lengths=None):
        directions = 2 if bidirectional else 1
        arguments = {} if nonlinearity is None else {"nonlinearity": nonlinearity}
        module = classes[op](inputs, hidden, layers, bias=bias, bidirectional=bidirectional, batch_first=batchFirst, **arguments)
        names = list(dict(module.named_parameters()))
        weights = [t.normal(*p.shape, size=0.6) for p in module.parameters()]
        x = t.normal(batch, steps, inputs) if batchFirst else t.normal(steps, batch, inputs)
        state = (layers * directions, batch, hidden)
        h = t.normal(*state) if initial else None
        states = [h] if op != "lstm" else [h, t.normal(*state) if initial else None]

        def f(x, *rest):
            given, parameters = rest[: len(states)], rest[len(states):]
            for name, value in zip(names, parameters):
                delattr(module, name)
                setattr(module, name, value)
            module._flat_weights = list(parameters)
            start = None if not initial else given[0] if op != "lstm" else tuple(given)
            if lengths is None:
                y, last = module(x, start)
            else:
                pack = torch.nn.utils.rnn.pack_padded_sequence(x, lengths, batchFirst, enforce_sorted=False)
                y, last = module(pack, start)
                y, _ = torch.nn.utils.rnn.pad_packed_sequence(y, batchFirst, total_length=steps)
            return (y, *last) if op == "lstm" else (y, last)

        options = {"bias": bias, "bidirectional": bidirectional, "batchFirst": batchFirst}
        if nonlinearity:
            options["nonlinearity"] = nonlinearity
        if lengths:
            options["lengths"] = lengths
        t.case(op, f, [x, *states, *weights], **options)

    for op in ("lstm", "gru", "rnn"):
        case(op, 4, 2, 3, 5)
        case(op, 1, 1, 1, 1, initial=False)
        case(op, 3, 5, 2, 9, bias=False)
        case(op, 3, 2, 3, 4, layers=2, initial=False)
        case(op, 4, 3, 2, 3, bidirectional=True)
        case(op, 3, 2, 2, 3, layers=2, bidirectional=True, batchFirst=True)
        case(op, 2, 4, 3, 8, batchFirst=True)
    case("rnn", 4, 2, 3, 5, nonlinearity="relu")
    case("rnn", 3, 2, 2, 3, layers=2, bidirectional=True, nonlinearity="relu")
    t.write()
    t = File("packed")
    for op in ("lstm", "gru", "rnn"):
        case(op, 4, 3, 2, 3, lengths=[2, 4, 1])
        case(op, 5, 3, 2, 9, lengths=[3, 2, 4], initial=False)
        case(op, 4, 3, 2, 3, bidirectional=True, lengths=[1, 3, 4])
        case(op, 4, 4, 2, 3, layers=2, lengths=[3, 3, 4, 1], bias=False)
        case(op, 4, 3, 2, 4, layers=2, bidirectional=True, batchFirst=True, lengths=[2, 4, 3])
    case("rnn", 4, 3, 2, 3, layers=2, bidirectional=True, nonlinearity="relu", lengths=[2, 4, 1])
    t.write()


if __name__ == "__main__":
    recurrent()
