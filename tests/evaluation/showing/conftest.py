"""Lets the tests of what is shown share their team."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
