#!/usr/bin/env python3
"""NumPy, scikit-learn and PyTorch in the line protocol of contestant.ts: first the workload, then runs."""
import importlib
import json
import sys
import time

WARM_UP = 0.4  # seconds, as in serve.ts


def reply(**message):
    print(json.dumps(message), flush=True)


def warm_up(task):
    start = time.perf_counter()
    while True:
        task.warm_up()
        if time.perf_counter() - start >= WARM_UP:
            return


def main():
    workload = json.loads(sys.stdin.readline())
    try:
        library = importlib.import_module(f"{sys.argv[1]}_tasks")
    except ImportError as error:
        return reply(unavailable=str(error))
    make = library.TASKS.get(workload["task"])
    if make is None:
        return reply(unable="it has nothing for it")
    task = make(workload)
    warm_up(task)
    reply(version=library.version(), setting=library.setting())
    for _ in sys.stdin:
        repetition = task.repetition
        start = time.perf_counter()
        for _ in range(workload["repeat"]):
            repetition()
        milliseconds = (time.perf_counter() - start) * 1000 / workload["repeat"]
        share = task.share()
        reply(milliseconds=milliseconds / share, score=task.score() if share == 1 else None, share=share)


main()
