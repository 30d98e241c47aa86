"""Distributions as a stranger gets them: built into wheels, installed where nothing else is."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run_command(*command: str | Path, cwd: Path) -> str:
    """Run a command as a stranger's shell would: none of our paths in its environment."""
    ours = ("COV_", "COVERAGE_", "PYTHON", "VIRTUAL_ENV", "WORKSHOPCORE_")
    clean = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def run():
    """Run a command in a folder, and return what it prints."""
    return run_command


@pytest.fixture(scope="session")
def build_wheel(tmp_path_factory):
    """Build the wheel of a folder."""

    def build_wheel(source: Path) -> Path:
        folder = tmp_path_factory.mktemp("wheel")
        build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
        run_command(sys.executable, *build, source, cwd=folder)
        return next(folder.glob("*.whl"))

    return build_wheel


@pytest.fixture(scope="session")
def install(tmp_path_factory):
    """Install wheels beside what the lock for the demo names; return the scripts' folder."""

    def install(*wheels: Path) -> Path:
        folder = tmp_path_factory.mktemp("installed")
        venv.create(folder, with_pip=True)
        scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
        pip = (scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        lock = ROOT / "requirements" / "demo.txt"
        run_command(*pip, "--require-hashes", "-r", lock, cwd=folder)
        run_command(*pip, "--no-deps", *wheels, cwd=folder)
        return scripts

    return install


@pytest.fixture(scope="session")
def wheel(build_wheel) -> Path:
    """The wheel of the library."""
    return build_wheel(ROOT)


@pytest.fixture(scope="session")
def files_of():
    """Return the files of a package in a checkout, as a wheel names them."""

    def files_of(package: Path) -> set[str]:
        return {
            path.relative_to(package.parent).as_posix()
            for path in package.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }

    return files_of
