"""The ten kinds of record, their folders and the schemes that link to them."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of record; the value is its name in data files and settings."""

    DEFINITION = "definition"
    CASE = "case"
    CONTEXT = "context"
    ENTREE = "entree"
    CRITERION = "criterion"
    SEMINAR = "seminar"
    QUESTION = "question"
    FINDING = "finding"
    ANALYSIS = "analysis"
    SOURCE = "source"

    @property
    def folder(self) -> str:
        """The folder of this kind's records, inside the folder of a language."""
        return _FOLDERS[self]

    @property
    def scheme(self) -> str:
        """The scheme of links to records of this kind, as in ``term:social-exclusion``."""
        return "term" if self is Kind.DEFINITION else self.value

    @property
    def pages(self) -> str:
        """The folder of this kind's pages in the built site."""
        return "bibliography" if self is Kind.SOURCE else self.folder

    @property
    def index_page(self) -> str:
        """The page that lists this kind's records; findings and analyses share one."""
        listed = Kind.FINDING if self is Kind.ANALYSIS else self
        return f"{listed.pages}/index.md"

    @classmethod
    def of_folder(cls, folder: str) -> "Kind | None":
        """Return the kind whose records lie in ``folder``, or None."""
        return _BY_FOLDER.get(folder)

    @classmethod
    def of_scheme(cls, scheme: str) -> "Kind | None":
        """Return the kind that links with ``scheme`` lead to, or None."""
        return _BY_SCHEME.get(scheme)


_FOLDERS = {
    Kind.DEFINITION: "definitions",
    Kind.CASE: "cases",
    Kind.CONTEXT: "contexts",
    Kind.ENTREE: "entrees",
    Kind.CRITERION: "criteria",
    Kind.SEMINAR: "seminars",
    Kind.QUESTION: "questions",
    Kind.FINDING: "findings",
    Kind.ANALYSIS: "analyses",
    Kind.SOURCE: "sources",
}
_BY_FOLDER = {folder: kind for kind, folder in _FOLDERS.items()}
_BY_SCHEME = {kind.scheme: kind for kind in Kind}
