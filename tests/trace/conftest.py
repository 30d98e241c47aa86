"""Lets the tests of traces share their programme."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
