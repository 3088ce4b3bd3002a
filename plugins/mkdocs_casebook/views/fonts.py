"""The site's own fonts: subsets of Source Serif 4 and Source Sans 3, made when the site is built.

The fonts come from the packages ``fontpkg-source-serif-4`` and ``fontpkg-source-sans-3``. The SIL
Open Font License 1.1 reserves the name "Source" for the fonts as their makers publish them
(condition 3), so the subsets carry names of their own; copyright and licence stay in each file, and
the licence's text is published beside them.
"""

import contextlib
import hashlib
import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._n_a_m_e import table__n_a_m_e
from fontTools.varLib.instancer import instantiateVariableFont

from mkdocs_casebook.reading.files import write_whole

LATIN = (
    "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, "
    "U+2122, U+2190-2193, U+2212, U+2215, U+FEFF, U+FFFD"
)
LATIN_EXTENDED = (
    "U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+20A0-20AB, "
    "U+20AD-20C0, U+A720-A7FF"
)
SERIF = "Casebook Serif"
SANS = "Casebook Sans"

_FEATURES = ("ccmp", "kern", "liga", "lnum", "locl", "onum", "pnum", "tnum")
_LIGHTEST, _BOLDEST = 400, 700  # what the style sheets use
# The optical size is the drawn master of text sizes: every other value is computed, and larger.
_AXES = {"opsz": 20, "wght": (_LIGHTEST, _BOLDEST)}
_RECIPE = 2  # raise it when `subset` changes, so that no cache keeps what the old one cut
_COPYRIGHT, _LICENCE, _LICENCE_URL = 0, 13, 14
_FAMILY, _STYLE, _UNIQUE_ID, _FULL_NAME, _POSTSCRIPT_NAME = 1, 2, 3, 4, 6


@dataclass(frozen=True)
class Face:
    """One font file of the site: what it is cut from, and what it holds.

    Attributes:
        name: The file's name, without its ending.
        family: The family's name in the style sheet.
        style: ``normal`` or ``italic``.
        package: The import package that holds the variable font.
        source: The variable font's file name in that package.
        unicode_range: The characters kept, in the syntax of the CSS descriptor ``unicode-range``.
    """

    name: str
    family: str
    style: str
    package: str
    source: str
    unicode_range: str


_SERIF_ROMAN = ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf")
_SERIF_ITALIC = ("fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf")
_SANS_ROMAN = ("fontpkg_source_sans_3", "SourceSans3[wght].ttf")

FACES = (
    Face("casebook-serif-latin", SERIF, "normal", *_SERIF_ROMAN, LATIN),
    Face("casebook-serif-italic-latin", SERIF, "italic", *_SERIF_ITALIC, LATIN),
    Face("casebook-sans-latin", SANS, "normal", *_SANS_ROMAN, LATIN),
    Face("casebook-serif-latin-extended", SERIF, "normal", *_SERIF_ROMAN, LATIN_EXTENDED),
    Face("casebook-sans-latin-extended", SANS, "normal", *_SANS_ROMAN, LATIN_EXTENDED),
)


def font_files(cache: Path | None) -> dict[str, bytes]:
    """Return the fonts and their licences.

    Args:
        cache: A folder that keeps the subsets between builds, or None to cut them each time. It may
            be thrown away at any time, and two builds may share it.

    Returns:
        File names to contents: a WOFF2 file for each of `FACES`, and the licence of each package.
    """
    fonts = {f"{face.name}.woff2": _cached_subset(face, cache) for face in FACES}
    return {**fonts, **_licences()}


def font_face_rules(folder: str = "fonts") -> str:
    """Return the ``@font-face`` rules for `FACES`.

    Args:
        folder: Where the font files are, seen from the style sheet.

    Returns:
        A style sheet.
    """
    return "\n".join(
        f"""@font-face {{
  font-family: "{face.family}";
  font-style: {face.style};
  font-weight: {_LIGHTEST} {_BOLDEST};
  font-display: swap;
  src: url("{folder}/{face.name}.woff2") format("woff2");
  unicode-range: {face.unicode_range};
}}
"""
        for face in FACES
    )


def code_points(unicode_range: str) -> frozenset[int]:
    """Read a CSS ``unicode-range``.

    Args:
        unicode_range: Single characters and ranges, such as ``U+0000-00FF, U+0131``.

    Returns:
        The code points it names.
    """
    points: set[int] = set()
    for part in unicode_range.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


def subset(face: Face) -> bytes:
    """Cut one face from its variable font: the same bytes each time.

    Args:
        face: What to cut.

    Returns:
        A WOFF2 file, variable in weight.
    """
    with as_file(files(face.package) / "files" / face.source) as source:
        font = TTFont(source, lazy=True, recalcTimestamp=False)
        names = _names(font, face)
        options = Options(
            hinting=False,
            layout_features=list(_FEATURES),
            drop_tables=[*Options().drop_tables, "name", "STAT"],
            notdef_outline=True,
        )
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=code_points(face.unicode_range))
        subsetter.subset(font)
        font["name"] = names
        font["fvar"].instances = []
        if any(axis.axisTag == "opsz" for axis in font["fvar"].axes):
            instantiateVariableFont(font, _AXES, inplace=True, optimize=False)
        font.flavor = "woff2"
        buffer = io.BytesIO()
        font.save(buffer)
        return buffer.getvalue()


def _names(font: TTFont, face: Face) -> table__n_a_m_e:
    """Return a table of names without the reserved one, with copyright and licence as they are."""
    notices = {key: font["name"].getDebugName(key) for key in (_COPYRIGHT, _LICENCE, _LICENCE_URL)}
    own = {
        _FAMILY: face.family,
        _STYLE: face.style.capitalize(),
        _UNIQUE_ID: face.name,
        _FULL_NAME: face.family,
        _POSTSCRIPT_NAME: "".join(word.capitalize() for word in face.name.split("-")),
        **{axis.axisNameID: axis.axisTag for axis in font["fvar"].axes},
    }
    names: table__n_a_m_e = newTable("name")
    names.names = []
    for key, text in {**notices, **own}.items():
        names.setName(text, key, platformID=3, platEncID=1, langID=0x409)
    return names


def _cached_subset(face: Face, cache: Path | None) -> bytes:
    if cache is None:
        return subset(face)
    path = cache / f"{face.name}-{_fingerprint(face)}.woff2"
    with contextlib.suppress(OSError):
        kept = path.read_bytes()
        if _is_whole(kept):
            return kept
    data = subset(face)
    with contextlib.suppress(OSError):  # a cache that cannot be written costs time, nothing else
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    return data


def _fingerprint(face: Face) -> str:
    versions = [
        (name, version(name)) for name in (face.package.replace("_", "-"), "fonttools", "brotli")
    ]
    settings = (_RECIPE, face, versions, _FEATURES, _AXES)
    return hashlib.sha256(repr(settings).encode()).hexdigest()[:16]


def _is_whole(data: bytes) -> bool:
    """Tell whether the length a WOFF2 header states is the file's (W3C WOFF 2.0, section 4.1)."""
    return data[:4] == b"wOF2" and data[8:12] == struct.pack(">I", len(data))


def _licences() -> Mapping[str, bytes]:
    packages = {face.package: face.family for face in FACES}
    return {
        f"{family.lower().replace(' ', '-')}-OFL.txt": (files(package) / "LICENSE").read_bytes()
        for package, family in packages.items()
    }
