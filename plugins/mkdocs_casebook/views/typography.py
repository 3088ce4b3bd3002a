"""Spaces that a language wants and citation styles do not know."""

import re

_HIGH_SIGN = re.compile(r"<[^<>]*>|&#?\w+;|(?<=[\w)\]»”’>])(?P<sign>[;:!?])(?=[\s<]|$)")
_NO_BREAK, _NARROW_NO_BREAK = "\u00a0", "\u202f"


def with_spaces(html: str, language: str) -> str:
    """Put the no-break spaces of French before high signs of punctuation.

    Args:
        html: Text of ours with its markup; what stands in another language is not for this.
        language: The language of the text.
    """
    if language != "fr":
        return html

    def spaced(match: re.Match[str]) -> str:
        sign = match["sign"]
        if not sign:
            return match[0]
        return (_NO_BREAK if sign == ":" else _NARROW_NO_BREAK) + sign

    return _HIGH_SIGN.sub(spaced, html)
