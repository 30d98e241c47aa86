"""A small web application: the programmes of a folder, and their documents in a browser.

Start it with ``uvicorn app:app`` (FastAPI and uvicorn installed); the folder is taken from
``PROGRAMMES``, and is this one's neighbours where that is not set.
"""

import os
from collections.abc import Collection
from datetime import date
from html import escape
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, HTTPException, Query, Request, Response
from fastapi import Path as Part
from fastapi.responses import HTMLResponse, JSONResponse

import workshopcore as wc
from workshopcore.contracts.reports import Renderer
from workshopcore.errors import PluginError, RenderError, UnknownKeyError

Name = Annotated[str, Part(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
MOST_BYTES = 1_000_000
# Documents need no script and fetch nothing, so a browser is told to allow neither.
SAFE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    "X-Content-Type-Options": "nosniff",
}


def create_app(folder: Path, audiences: Collection[str] = ("participants", "public")) -> FastAPI:
    """Return the application.

    Args:
        folder: where the programmes are, each as ``<name>/programme.toml``.
        audiences: whose papers it shows. A real application asks who is reading.
    """
    app = FastAPI(title="Workshops")
    # One toolkit serves every request: it is read-only, and may be used by several threads.
    toolkit = wc.Toolkit()

    @app.get("/", response_class=HTMLResponse)
    def programmes() -> str:
        names = sorted(path.parent.name for path in folder.glob("*/programme.toml"))
        items = "".join(f'<li><a href="/{name}/overview.html">{escape(name)}</a>' for name in names)
        return f"<!doctype html><html lang=en><title>Programmes</title><ul>{items}</ul>"

    @app.get("/{name}/findings")
    def findings(name: Name) -> list[dict[str, Any]]:
        return [as_data(finding) for finding in toolkit.check(load(folder, name))]

    @app.post("/check")
    async def check(request: Request) -> list[dict[str, Any]]:
        text = await request.body()
        if len(text) > MOST_BYTES:
            raise HTTPException(413, f"at most {MOST_BYTES} bytes")
        programme = wc.loads(text.decode("utf-8", "replace"))
        return [as_data(finding) for finding in toolkit.check(programme)]

    @app.get("/{name}/{report}.{ending}")
    def document(
        name: Name,
        report: str,
        ending: str,
        as_of: Annotated[date | None, Query()] = None,
        workshop: Annotated[str, Query()] = "",
    ) -> Response:
        kind = toolkit.reports[report]
        if kind.audience not in audiences:
            raise HTTPException(403, f"'{report}' is for {kind.audience}")
        renderer = renderer_of(toolkit, ending)
        # An application knows what day it is; the library never asks.
        day = as_of or date.today()
        made = toolkit.report(load(folder, name), report, as_of=day, workshop=workshop)
        return Response(
            toolkit.render(made, renderer.key), media_type=renderer.media_type, headers=SAFE
        )

    @app.exception_handler(wc.WorkshopCoreError)
    def refused(_request: Request, error: wc.WorkshopCoreError) -> JSONResponse:
        return JSONResponse({"error": str(error), "problems": problems(error)}, status_of(error))

    return app


def load(folder: Path, name: str) -> wc.Programme:
    """Return a programme of the folder."""
    path = folder / name / "programme.toml"
    if not path.is_file():
        raise HTTPException(404, f"no programme '{name}'")
    return wc.load(path)


def renderer_of(toolkit: wc.Toolkit, ending: str) -> Renderer:
    """Return the renderer that writes files of this ending."""
    for renderer in toolkit.renderers.values():
        if renderer.suffix == f".{ending}":
            return renderer
    raise HTTPException(404, f"nothing writes '.{ending}' files")


def as_data(finding: wc.Finding) -> dict[str, Any]:
    """Return a finding as JSON."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "message": finding.message,
        "hint": finding.hint,
    }


def problems(error: wc.WorkshopCoreError) -> list[dict[str, Any]]:
    """Return everything that is wrong with a programme, each with its path and line."""
    if not isinstance(error, wc.ProgrammeError):
        return []
    return [problem._asdict() for problem in error.problems]


def status_of(error: wc.WorkshopCoreError) -> int:
    """Return whose fault an error is, as HTTP says it."""
    if isinstance(error, UnknownKeyError):
        return 404
    return 500 if isinstance(error, (PluginError, RenderError)) else 422


app = create_app(Path(os.environ.get("PROGRAMMES", Path(__file__).parents[1])))
