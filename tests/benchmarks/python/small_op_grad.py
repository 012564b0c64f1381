"""A 4x4 addition that autograd records."""

import torch

from measure import measure

OPERATIONS = 1000
a, b = torch.rand(4, 4, requires_grad=True), torch.rand(4, 4)


def step():
    for _ in range(OPERATIONS):
        torch.add(a, b)


measure("small-op-grad", step, OPERATIONS)
