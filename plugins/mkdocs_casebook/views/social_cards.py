"""Social cards: the pictures that other sites show beside a link to a record."""

import contextlib
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from mkdocs_casebook.model.document import Document
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.text import capitalised
from mkdocs_casebook.reading.files import write_whole
from mkdocs_casebook.views.assets import FOLDER
from mkdocs_casebook.views.site import Site
from mkdocs_casebook.views.view import InlineRenderer, View

WIDTH, HEIGHT = 1200, 630

_RECIPE = 1  # raise it when `draw` changes, so that no cache keeps what the old one drew
_SERIF = ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf")
_SANS = ("fontpkg_source_sans_3", "SourceSans3[wght].ttf")
# Shades of grey: the face has no other colour that a card needs, and they are quick to pack.
_INK, _APPARATUS, _QUIET, _GROUND = 17, 74, 92, 255
_MARGIN, _BAR = 84, 12
_LARGEST_OPTICAL_SIZE = 60


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What a card says.

    Attributes:
        kicker: The kind of record.
        title: Its name.
        text: What it is, in a sentence or two; may be empty.
        site: The name of the site.
    """

    kicker: str
    title: str
    text: str
    site: str


def social_cards(
    site: Site, description: str, render: InlineRenderer
) -> Iterator[tuple[str, SocialCard]]:
    """Yield the cards of a site: of each record but the sources, and one for all other pages.

    Args:
        site: The site.
        description: What the site is, in a sentence.
        render: Renders inline Markdown.

    Yields:
        The page that the card belongs to, empty for that of the site, and what it says.
    """
    yield "", SocialCard("", site.name, description, "")
    for document in site.study.documents:
        if document.language == site.language and document.kind not in {None, Kind.SOURCE}:
            yield document.page, _card(View(site, document.page, render), document)


def card_path(page: str) -> str:
    """Return the path of a card in the site of its language.

    Args:
        page: The page that it belongs to; empty for the card of the site.
    """
    return f"{FOLDER}/social/{page.removesuffix('.md') or 'site'}.png"


def _card(view: View, document: Document) -> SocialCard:
    record = document.record
    text = view.plain(record.summary) if record and record.summary else ""
    kicker = view.words(f"kinds.{document.kind}.one")
    return SocialCard(kicker, capitalised(document.title), text, view.site.name)


def drawn(card: SocialCard, folder: Path | None) -> bytes:
    """Return a card as a picture.

    Args:
        card: What it says.
        folder: A cache of cards drawn before, or None to draw each time. It may be thrown away.

    Returns:
        A PNG file, the same each time.
    """
    if folder is None:
        return draw(card)
    settings = (_RECIPE, card, version("pillow"), version("fontpkg-source-serif-4"))
    name = hashlib.sha256(repr(settings).encode()).hexdigest()[:24]
    path = folder / "social" / f"{name}.png"
    with contextlib.suppress(OSError):
        return path.read_bytes()
    data = draw(card)
    with contextlib.suppress(OSError):  # a cache that cannot be written costs time, nothing else
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    return data


def draw(card: SocialCard) -> bytes:
    """Draw a card: the study's words under a black bar, as on its pages.

    Returns:
        A PNG file of `WIDTH` by `HEIGHT` pixels.
    """
    image = Image.new("L", (WIDTH, HEIGHT), _GROUND)
    pen = ImageDraw.Draw(image)
    pen.text((_MARGIN, 66), card.kicker, font=_font(_SANS, 30, 400), fill=_APPARATUS)
    pen.rectangle((_MARGIN, 122, WIDTH - _MARGIN, 122 + _BAR), fill=_INK)
    size = 76 if len(card.title) <= 40 else 58
    y = _lines(pen, card.title, _font(_SERIF, size, 600), 164, most=3)
    _lines(pen, card.text, _font(_SERIF, 34, 400), y + 22, most=_room(y + 22))
    pen.text((_MARGIN, HEIGHT - 84), card.site, font=_font(_SANS, 30, 600), fill=_QUIET)
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def _room(y: int) -> int:
    """Return how many lines of the text stand between ``y`` and the name of the site."""
    return max(0, (HEIGHT - 110 - y) // 46)


def _lines(
    pen: ImageDraw.ImageDraw,
    text: str,
    font: ImageFont.FreeTypeFont,
    y: int,
    most: int,
) -> int:
    """Draw a text in as many lines as it needs and has; return where the next may begin."""
    step = round(font.size * 1.32)
    lines = _broken(text, font, WIDTH - 2 * _MARGIN)
    if len(lines) > most > 0:
        lines[most - 1] = f"{lines[most - 1].rsplit(' ', 1)[0].rstrip('.,;:')}…"
    for line in lines[:most]:
        pen.text((_MARGIN, y), line, font=font, fill=_INK)
        y += step
    return y


def _broken(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(source: tuple[str, str], size: int, weight: int) -> ImageFont.FreeTypeFont:
    package, name = source
    with as_file(files(package) / "files" / name) as path:
        font = ImageFont.truetype(io.BytesIO(path.read_bytes()), size)
    # The weight comes first; the serif has an optical size behind it.
    optical = [min(size, _LARGEST_OPTICAL_SIZE)] if source == _SERIF else []
    font.set_variation_by_axes([weight, *optical])
    return font
