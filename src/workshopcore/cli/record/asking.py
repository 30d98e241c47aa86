"""Questions about a record, and answers that are saved before the next question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import define

from workshopcore.cli.asking import asked, somebody_is_there
from workshopcore.cli.program import Refusal
from workshopcore.cli.record.book import Book, Enter
from workshopcore.cli.terminal import Terminal
from workshopcore.errors import ProgrammeError

__all__ = ["Desk", "LeftError", "check_terminal"]

_LEAVE = "."


class LeftError(Exception):
    """Somebody wants no more questions of this part."""


def check_terminal() -> None:
    """Refuse to ask where nobody answers.

    Raises:
        Refusal: standard input or output is no terminal.
    """
    if not somebody_is_there():
        raise Refusal(
            "record asks question by question, and needs a terminal for that. Without one, give"
            " options such as --present NAME, or notes with --from NOTES (--template prints some"
            " to fill in); --check says what is missing, --json prints the record"
        )


@define
class Desk:
    """Where questions are asked and answers are taken down."""

    book: Book
    terminal: Terminal

    def part(self, title: str, explanation: str) -> None:
        """Begin a part of the record."""
        self.terminal.say()
        self.terminal.say((title, "bold"))
        self.terminal.say((explanation, "dim"))

    def take(self, enter: Enter) -> bool:
        """Take an answer down and save it; say what is wrong with it, if anything is."""
        try:
            told = self.book.take(enter)
        except ProgrammeError as error:
            for problem in error.problems:
                cure = f". {problem.hint}" if problem.hint else ""
                expected = f"expected {problem.expected}, found {problem.found}{cure}"
                self.terminal.say(("  Not taken: ", "bold red"), expected)
            return False
        for words in told:
            self.terminal.say(("  " + words, "dim"))
        return True

    def text(self, question: str) -> str:
        """Ask for a line of text, which may be none; a full stop alone leaves the part.

        Raises:
            LeftError: it was one.
        """
        return _kept(asked(question, str))

    def texts(self, question: str) -> Iterator[str]:
        """Ask for lines of text until one is empty.

        Raises:
            LeftError: a full stop stood alone.
        """
        while text := self.text(question):
            yield text

    def choice(self, question: str, words: Mapping[str, str], usual: str = "") -> str:
        """Ask for one of several things.

        Args:
            question: in words.
            words: what each answer stands for; a letter and a word may stand for the same.
            usual: what Enter stands for.

        Raises:
            LeftError: a full stop stood alone.
        """

        def read(text: str) -> str:
            if text == _LEAVE or text.casefold() in words:
                return text.casefold()
            raise Refusal(f"expected one of {', '.join(filter(None, words))}, found {text!r}")

        found = _kept(asked(question, read, usual))
        return words[found]

    def agreed(self, question: str, *, usual: bool) -> bool:
        """Ask for yes or no."""
        yes = {"y": "yes", "yes": "yes", "n": "", "no": ""}
        return bool(self.choice(f"{question} y/n", yes, "y" if usual else "n"))

    def until_taken(self, ask: Callable[[], Enter | None]) -> None:
        """Ask again until an answer can be taken, or there is none."""
        while (enter := ask()) is not None and not self.take(enter):
            continue


def _kept(text: str) -> str:
    if text == _LEAVE:
        raise LeftError
    return text
