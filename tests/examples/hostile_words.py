"""The example programme with something hostile in every field that people write into."""

import json
import re
from itertools import count
from pathlib import Path

import workshopcore as wc

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "adult-social-care"

# The number of the field stands for @, so that texts that must differ do.
HOSTILE = {
    "markup": "<script>alert(@)</script> &amp; </w:t> ]]> \"' #let x = [$1$] \\input{x} @",
    "markdown": "# @ | *b* _i_ ``` [x](javascript:alert(@)) ![](http://x.example/@) {{ 7*7 }}",
    "formulas": '=HYPERLINK("http://x.example","@") | +cmd|\' /C calc\'!A@',
    "bidirectional": "שלום \u202eabc\u202c \u2067عالم\u2069 @",
    "combining": "Zalgo" + "\u0301\u0323\u0308" * 40 + " \U0001f469\u200d\U0001f4bb @",
    "control": "a\x00b\x07c\x1b[31md\x85e\u2028f\ufdd0g\ufffeh\uffff @",
    "lines": "one\ntwo\r\nthree\tfour\x0bfive @",
    "long": "w" * 10_000 + " @",
}
# Everything at once, but for what would make every document a thousand pages long.
HOSTILE["everything"] = (
    " ".join(text[:90] for kind, text in HOSTILE.items() if kind != "long") + "w" * 60
)

_MONEY = re.compile(r"-?[\d.]+ [A-Z]{3}")


def hostile_example(kind: str) -> wc.Programme:
    """Return the example with a hostile text wherever somebody wrote words."""
    programme = wc.load(EXAMPLE / "programme.toml")
    numbers = count(1)

    def spoilt(value):
        if isinstance(value, dict):
            return {key: spoilt(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [spoilt(inner) for inner in value]
        # Identifiers, dates and the words of a vocabulary have no spaces.
        if isinstance(value, str) and " " in value and not _MONEY.fullmatch(value):
            return HOSTILE[kind].replace("@", str(next(numbers)))
        return value

    return wc.loads(
        json.dumps(spoilt(json.loads(wc.dumps(programme, format="json")))), format="json"
    )
