"""Times one training step, the way every benchmark model here is timed."""

import argparse
import json
import statistics
import time

import torch


def measure(model, step, operations=1):
    """Runs `step` for a while on one thread and prints the median time as one JSON line.

    `operations` is how many times one call of `step` does the thing that is being timed. `processor` is the mean
    processor time, which a busy machine disturbs less.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=3.0)
    arguments = parser.parse_args()

    warm_up = max(1.0, arguments.seconds / 4)
    started = time.perf_counter()
    while time.perf_counter() - started < warm_up:
        step()

    times = []
    processor = time.process_time()
    started = before = time.perf_counter()
    while before - started < arguments.seconds:
        step()
        after = time.perf_counter()
        times.append((after - before) * 1000 / operations)
        before = after

    processor = (time.process_time() - processor) * 1000 / operations / len(times)
    print(json.dumps({
        "model": model, "milliseconds": statistics.median(times), "processor": processor, "steps": len(times)}))


torch.set_num_threads(1)
torch.manual_seed(1)
