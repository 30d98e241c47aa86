"""Opens a workbook in LibreOffice, types into its cells as a person would, and saves it.

Run by a Python that has LibreOffice's own `uno`, which is not the one that runs the tests::

    python3 typist.py SOFFICE PROFILE SOURCE TARGET < steps.json

Each step is `[sheet, cell, text]`; without a text the cell is only looked at. A text is taken as
what a person types there: a date is a date, in a cell for text it is text. (No refusal is seen
here: it would open a dialog, which a LibreOffice without a screen has none of.) Prints what is
known of the cells.
"""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

SECONDS = 60
FORMAT = "Calc MS Excel 2007 XML"


def named(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(pipe, office):
    """Return LibreOffice's context, as soon as it listens."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    end = time.monotonic() + SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.1)


def look(cell):
    """Return what LibreOffice knows of a cell."""
    return {
        "shown": cell.String,
        "locked": cell.Spreadsheet.isProtected() and cell.CellProtection.IsLocked,
        "accepts": cell.Validation.Type.value,
        "from": cell.Validation.getFormula1(),
    }


def work(context, source, target, steps):
    """Type, save, and return what is known of the cells afterwards."""
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, named(Hidden=True))
    cells = [document.Sheets.getByName(sheet).getCellRangeByName(cell) for sheet, cell, _ in steps]
    for cell, (_, _, text) in zip(cells, steps, strict=True):
        if text is not None:
            cell.FormulaLocal = text
    seen = list(map(look, cells))
    document.storeToURL(target.as_uri(), named(FilterName=FORMAT))
    with suppress(DisposedException):  # the file is written, and it may be gone before it says so
        document.close(True)
        desktop.terminate()
    return seen


def main(soffice, profile, source, target):
    steps = json.load(sys.stdin)
    pipe = f"typist{os.getpid()}"
    quiet = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    profile = f"-env:UserInstallation={Path(profile).as_uri()}"
    listen = f"--accept=pipe,name={pipe};urp;"
    office = subprocess.Popen([soffice, profile, *quiet, listen], stdout=subprocess.DEVNULL)
    print(json.dumps(work(connect(pipe, office), Path(source), Path(target), steps)))
    office.wait(SECONDS)


if __name__ == "__main__":
    main(*sys.argv[1:])
