"""Perceptron 784-256-256-10, batch 64, Adam."""

import torch
from torch import nn

from measure import measure

model = nn.Sequential(
    nn.Linear(784, 256), nn.ReLU(),
    nn.Linear(256, 256), nn.ReLU(),
    nn.Linear(256, 10))
optimizer = torch.optim.Adam(model.parameters())
criterion = nn.CrossEntropyLoss()
images, labels = torch.rand(64, 784), torch.randint(0, 10, (64,))


def step():
    optimizer.zero_grad()
    loss = criterion(model(images), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


measure("mlp", step)
