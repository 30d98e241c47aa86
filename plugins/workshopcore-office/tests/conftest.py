"""A team's year with actions in it, and LibreOffice to edit their log with."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

import attrs
import openpyxl
import pytest
from hypothesis import settings

import workshopcore as wc
import workshopcore_office
from workshopcore.contracts.exchange import ActionState, ExportRequest, ImportRequest
from workshopcore_office import ActionLogExporter, ActionLogImporter

# No deadline: the time a machine takes is never an assertion. Only for this distribution on its
# own; the profile of a larger run stands.
settings.register_profile("plugin", deadline=None)

AS_OF = date(2027, 6, 30)
TYPIST = Path(__file__).with_name("typist.py")
SECONDS, PRINTING = 180, 900


@pytest.fixture(scope="session")
def toolkit():
    """The library with this plugin alone."""
    return wc.Toolkit(discover=False, plugins=[workshopcore_office])


@pytest.fixture(scope="session")
def day():
    """The day as which logs stand."""
    return AS_OF


@pytest.fixture(scope="session")
def year():
    """A programme with actions of many kinds."""
    return wc.Programme(
        title="A year of change",
        people=[
            wc.Person("Amina Yusuf", id="amina"),
            wc.Person("Jo Park", id="jo"),
            wc.Person("Li Wei", id="li"),
        ],
        objectives=[wc.Objective("A shared vision that staff recognise", id="vision")],
        actions=[
            wc.Action(
                "Draft the vision",
                "amina",
                "2027-02-26",
                id="draft",
                objective="vision",
                agreed="2027-01-19",
                updates=[wc.Update("2027-02-01", "in-progress", progress=40, note="Half of it")],
            ),
            wc.Action("Book the hall", "jo", "2027-08-02", id="hall", agreed="2027-05-11"),
            wc.Action(
                "Ask the residents",
                "li",
                "2027-07-20",
                id="ask",
                agreed="2027-05-11",
                updates=[wc.Update("2027-06-01", "blocked", note="No list of addresses")],
            ),
            wc.Action(
                "Send the minutes",
                "jo",
                "2027-01-26",
                id="minutes",
                agreed="2027-01-19",
                updates=[wc.Update("2027-01-22", "done")],
            ),
            wc.Action("Find a name", "amina", id="name", created="2027-06-01"),
        ],
    )


@pytest.fixture(scope="session")
def sent(year):
    """The log of that year as it goes out."""
    return ActionLogExporter().write(year, ExportRequest(AS_OF))


HOSTILE = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "{=1+1}", '=HYPERLINK("https://example.org")', "\t=1+1"),
    *("https://example.org", "mailto:amina@example.org", "internal:Lists!A1"),
    *("1/2", "1e5", "007", "TRUE", "2027-01-01", "40%", "#N/A", "#REF!", "'quoted"),
    *("<r>bold</r>", "<r><t>open</r>", "</t></si>", "&amp; <b>&#0;", "]]>"),
    *("_x0041_", "_x005F_", "_x005F_x0041_", "x005F_", "null \0 bell \a escape \x1b\uffff"),
    *("  outer  white  ", "two\nlines", "two\r\nlines", "vertical\vtab", "\u202eright to left"),
    *("𝄞 and 漢字", "x" * 40_000, "𝄞" * 20_000),
)


@pytest.fixture(scope="session")
def hostile():
    """A programme whose texts look like something else."""
    return wc.Programme(
        title="R&G &[Picture] <r>one</r>\nyear",
        people=[wc.Person(text, id=f"p{number}") for number, text in enumerate(HOSTILE)],
        objectives=[wc.Objective(text, id=f"o{number}") for number, text in enumerate(HOSTILE)],
        actions=[
            wc.Action(
                text,
                f"p{number}",
                id=f"a{number}",
                objective=f"o{number}",
                agreed="2027-01-19",
                updates=[wc.Update("2027-02-01", note=text)],
            )
            for number, text in enumerate(HOSTILE)
        ],
    )


@pytest.fixture(scope="session")
def read(year):
    """Read a log that came back."""

    def read(data, programme=year, **options):
        return ActionLogImporter().read(data, programme, ImportRequest(options))

    return read


@pytest.fixture(scope="session")
def changes():
    """Return what a log says that was not sent out, by action and field."""

    def changes(imported):
        return {
            (news.id, field): getattr(news.said, field)
            for news in imported.value
            for field in (attribute.name for attribute in attrs.fields(ActionState))
            if getattr(news.said, field) != getattr(news.sent, field, None)
        }

    return changes


@pytest.fixture(scope="session")
def edit():
    """Change a workbook with openpyxl, as a function does it to the sheet of actions."""

    def edit(data, change):
        workbook = openpyxl.load_workbook(BytesIO(data))
        change(workbook["Actions"])
        file = BytesIO()
        workbook.save(file)
        return file.getvalue()

    return edit


def find_office() -> tuple[str, str]:
    """Find LibreOffice, and a Python that can talk to it: none is downloaded for the tests."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    beside = Path(soffice).resolve().with_name("python") if soffice else Path()
    for python in ("/usr/bin/python3", str(beside), sys.executable):
        known = soffice and shutil.which(python)
        if (
            known
            and not subprocess.run([python, "-c", "import uno"], capture_output=True).returncode
        ):
            return soffice, python
    missing = "LibreOffice Calc with its Python bridge is missing"
    if "CI" in os.environ:
        pytest.fail(f"{missing}, and CI may not skip what needs it")
    return pytest.skip(missing)


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory):
    """Let LibreOffice open a workbook, type into it and save it; return the file it wrote.

    Every step is a sheet, a cell, and what is typed or `None`. `seen` of the function is what
    LibreOffice knew of these cells in the end.
    """
    soffice, python = find_office()
    profile = tmp_path_factory.mktemp("profile")

    def edit(data: bytes, *steps: tuple[str, str, str | None]) -> bytes:
        folder = tmp_path_factory.mktemp("edited")
        source, target = folder / "source.xlsx", folder / "target.xlsx"
        source.write_bytes(data)
        command = [python, str(TYPIST), soffice, str(profile), str(source), str(target)]
        edit.seen = json.loads(run_in_group(command, json.dumps(steps)))
        return target.read_bytes()

    return edit


def run_in_group(command: list[str], given: str, seconds: int = SECONDS) -> str:
    """Run a command with all that it starts, none of which outlives it."""
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, start_new_session=True, **streams) as process:
        try:
            printed, said = process.communicate(given, timeout=seconds)
        finally:
            with suppress(ProcessLookupError):  # all of it has ended
                os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 0, said
    return printed


@pytest.fixture(scope="session")
def pages_of(tmp_path_factory):
    """Let LibreOffice print documents; return what each page of each says.

    Takes the documents' bytes by their file names.
    """
    soffice, _ = find_office()
    if not (shutil.which("pdftotext") and shutil.which("pdfinfo")):
        if "CI" in os.environ:
            pytest.fail("Poppler's tools are missing, and CI may not skip what needs them")
        pytest.skip("Poppler's tools are missing")
    profile = tmp_path_factory.mktemp("printing").as_uri()

    def pages_of(documents: dict[str, bytes]) -> dict[str, list[Page]]:
        folder = tmp_path_factory.mktemp("printed")
        for name, data in documents.items():
            (folder / name).write_bytes(data)
        files = [str(folder / name) for name in documents]
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to"]
        run_in_group([*command, "pdf", "--outdir", str(folder), *files], "", PRINTING)
        return {name: _pages(folder / name) for name in documents}

    return pages_of


class Page(str):
    """What a page says, as it stands there, and whether the page lies on its side."""

    turned: bool


def _pages(document: Path) -> list[Page]:
    """Return the pages of a document that was printed beside it."""
    printed = str(document.with_suffix(".pdf"))
    said = _told(["pdftotext", "-layout", printed, "-"]).split("\f")[:-1]
    sizes = _told(["pdfinfo", "-f", "1", "-l", str(len(said)), printed])
    pages = [Page(text) for text in said]
    shapes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", sizes)
    for page, (wide, tall) in zip(pages, shapes, strict=True):
        page.turned = float(wide) > float(tall)
    return pages


def _told(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)
    return done.stdout.decode()
