"""LaTeX in BibTeX fields, as plain text."""

import codecs
import re
from functools import lru_cache

import latexcodec  # noqa: F401  (registers the codec "ulatex")

_COMMAND = re.compile(
    r"\\(?:emph|textit|textbf|textsc|enquote|mkbibquote|url|href|textup)\s*(?=\{)"
)
_DASHES = (("---", "—"), ("--", "–"), ("~", "\u00a0"))


@lru_cache(maxsize=50_000)
def plain(latex: str) -> str:
    """Return LaTeX as plain text: accents resolved, braces and formatting commands gone.

    Args:
        latex: The value of a BibTeX field.
    """
    text = latex
    if "\\" in text:
        text = _COMMAND.sub("", text)
        text = codecs.decode(text, "ulatex", errors="replace")  # type: ignore[call-overload]
        text = re.sub(r"\\([&%$#_{}])", r"\1", text)
    for written, meant in _DASHES:
        text = text.replace(written, meant)
    return " ".join(text.replace("{", "").replace("}", "").split(" "))
