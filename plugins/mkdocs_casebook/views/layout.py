"""The layout of a page: what stands around and between the sections that its author wrote."""

from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of finished HTML."""

    html: Markup


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the page.

    Attributes:
        text: The title.
        language: Its language, where it is not that of the page.
    """

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of ours.

    Attributes:
        text: The heading.
        anchor: Its id on the page.
        number: A number drawn before it.
        searched: What stands under it is found by the site's search.
    """

    text: str
    anchor: str
    number: int | None = None
    searched: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """A section that the author wrote, found by the id of its heading, with its heading.

    Attributes:
        anchor: The id; empty for what stands before the first section.
        number: A number drawn before the heading.
    """

    anchor: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Pieces with finished HTML in the column beside them.

    Attributes:
        pieces: The pieces on the left.
        html: What stands on the right; below them on a narrow screen.
    """

    pieces: "tuple[Piece, ...]"
    html: Markup


Piece = Html | Title | Section | Written | Beside


@dataclass(frozen=True, slots=True)
class Layout:
    """A page.

    Attributes:
        pieces: Its pieces in order. Sections of the author's that none of them names follow
            the piece ``rest``.
        rest: Index in ``pieces`` before which the sections that no piece names stand.
        title: The title for the browser and for search.
        description: One sentence for search engines.
        hide: The parts of the theme that the page does without.
        search: The weight of the page in the site's search; 0 leaves it out.
    """

    pieces: tuple[Piece, ...]
    rest: int
    title: str
    description: str = ""
    hide: tuple[str, ...] = ("navigation",)
    search: float = 1.0


@dataclass(slots=True)
class LayoutBuilder:
    """Collects the pieces of a layout."""

    title: str
    description: str = ""
    hide: tuple[str, ...] = ("navigation",)
    search: float = 1.0
    _pieces: list[Piece] = field(default_factory=list)
    _rest: int | None = None

    def add(self, *pieces: Piece | Markup | None) -> "LayoutBuilder":
        """Add pieces; finished HTML that is empty, and None, are left out."""
        for piece in pieces:
            if isinstance(piece, Markup):
                if piece.strip():
                    self._pieces.append(Html(piece))
            elif piece is not None:
                self._pieces.append(piece)
        return self

    def section(self, text: str, anchor: str, html: Markup, *, searched: bool = True) -> None:
        """Add a heading and what stands under it, if anything does."""
        if html.strip():
            self.add(Section(text, anchor, searched=searched), html)

    def rest(self) -> None:
        """Put here the sections of the author's that no piece names."""
        self._rest = len(self._pieces)

    def build(self) -> Layout:
        """Return the finished layout."""
        rest = len(self._pieces) if self._rest is None else self._rest
        return Layout(
            tuple(self._pieces), rest, self.title, self.description, self.hide, self.search
        )
