"""Ways to write a report as a file in a test, and to build it."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

import workshopcore as wc
from workshopcore.testing import sample_programme

HEAD = '+++\nkey = "acme:{name}"\ntitle = "{title}"\naudience = "{audience}"\n{more}+++\n'


@pytest.fixture
def house(tmp_path) -> SimpleNamespace:
    """Return a house with a folder of reports: ``write`` puts one there, ``build`` builds it."""

    def write(
        body: str,
        name: str = "note",
        *,
        audience: str = "participants",
        title: str = "A note",
        **more: str,
    ) -> Any:
        head = HEAD.format(
            name=name,
            title=title,
            audience=audience,
            more="".join(f"{key} = {value}\n" for key, value in more.items()),
        )
        file = tmp_path / f"{name}.md.jinja"
        file.write_text(head + body, encoding="utf-8")
        return file

    def part(text: str, name: str) -> None:
        (tmp_path / f"{name}.md.jinja").write_text(text, encoding="utf-8")

    def build(key: str = "acme:note", programme: Any = None, **asked: Any) -> Any:
        toolkit = wc.Toolkit(discover=False, report_folders=[tmp_path])
        return toolkit.report(programme or sample_programme(), key, **asked)

    def built(body: str, **asked: Any) -> tuple[Any, ...]:
        write(body)
        return build(**asked).blocks

    return SimpleNamespace(write=write, part=part, build=build, built=built, folder=tmp_path)


@pytest.fixture
def fault(house) -> Callable[..., tuple[int, str]]:
    """Return a function that says what goes wrong when a body is built, and at which of its lines.

    The head of the file takes five lines.
    """

    def fault(body: str, **head: str) -> tuple[int, str]:
        house.write(body, **head)
        asked = {"as_of": "2027-06-30"} if "as_of" in head.get("needs", "") else {}
        with pytest.raises(wc.errors.TemplateError) as caught:
            house.build(**asked)
        [one] = caught.value.faults
        assert one.file == str(house.folder / "note.md.jinja")
        return one.line - 5 - ("needs" in head), one.message

    return fault
