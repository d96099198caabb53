"""The engines that find statements, by name."""

from typing import Literal

# "rules" reads without a model.
EngineName = Literal["default", "accurate", "rules"]
