"""Lets the tests of answers share their questionnaire."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
