"""Distributions as a stranger gets them: built into wheels, installed where nothing else is."""

import os
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Mapping
from email import message_from_bytes
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

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


def requirements_in(lines: list[str] | None) -> list[Requirement]:
    """Return the requirements without an extra that hold here and now."""
    wanted = [Requirement(line) for line in lines or []]
    return [each for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]


def is_met(wanted: Requirement, there: Mapping[str, str]) -> bool:
    """Return whether a requirement is met by what a lock has, or by a wheel of ours."""
    name = canonicalize_name(wanted.name)
    if "workshopcore" in name:
        return True
    version = re.match(r"[\w.-]+==([^\s;]+)", there.get(name, ""))
    return version is not None and wanted.specifier.contains(version[1], prereleases=True)


def needed_by(wheels: tuple[Path, ...], there: Mapping[str, str]) -> set[str]:
    """Return the packages that wheels need beside those there, and all that these need in turn."""
    found: set[str] = set()
    waiting: list[Requirement] = []
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            [metadata] = [name for name in archive.namelist() if name.endswith("info/METADATA")]
            told = message_from_bytes(archive.read(metadata)).get_all("Requires-Dist")
        waiting += requirements_in(told)
    while waiting:
        more = {canonicalize_name(each.name) for each in waiting if not is_met(each, there)} - found
        found |= more
        waiting = [each for name in more for each in requirements_in(requires(name))]
    return found


def locked(lock: str) -> dict[str, str]:
    """Return what a lock says of each package, with its hashes."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    entries = re.findall(r"^([\w.-]+)(.*?)(?=^\w|\Z)", text, re.MULTILINE | re.DOTALL)
    return {name: name + rest for name, rest in entries}


@pytest.fixture(scope="session")
def pip():
    """Return the words that call pip for an environment, by the folder of its scripts.

    It is this environment's: one of its own would take longer to make than all the rest.
    """

    def pip(scripts: Path) -> tuple[str | Path, ...]:
        options = ("--python", scripts / "python", "--disable-pip-version-check")
        return (sys.executable, "-m", "pip", *options)

    return pip


@pytest.fixture(scope="session")
def install(tmp_path_factory, pip):
    """Install wheels beside what the lock for the demo names; return the scripts' folder.

    What the wheels need beyond that, or in another version, is installed as the lock for
    development has it.
    """

    def install(*wheels: Path) -> Path:
        folder = tmp_path_factory.mktemp("installed")
        venv.create(folder)
        scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
        add = (*pip(scripts), "install", "--quiet", "--no-compile")
        lock = ROOT / "requirements" / "demo.txt"
        run_command(*add, "--require-hashes", "-r", lock, cwd=folder)
        if more := needed_by(wheels, locked("demo.txt")):
            further = folder / "further.txt"
            further.write_text("".join(locked("dev.txt")[name] for name in sorted(more)))
            run_command(*add, "--require-hashes", "--no-deps", "-r", further, cwd=folder)
        run_command(*add, "--no-deps", *wheels, cwd=folder)
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
