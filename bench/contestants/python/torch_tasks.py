"""PyTorch's workloads: operations here, models in files of their own."""
import os

import torch
from common import Task, blas, blas_threads, mean_absolute, read_all
from torch_models import CNN, GPT, MLP, Recurrent
from torch_training import training

THREADS = os.environ.get("TORCH_THREADS")
if THREADS:
    torch.set_num_threads(int(THREADS))


def version():
    return f"PyTorch {torch.__version__} ({blas()})"


def setting():
    return f"torch {torch.get_num_threads()}, OpenBLAS {blas_threads()}"


def load(workload):
    return {name: torch.from_numpy(array) for name, array in read_all(workload).items()}


def repeated(compute, score=lambda y: mean_absolute(y.detach().numpy())):
    result = {}

    def repetition():
        result["value"] = compute()

    return Task(repetition, lambda: score(result["value"]))


def matmul(workload):
    arrays = load(workload)
    A, B = arrays["A"], arrays["B"]
    A = A.transpose(-1, -2) if workload["settings"]["transposeA"] else A
    B = B.transpose(-1, -2) if workload["settings"]["transposeB"] else B
    return repeated(lambda: torch.matmul(A, B))


def convolution(workload):
    arrays = load(workload)
    x, w, padding = arrays["x"], arrays["w"], workload["settings"]["padding"]
    return repeated(lambda: torch.nn.functional.conv2d(x, w, padding=padding))


def convolution_gradients(workload):
    arrays = load(workload)
    x, w, gy = arrays["x"].requires_grad_(), arrays["w"].requires_grad_(), arrays["gy"]
    padding = workload["settings"]["padding"]

    def compute():
        x.grad = w.grad = None
        torch.nn.functional.conv2d(x, w, padding=padding).backward(gy)

    return repeated(compute, lambda _: mean_absolute(x.grad.numpy()) + mean_absolute(w.grad.numpy()))


def add(workload):
    arrays = load(workload)
    a, b = arrays["a"], arrays["b"]
    return repeated(lambda: torch.add(a, b))


def mul_sum_backward(workload):
    x = load(workload)["x"].requires_grad_()

    def compute():
        x.grad = None
        (x * 2).sum().backward()

    return repeated(compute, lambda _: mean_absolute(x.grad.numpy()))


TASKS = {
    "matmul": matmul,
    "convolution": convolution,
    "convolutionGradients": convolution_gradients,
    "add": add,
    "mulSumBackward": mul_sum_backward,
    "mlp": training(MLP, load),
    "cnn": training(CNN, load),
    "lstm": training(lambda settings: Recurrent(torch.nn.LSTM, settings), load),
    "gru": training(lambda settings: Recurrent(torch.nn.GRU, settings), load),
    "gpt": training(GPT, load),
}
