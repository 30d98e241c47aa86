"""The wheel, in an environment that has nothing but what the lock for the demo names."""

import shutil
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.distribution

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "workshopcore"
EXAMPLE = Path("docs", "examples", "adult-social-care")


@pytest.fixture(scope="module")
def installed(wheel, install) -> Path:
    """The `bin` folder of an environment with the wheel and its locked dependencies."""
    return install(wheel)


def test_the_wheel_carries_every_file_of_the_package(wheel, files_of):
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if name.startswith("workshopcore/")}

    assert carried == files_of(PACKAGE)


@pytest.mark.parametrize("ending", ["py.typed", ".jinja", ".toml"])
def test_the_wheel_carries_what_is_not_code(wheel, ending):
    with zipfile.ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if name.endswith(ending)] != []


def test_the_wheel_names_what_it_needs(installed, pip, run):
    assert run(*pip(installed), "check", cwd=installed).splitlines() == [
        "No broken requirements found."
    ]


def test_the_wheel_runs_the_demo_far_from_the_checkout(installed, run, tmp_path):
    shutil.copytree(ROOT / EXAMPLE, tmp_path / "example")

    run(installed / "python", "-I", tmp_path / "example" / "demo.py", "published", cwd=tmp_path)

    assert list((tmp_path / "published").rglob("*.html")) != []


def test_the_wheel_brings_the_command(installed, run, tmp_path):
    shutil.copytree(ROOT / EXAMPLE, tmp_path / "example")

    run(installed / "workshopcore", "check", tmp_path / "example" / "programme.toml", cwd=tmp_path)
