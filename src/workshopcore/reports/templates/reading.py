"""Reports out of folders of templates: all of them, or everything that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path

from workshopcore.errors import TemplateError, TemplateFault
from workshopcore.reports.templates.environment import Scriptorium
from workshopcore.reports.templates.files import ENDING, File, files_in
from workshopcore.reports.templates.front_matter import (
    FrontMatter,
    front_matter,
    has_front_matter,
)
from workshopcore.reports.templates.parts import FUNCTIONS
from workshopcore.reports.templates.written_report import SUBJECTS, Folder, WrittenReport
from workshopcore.sandbox import looked_through

__all__ = ["read_reports"]

_ALWAYS = ("evaluation", "options", "programme", *FUNCTIONS)
_MAY_NEED = ("as_of", *SUBJECTS)
_NEEDED = {str(name): f"add '{name}' to needs, in the head of the file" for name in _MAY_NEED}


def read_reports(*places: Path | str | Traversable) -> tuple[WrittenReport, ...]:
    r"""Return the report types that are written as templates in folders, or as single files.

    Their names end in ``.md.jinja``. Those that begin with ``_`` are no reports, but there to be
    included. What the files say is taken in: nothing is read when a report is built.

    Args:
        places: folders or files, on a disk or in a distribution (``importlib.resources.files``).

    Raises:
        TemplateError: everything that is wrong in them, each with its file and line.

    >>> import tempfile
    >>> head = '+++\nkey = "acme:hello"\ntitle = "Hello"\naudience = "public"\n+++\n'
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "hello.md.jinja")
    ...     _ = file.write_text(head + "# {{ programme.title }}", encoding="utf-8")
    ...     [hello] = read_reports(folder)
    >>> hello.key, hello.audience
    ('acme:hello', 'public')
    """
    reports: list[WrittenReport] = []
    faults: list[TemplateFault] = []
    for place in {str(each): each for each in places}.values():
        found, wrong = _read(Path(place) if isinstance(place, str) else place)
        reports += found
        faults += wrong
    faults += _twice(reports)
    if faults:
        raise TemplateError(faults)
    return tuple(reports)


def _read(place: Traversable) -> tuple[list[WrittenReport], list[TemplateFault]]:
    if not (place.is_dir() or place.is_file()):
        return [], [TemplateFault(str(place), 0, "there is no such folder or file")]
    files, faults = files_in(place)
    if not files and not faults:
        words = f"there is no report here: the names of templates end in '{ENDING}'"
        return [], [TemplateFault(str(place), 0, words)]
    heads: dict[str, FrontMatter] = {}
    for file in files:
        head, wrong = _head(file)
        faults += [TemplateFault(file.shown, line, words) for line, words in wrong]
        if head is not None:
            heads[file.name] = head
    folder = _folder(files, heads)
    for file in files:
        if file.is_part or file.name in heads:
            faults += _looked_through(folder, file, heads.get(file.name))
    if faults:
        return [], sorted(faults, key=lambda fault: (fault.file, fault.line))
    return [_report(folder, file, heads[file.name]) for file in files if file.name in heads], []


def _head(file: File) -> tuple[FrontMatter | None, list[tuple[int, str]]]:
    if file.is_part:
        return None, []
    if has_front_matter(file.text):
        return front_matter(file.text)
    words = (
        "a report begins with a head, TOML between two lines '+++'; the name of a template that"
        " others include begins with '_'"
    )
    return None, [(1, words)]


def _folder(files: Iterable[File], heads: Mapping[str, FrontMatter]) -> Folder:
    """Return the templates together; what stands before a body becomes blank lines."""
    sources: dict[str, str] = {}
    shown: dict[str, str] = {}
    for file in files:
        head = heads.get(file.name)
        sources[file.name] = file.text if head is None else _below(file.text, head.ends)
        shown[file.name] = file.shown
        for part, text in _lines(head):
            sources[f"{file.name}#{part}"] = text
            shown[f"{file.name}#{part}"] = file.shown
    return Folder(Scriptorium(sources), shown)


def _below(text: str, line: int) -> str:
    return "\n" * line + "\n".join(text.split("\n")[line:])


def _lines(head: FrontMatter | None) -> Iterator[tuple[str, str]]:
    if head is not None:
        for part in ("heading", "subtitle"):
            yield part, "\n" * (head.lines[part] - 1) + getattr(head, part)


def _looked_through(folder: Folder, file: File, head: FrontMatter | None) -> list[TemplateFault]:
    """Return what is wrong in a template, and in the lines of its head that are templates."""
    names = (
        [file.name] if head is None else [file.name, *(f"{file.name}#{p}" for p, _ in _lines(head))]
    )
    known = None if head is None else {*_ALWAYS, *head.needs}
    return [
        folder.fault(fault.template, fault.line, fault.words)
        for name in names
        for fault in looked_through(folder.scriptorium, name, known, _NEEDED)
    ]


def _report(folder: Folder, file: File, head: FrontMatter) -> WrittenReport:
    return WrittenReport(
        head.key,
        head.title,
        head.audience,
        head.needs,
        head.on_request,
        head.pages,
        head.options,
        file.shown,
        file.name,
        folder,
    )


def _twice(reports: Iterable[WrittenReport]) -> Iterator[TemplateFault]:
    first: dict[str, str] = {}
    for report in reports:
        other = first.setdefault(report.key, report.file)
        if other != report.file:
            words = f"the key '{report.key}' is also that of {other}"
            yield TemplateFault(report.file, 1, words)
