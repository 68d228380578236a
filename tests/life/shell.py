"""The command line over one store, called in this process, for a life in which every call is an act."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from desktop.cli import DONE, run
from tests.desktop.conftest import Answer
from tests.life.conftest import NOTABLE

YEAR = "bao-cao-nam/2026"


@dataclass(frozen=True, slots=True)
class Shell:
    """A store and the command line over it; every call but `tried` must succeed."""

    store: Path
    folder: Path

    def tried(self, command: str, *arguments: str | Path, store: Path | None = None) -> Answer:
        """Call a command."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run([command, *map(str, arguments), "--store", str(store or self.store)])
        assert "Traceback" not in out.getvalue() + err.getvalue()
        return Answer(code, out.getvalue(), err.getvalue())

    def call(self, command: str, *arguments: str | Path) -> Answer:
        """Call a command that must succeed."""
        answer = self.tried(command, *arguments)
        assert answer.code == DONE, answer.err
        return answer

    def year(self, command: str, *arguments: str | Path) -> Answer:
        """Call a command for the year 2026."""
        return self.call(command, "--period", YEAR, *arguments)

    def record(self, span: str, *lines: str) -> Answer:
        """Record a file of figures, whether or not it is taken."""
        return self.tried("record", "--period", span, self.text("\n".join(("key,value", *lines))))

    def write(self, span: str, section: str, words: str) -> Answer:
        """Write the words of a section."""
        return self.call("write", "--period", span, "--section", section, self.text(words))

    def over(self, words: str) -> str:
        """Write over the notable results and return how they stand."""
        return self.year("sentence", NOTABLE, "--text", words).out

    def text(self, words: str) -> Path:
        """Lay words into a text file."""
        path = self.folder / "chữ.csv"
        path.write_text(words + "\n", encoding="utf-8")
        return path

    def files(self, name: str, command: str, *arguments: str) -> list[Path]:
        """Return the files that a command for the year writes."""
        self.year(command, *arguments, "--out", self.folder / name)
        return sorted((self.folder / name).iterdir())

    def entries(self, day: str) -> dict[str, str]:
        """Return the lines of the register by period."""
        lines = self.call("register", "2026", "--on", day).out.splitlines()
        return {key: words for key, _, words in (line.partition(" ") for line in lines)}
