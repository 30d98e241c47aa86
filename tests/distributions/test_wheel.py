"""The wheel, in an environment that has nothing but what the lock for the demo names."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.distribution

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "workshopcore"
EXAMPLE = Path("docs", "examples", "adult-social-care")


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command as a stranger's shell would: none of our paths in its environment."""
    clean = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("COV_", "COVERAGE_", "PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", folder)
    run(sys.executable, *build, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment with the wheel and its locked dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements" / "demo.txt", cwd=folder)
    run(*pip, "--no-deps", wheel, cwd=folder)
    return scripts


def test_the_wheel_carries_every_file_of_the_package(wheel):
    ours = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if name.startswith("workshopcore/")}

    assert carried == ours


@pytest.mark.parametrize("ending", ["py.typed", ".jinja", ".toml"])
def test_the_wheel_carries_what_is_not_code(wheel, ending):
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if name.endswith(ending)] != []


def test_the_wheel_names_what_it_needs(installed):
    assert run(installed / "python", "-m", "pip", "check", cwd=installed).splitlines() == [
        "No broken requirements found."
    ]


def test_the_wheel_runs_the_demo_far_from_the_checkout(installed, tmp_path):
    shutil.copytree(ROOT / EXAMPLE, tmp_path / "example")

    run(installed / "python", "-I", tmp_path / "example" / "demo.py", "published", cwd=tmp_path)

    assert list((tmp_path / "published").rglob("*.html")) != []


def test_the_wheel_brings_the_command(installed, tmp_path):
    shutil.copytree(ROOT / EXAMPLE, tmp_path / "example")

    run(installed / "workshopcore", "check", tmp_path / "example" / "programme.toml", cwd=tmp_path)
