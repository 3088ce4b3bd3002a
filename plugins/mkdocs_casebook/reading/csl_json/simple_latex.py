r"""LaTeX as nearly all fields have it, converted by a few searches instead of token by token.

Accents over single letters, braces that do not nest, dashes and ties: ``{\'E}tat of the {EU}``.
"""

import re
import unicodedata
from functools import lru_cache

from mkdocs_casebook.reading.csl_json.latex_commands import ACCENTS
from mkdocs_casebook.reading.csl_json.rich_text import NO_CASE

_SIGNS = "".join(re.escape(accent) for accent in ACCENTS if not accent.isalpha())
_LETTER = r"(?:([A-Za-z])|\{([A-Za-z])\})"
_ACCENT = re.compile(
    # Behind a brace an accent keeps the brace from protecting the case, unless it is all there is.
    rf"\{{\\([{_SIGNS}]){_LETTER}\}}|\\(?<!\{{\\)([{_SIGNS}]){_LETTER}"
    r"|\\(?<!\{\\)(c)\{([A-Za-z])\}|\{\\(c)(?: ([A-Za-z])|\{([A-Za-z])\})\}"
)
_NOT_SIMPLE = re.compile(
    r"[\\$<`\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]|''"
)
_FLAT = re.compile(r"[^{}]*(?:\{[^{}]*\}[^{}]*)*")
_IN_BRACES = re.compile(r"\{([^{}]*)\}")
_SPACES = re.compile(" {2,}")


def convert_simple(latex: str, protect: bool) -> str | None:
    """Convert LaTeX without commands, maths and nested braces; return None for all other.

    Args:
        latex: The LaTeX.
        protect: Braces protect the case of what they hold.
    """
    text = _ACCENT.sub(_letter, latex) if "\\" in latex else latex
    if _NOT_SIMPLE.search(text):
        return None
    text = text.replace("---", "—").replace("--", "–").replace("~", "\u00a0")
    if "{" in text or "}" in text:
        if not _FLAT.fullmatch(text):
            return None
        if protect:
            text = _IN_BRACES.sub(_protected, text)
        else:
            text = text.replace("{", "").replace("}", "")
    return _SPACES.sub(" ", text).strip(" ")


def _protected(found: re.Match[str]) -> str:
    text = found[1]
    return f"{NO_CASE[0]}{text}{NO_CASE[1]}" if text.lower() != text.upper() else text


@lru_cache(maxsize=1000)
def _accented(accent: str, letter: str) -> str:
    return unicodedata.normalize("NFC", letter + ACCENTS[accent])


def _letter(found: re.Match[str]) -> str:
    accent, letter = filter(None, found.groups())
    whole = _accented(accent, letter)
    return whole if len(whole) == 1 else found[0]
