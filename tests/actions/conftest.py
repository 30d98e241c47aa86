"""Lets the tests of actions share their programmes."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
