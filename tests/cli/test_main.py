"""The program as a process: what a shell sees."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Stands in the way of a package as if it were not installed.
BLOCKER = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Blocker())
from workshopcore.cli import main
main()
"""


def process(*arguments, **settings):
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        **settings,
    )


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_main_says_how_to_install_what_is_missing(missing):
    done = process("-c", BLOCKER.format(blocked={missing}), "--help")

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"The command line of workshopcore needs {missing}, which is not installed:"
        ' install it with  pip install "workshopcore[cli]"\n'
    )


def test_main_does_not_blame_the_extra_for_another_loss():
    done = process("-c", BLOCKER.format(blocked={"attrs", "attr"}), "--help")

    assert done.returncode == 1
    assert "ModuleNotFoundError: No module named 'attr" in done.stderr
    assert "pip install" not in done.stderr


def test_the_package_runs_as_a_module():
    done = process("-m", "workshopcore.cli", "--version")

    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert (done.returncode, done.stdout) == (0, f"workshopcore, version {version}\n")


def test_main_passes_the_exit_code_on():
    done = process("-m", "workshopcore.cli", "chek")

    assert done.returncode == 2
    assert "Did you mean 'check'?" in done.stderr
    assert "Traceback" not in done.stderr


def test_main_survives_a_pipe_that_is_closed_early(tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "workshopcore.cli", "formats"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("closed", [1, 2])
def test_main_survives_without_a_standard_stream(closed):
    done = subprocess.run(
        [sys.executable, "-m", "workshopcore.cli", "reports"],
        stdout=subprocess.PIPE if closed != 1 else None,
        stderr=subprocess.PIPE if closed != 2 else None,
        preexec_fn=lambda: os.close(closed),
        check=False,
    )

    assert done.returncode == 0
    assert not done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
def test_main_survives_a_terminal_that_lacks_characters(encoding):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}

    done = subprocess.run(
        [sys.executable, "-m", "workshopcore.cli", "formats"],
        capture_output=True,
        env=environment,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    row = next(line for line in done.stdout.splitlines() if line.startswith(b"check-in "))
    assert b" 3-20 " in row


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_main_uses_colour_on_a_terminal_only_if_it_is_wanted(
    on_terminal, programme, environment, coloured
):
    programme.write_text('title = "A year"\nk_min = "many"\n')

    code, shown = on_terminal("check", "programme.toml", **environment)

    assert code == 1
    assert ("\x1b[1;31merror" in shown) is coloured
    assert "error" in shown


def test_main_uses_no_colour_on_a_dumb_terminal(on_terminal, programme):
    programme.write_text('title = "A year"\nk_min = "many"\n')

    _, shown = on_terminal("check", "programme.toml", TERM="dumb")

    assert "\x1b" not in shown
