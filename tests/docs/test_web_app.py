"""The example application, over real HTTP."""

import importlib.util
import json
import socket
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import uvicorn

EXAMPLE = Path(__file__).parents[2] / "docs/examples/web-app/app.py"

PROGRAMME = """
title = "A year of <change>"
time_zone = "Europe/London"
objectives = [{ statement = "A shared vision", id = "vision" }]
people = [{ name = "Amina Yusuf" }, { name = "Jo Park" }]

[[workshops]]
id = "where-now"
title = "Where are we now?"
start = 2027-01-19T09:30:00
end = 2027-01-19T12:30:00
aims = ["vision"]
agenda = [
    { format = "check-in" },
    { title = "What is changing?", minutes = 60, notes = "known to facilitators alone" },
]
"""


@pytest.fixture(scope="module")
def example():
    """Return the module of the example."""
    spec = importlib.util.spec_from_file_location("example_web_app", EXAMPLE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


@pytest.fixture(scope="module")
def address(example, tmp_path_factory):
    """Serve the example on a port of this machine, and return its address."""
    folder = tmp_path_factory.mktemp("programmes")
    (folder / "year-of-change").mkdir()
    (folder / "year-of-change" / "programme.toml").write_text(PROGRAMME, encoding="utf-8")
    server = uvicorn.Server(
        uvicorn.Config(example.create_app(folder), log_config=None, lifespan="off")
    )
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def get(address: str, path: str, body: bytes | None = None) -> tuple[int, str, str]:
    """Return the status, the media type and the text of an answer."""
    try:
        with urlopen(Request(address + path, data=body), timeout=30) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.headers.get_content_type(), error.read().decode()


def test_programmes_are_listed(address):
    status, kind, text = get(address, "/")
    assert (status, kind) == (200, "text/html")
    assert '<a href="/year-of-change/overview.html">year-of-change</a>' in text


def test_report_is_a_page_and_text_is_harmless_in_it(address):
    status, kind, text = get(address, "/year-of-change/overview.html")
    assert (status, kind) == (200, "text/html")
    assert "A year of &lt;change&gt;" in text
    assert "<change>" not in text


def test_page_may_run_nothing(address):
    with urlopen(address + "/year-of-change/overview.html", timeout=30) as answer:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_report_about_a_workshop_keeps_what_is_for_facilitators(address):
    path = "/year-of-change/participant-agenda.html?workshop=where-now&as_of=2027-01-01"
    status, _, text = get(address, path)
    assert status == 200
    assert "What is changing?" in text
    assert "facilitators alone" not in text


def test_paper_for_others_is_refused(address):
    status, _, text = get(address, "/year-of-change/run-sheet.html?workshop=where-now")
    assert (status, json.loads(text)["detail"]) == (403, "'run-sheet' is for facilitators")


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/year-of-change/overvue.html", 404, "Did you mean 'overview'"),
        ("/year-of-change/participant-agenda.html", 422, "name one of where-now"),
        ("/year-of-change/participant-agenda.html?workshop=where", 404, "Did you mean 'where-now'"),
        ("/year-of-change/overview.docx", 404, "nothing writes '.docx' files"),
        ("/last-year/overview.html", 404, "no programme 'last-year'"),
        ("/..%2Fsecret/overview.html", 404, "Not Found"),
        ("/Year/overview.html", 422, "pattern"),
    ],
)
def test_mistake_in_an_address_is_explained(address, path, status, said):
    found, _, text = get(address, path)
    assert found == status
    assert said in text


def test_findings_are_data(address):
    status, kind, text = get(address, "/year-of-change/findings")
    assert (status, kind) == (200, "application/json")
    found = json.loads(text)
    assert all(sorted(f) == ["code", "hint", "message", "path", "severity"] for f in found)
    assert ("WC206", "workshops[0].agenda[1]") in [(f["code"], f["path"]) for f in found]


def test_programme_that_is_sent_is_checked(address):
    status, _, text = get(address, "/check", b'title = "A year"\nk_min = 3\n')
    assert status == 200
    assert "WC112" in {finding["code"] for finding in json.loads(text)}


def test_every_problem_of_a_broken_programme_is_told_with_its_line(address):
    broken = b'title = "A year"\nk_min = "five"\ncolour = "red"\n'
    status, _, text = get(address, "/check", broken)
    assert status == 422
    told = [(problem["path"], problem["line"]) for problem in json.loads(text)["problems"]]
    assert sorted(told) == [("colour", 3), ("k_min", 2)]


def test_programme_that_is_too_long_is_refused(address, example):
    status, _, text = get(address, "/check", b"#" * (example.MOST_BYTES + 1))
    assert status == 413
    assert "at most 1000000 bytes" in text


def test_many_readers_at_once_get_the_same_page(address):
    path = "/year-of-change/overview.html?as_of=2027-01-01"
    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(lambda _: get(address, path), range(24)))
    assert len(answers) == 1
