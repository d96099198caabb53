"""Fit the weights of the events room."""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from loglinear import Example, fit
