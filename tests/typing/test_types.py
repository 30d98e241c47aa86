import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("script.py")


def test_mypy_accepts_what_a_script_may_write_and_refuses_the_rest(tmp_path):
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    wrong = {number for number, line in enumerate(lines, 1) if "# error:" in line}
    done = subprocess.run(
        [
            sys.executable,
            *("-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context"),
            *("--cache-dir", str(tmp_path), "--config-file", "", str(SCRIPT)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert {int(line.split(":")[1]) for line in errors} == wrong, done.stdout
