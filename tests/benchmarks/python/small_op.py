"""A 4x4 addition: what one call costs when the arithmetic costs nothing."""

import torch

from measure import measure

OPERATIONS = 1000
a, b = torch.rand(4, 4), torch.rand(4, 4)


def step():
    for _ in range(OPERATIONS):
        torch.add(a, b)


measure("small-op", step, OPERATIONS)
