"""The fonts: which characters and axes they hold, their names, and the cache."""

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from mkdocs_casebook.views import fonts
from mkdocs_casebook.views.fonts import (
    FACES,
    Face,
    code_points,
    font_face_rules,
    font_files,
    subset,
)

SANS_LATIN = next(face for face in FACES if face.name == "casebook-sans-latin")
LATIN_BUDGET = 131_000


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that holds every face."""
    folder = tmp_path_factory.mktemp("fonts")
    font_files(folder)
    return folder


@pytest.fixture
def files(cache: Path) -> dict[str, bytes]:
    """Return the fonts and licences."""
    return font_files(cache)


def _font(files: dict[str, bytes], face: Face) -> TTFont:
    return TTFont(io.BytesIO(files[f"{face.name}.woff2"]))


def test_reads_a_unicode_range() -> None:
    assert code_points("U+0041-0043, U+20AC") == {0x41, 0x42, 0x43, 0x20AC}


def test_latin_and_its_extension_share_no_character() -> None:
    assert not code_points(fonts.LATIN) & code_points(fonts.LATIN_EXTENDED)


def test_the_three_latin_fonts_keep_to_their_budget(files: dict[str, bytes]) -> None:
    latin = [files[f"{face.name}.woff2"] for face in FACES if face.unicode_range == fonts.LATIN]
    assert len(latin) == 3
    assert sum(map(len, latin)) <= LATIN_BUDGET


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_font_varies_in_weight_alone_and_is_licensed(face: Face, files: dict[str, bytes]) -> None:
    font = _font(files, face)
    (axis,) = font["fvar"].axes
    assert axis.axisTag == "wght"
    # What the style sheets use.
    assert axis.minValue <= 400
    assert axis.maxValue >= 700
    assert set(font.getBestCmap()) <= code_points(face.unicode_range)
    names = {record.nameID: str(record) for record in font["name"].names}
    assert names[1] == face.family
    assert not any("Source" in names[key] for key in (1, 2, 3, 4, 6))
    assert "Open Font License" in names[13]


@pytest.mark.parametrize(
    "text", ["«\u00a0Élevé\u00a0» œuvre ‘’ “” – — … € → −", "Straße ñ ç ã ø å"]
)
def test_latin_holds_the_languages_of_the_study(text: str, files: dict[str, bytes]) -> None:
    for face in FACES:
        if face.unicode_range == fonts.LATIN:
            assert {ord(character) for character in text} <= set(_font(files, face).getBestCmap())


def test_the_serif_has_both_kinds_of_figures(files: dict[str, bytes]) -> None:
    features = _font(files, FACES[0])["GSUB"].table.FeatureList.FeatureRecord
    assert {"onum", "lnum", "tnum", "locl"} <= {record.FeatureTag for record in features}


def test_a_subset_is_the_same_bytes_each_time(files: dict[str, bytes]) -> None:
    assert subset(SANS_LATIN) == files["casebook-sans-latin.woff2"]


def test_the_cache_spares_the_work(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "subset", lambda face: pytest.fail(f"cut {face.name} again"))
    assert len(font_files(cache)) == len(FACES) + 2


@pytest.mark.parametrize("damaged", [b"", b"wOF2", b"not a font"])
def test_a_damaged_cache_is_mended(
    damaged: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = b"wOF2" + bytes(4) + (20).to_bytes(4, "big") + bytes(8)
    monkeypatch.setattr(fonts, "subset", lambda _: whole)
    font_files(tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(damaged)
    assert font_files(tmp_path)["casebook-sans-latin.woff2"] == whole
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {whole}


def test_a_cache_that_cannot_be_written_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "subset", lambda _: b"font")
    occupied = tmp_path / "file"
    occupied.write_text("")
    assert font_files(occupied)["casebook-sans-latin.woff2"] == b"font"


def test_the_style_sheet_names_each_font_once() -> None:
    rules = font_face_rules()
    assert all(rules.count(f'url("fonts/{face.name}.woff2")') == 1 for face in FACES)
