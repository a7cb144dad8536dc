"""What can go wrong, each error naming the culprit in words for a reporter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class NewsError(Exception):
    """Something a person should be told in one sentence."""

    title: ClassVar[str] = "Something went wrong"
    """What kind of trouble this is, in a few words."""


class QueryError(NewsError):
    """A mistake in a query, with the place where it stands."""

    title = "Query not understood"

    def __init__(
        self, text: str, column: int, length: int, reason: str, suggestion: str | None = None
    ) -> None:
        """Name the `length` characters at `column` (0-based) of the query `text`.

        Args:
            suggestion: The whole query as it was probably meant.
        """
        said = reason if reason.endswith("?") else f"{reason}."
        super().__init__(f"{said} Use: {suggestion}" if suggestion else said)
        self.text = text
        self.column = column
        self.length = max(1, length)
        self.reason = reason
        self.suggestion = suggestion

    def caret(self) -> str:
        """Return the query and, below it, carets under the mistake."""
        return f"{self.text}\n{' ' * self.column}{'^' * self.length}"


class FileRefused(NewsError):
    """A file that is not taken in, and why."""

    title = "File refused"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class WorkersLost(NewsError):
    """A process that helped to read texts, and that the system ended."""

    title = "Reading broke off"

    def __init__(self) -> None:
        super().__init__("A process that helped to read was ended from outside; perhaps memory ran short.")


class DocumentError(NewsError):
    """A stored document that does not say what an article must say."""

    title = "Document not understood"

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class GazetteerError(NewsError):
    """A record of a gazetteer file that cannot be used."""

    title = "Gazetteer not understood"

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class ArchiveError(NewsError):
    """An archive, or one file of it, that cannot be read or written."""

    title = "Archive not readable"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class IndexDamaged(ArchiveError):
    """The index made no sense to a writer, and is thrown away."""


class ArchiveBusy(NewsError):
    """An archive that another process has been writing for too long."""

    title = "Archive busy"

    def __init__(self, holder: str, seconds: float) -> None:
        super().__init__(f"Waited {seconds:.0f} s for the archive: {holder} is writing. Try again later.")
        self.holder = holder


class ArticleUnknown(NewsError):
    """An id that no article of the archive has."""

    title = "No such article"

    def __init__(self, article_id: str) -> None:
        super().__init__(f"No article {article_id} in this archive. newsdesk list shows what there is.")
        self.article_id = article_id


class ArticleAmbiguous(ArticleUnknown):
    """The beginning of an id that several articles share."""

    title = "Which article?"

    def __init__(self, prefix: str, ids: Sequence[str]) -> None:
        NewsError.__init__(self, f"{prefix} is the beginning of {len(ids)} ids: {', '.join(ids[:5])}")
        self.article_id = prefix
        self.ids = tuple(ids)


class MarkRefused(NewsError):
    """Something said of a text, or a saved view, that cannot be kept."""

    title = "Not kept"


class ReaderRefused(NewsError):
    """A name that no reader can have."""

    title = "No such reader"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” cannot be the name of a reader: it takes 1 to 32 of a-z 0-9 . _ -, "
            "and begins with a letter or a digit"
        )
        self.name = name


class CorrectionRefused(NewsError):
    """A correction that cannot be made, and why."""

    title = "Not corrected"
