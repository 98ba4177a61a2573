"""How PyTorch trains a model: from the given weights, for the given steps, as one repetition."""
import time

from common import Task

WARM_UP_STEPS = 3


def training(make, load):
    """A task made from a model class; the score is the loss of the last step."""

    def task(workload):
        arrays, settings = load(workload), workload["settings"]
        model = make(settings)
        initial = {name: arrays[array] for name, array in model.parameter_arrays(arrays).items()}
        limit = workload.get("limit", float("inf")) / 1000
        result = {}

        def train(steps):
            model.load_state_dict(initial)
            optimizer = model.optimizer(settings["learningRate"])
            start = time.perf_counter()
            for step in range(steps):
                if time.perf_counter() - start >= limit:
                    break
                result["taken"] = step + 1
                optimizer.zero_grad(set_to_none=True)
                loss = model.loss(arrays, step)
                loss.backward()
                optimizer.step()
            result["loss"] = float(loss)

        return Task(
            lambda: train(settings["steps"]),
            lambda: result["loss"],
            warm_up=lambda: train(WARM_UP_STEPS),
            share=lambda: result["taken"] / settings["steps"],
        )

    return task
