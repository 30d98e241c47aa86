"""Lines of a template: those that hold tags alone leave nothing, and all remember their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from workshopcore.reports.templates.values import PLACE, TAG, VALUE, place_sign

__all__ = ["Layout"]

_ENDS = {"block_begin": "block_end", "variable_begin": "variable_end"}
_SIGNS = {"block_begin": TAG, "variable_begin": VALUE}
_TAGS_ALONE = re.compile(rf"^[ \t]*((?:{TAG}[ \t]*)+)(?:{PLACE.pattern}(?:\n|\Z)|\Z)", re.MULTILINE)
_ANY_SIGN = re.compile(f"[{TAG}{VALUE}]")


class Layout(Extension):
    """Takes lines of tags out, whose breaks would tear a table of Markdown apart.

    Jinja's own ``trim_blocks`` would also take the break after a tag at the end of a sentence.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template, without the rest of such lines."""
        file = sorted(getattr(self.environment, "sources", ())).index(stream.name)
        text, groups = _written_out(stream, file)
        kept = _ANY_SIGN.split(_TAGS_ALONE.sub(_tags, text))
        for words, group in zip(kept, [*groups, []], strict=True):
            if words:
                yield Token(group[0].lineno if group else 1, "data", words)
            yield from group


def _written_out(stream: TokenStream, file: int) -> tuple[str, list[list[Token]]]:
    """Return a template's text with a sign for each tag and value, and the tokens of each.

    Of a comment the lexer leaves nothing but the text before and behind it, side by side.
    """
    text: list[str] = []
    groups: list[list[Token]] = []
    end = before = ""
    line = 0
    for token in stream:
        if end:
            groups[-1].append(token)
            end = "" if token.type == end else end
        elif token.type in _ENDS:
            text.append(_SIGNS[token.type])
            groups.append([token])
            end = _ENDS[token.type]
        else:
            if before == token.type:
                text.append(TAG)
                groups.append([])
            text.append(_placed(token, file))
        before, line = token.type, token.lineno + str(token.value).count("\n")
    if text and not text[-1].endswith("\n"):
        text.append(place_sign(file, line))
    return "".join(text), groups


def _placed(token: Token, file: int) -> str:
    """Return text whose lines end with the sign of their place."""
    lines = token.value.split("\n")
    placed = [f"{line}{place_sign(file, token.lineno + n)}\n" for n, line in enumerate(lines)]
    return "".join([*placed[:-1], lines[-1]])


def _tags(found: re.Match[str]) -> str:
    return TAG * found[1].count(TAG)
