"""The models, as one writes them in PyTorch."""
import torch
import torch.nn.functional as F
from torch import nn


class Model(nn.Module):
    """A model whose parameters are read from files."""

    def __init__(self, settings):
        super().__init__()
        self.batch = settings.get("batch")

    def optimizer(self, learning_rate):
        return torch.optim.SGD(self.parameters(), lr=learning_rate)

    def parameter_arrays(self, arrays):
        """For each name of this module's parameters, the name of its array."""
        return {name: name.replace(".weight", ".w").replace(".bias", ".b") for name, _ in self.named_parameters()}

    def rows(self, arrays, step):
        part = slice(step * self.batch, (step + 1) * self.batch)
        return arrays["X"][part], arrays["y"][part].long()


class MLP(Model):
    def __init__(self, settings):
        super().__init__(settings)
        self.hidden, self.out = nn.Linear(784, 128), nn.Linear(128, 10)

    def loss(self, arrays, step):
        x, y = self.rows(arrays, step)
        return F.cross_entropy(self.out(F.relu(self.hidden(x))), y)


class CNN(Model):
    def __init__(self, settings):
        super().__init__(settings)
        self.conv1, self.conv2 = nn.Conv2d(1, 8, 3, padding=1), nn.Conv2d(8, 16, 3, padding=1)
        self.out = nn.Linear(784, 10)

    def loss(self, arrays, step):
        x, y = self.rows(arrays, step)
        x = F.max_pool2d(F.relu(self.conv1(x.view(-1, 1, 28, 28))), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return F.cross_entropy(self.out(x.flatten(1)), y)


class Recurrent(Model):
    def __init__(self, layer, settings):
        super().__init__(settings)
        self.layer, self.out = layer(64, settings["hidden"], batch_first=True), nn.Linear(settings["hidden"], 10)

    def parameter_arrays(self, arrays):
        return {
            "layer.weight_ih_l0": "in.w",
            "layer.weight_hh_l0": "hidden.w",
            "layer.bias_ih_l0": "in.b",
            "layer.bias_hh_l0": "hidden.b",
            "out.weight": "out.w",
            "out.bias": "out.b",
        }

    def loss(self, arrays, step):
        states, _ = self.layer(arrays["X"][step])
        return F.cross_entropy(self.out(states[:, -1]), arrays["y"][step].long())


class Block(nn.Module):
    def __init__(self, width, heads, context):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.proj = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.register_buffer("mask", torch.full((context, context), -1e9).triu(1), persistent=False)

    def forward(self, x):
        b, t, c = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, t, 3, self.heads, c // self.heads).permute(2, 0, 3, 1, 4)
        weights = ((q @ k.transpose(-1, -2)) * (c // self.heads) ** -0.5 + self.mask).softmax(-1)
        x = x + self.proj((weights @ v).transpose(1, 2).reshape(b, t, c))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class GPT(Model):
    VOCABULARY, WIDTH, CONTEXT = 64, 128, 128

    def __init__(self, settings):
        super().__init__(settings)
        self.token, self.position = nn.Embedding(self.VOCABULARY, self.WIDTH), nn.Embedding(self.CONTEXT, self.WIDTH)
        self.blocks = nn.Sequential(
            *[Block(self.WIDTH, settings["heads"], self.CONTEXT) for _ in range(settings["layers"])]
        )
        self.norm, self.head = nn.LayerNorm(self.WIDTH), nn.Linear(self.WIDTH, self.VOCABULARY)

    def optimizer(self, learning_rate):
        return torch.optim.Adam(self.parameters(), lr=learning_rate)

    def parameter_arrays(self, arrays):
        names = {name: name.replace("blocks.", "") for name, _ in self.named_parameters()}
        short = {"token.weight": "token", "position.weight": "position"}
        names = {name: short.get(array, array) for name, array in names.items()}
        return {name: array.replace(".weight", ".w").replace(".bias", ".b") for name, array in names.items()}

    def loss(self, arrays, step):
        tokens = arrays["tokens"].long()
        x = self.token(tokens[:, :-1]) + self.position.weight
        logits = self.head(self.norm(self.blocks(x)))
        return F.cross_entropy(logits.reshape(-1, self.VOCABULARY), tokens[:, 1:].reshape(-1))
