"""The words of the interface, and dates, numbers and names, in the language of a site."""

import datetime
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from mkdocs_casebook.csl.collation import CollationKey, collator
from mkdocs_casebook.model.edtf import Moment, parse_period

DEFAULT = "en"
_NARROW_DASH = "–"
# A leading zero makes a code of a number.
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


class Vocabulary:
    """The words and formats of one language.

    Args:
        language: A BCP 47 tag. A language that has no words yet speaks English.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = _words(language if language in available() else DEFAULT)
        self._locale = _locale(language)

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a text of the interface.

        Args:
            key: Its dotted key, such as ``definition.history``.
            **values: What stands in its braces.

        Raises:
            KeyError: There is no such text.
        """
        text = self._find(key)
        if not isinstance(text, str):
            raise KeyError(key)
        return text.format_map(values) if values else text

    def count(self, key: str, n: int) -> str:
        """Return a text that counts, in the singular or the plural.

        Args:
            key: Key of a pair of texts, ``one`` and ``many``.
            n: The count.
        """
        # French counts none and one in the singular; English only one.
        one = n in {0, 1} if self._locale.language == "fr" else n == 1
        return self(f"{key}.{'one' if one else 'many'}", n=self.number(n))

    def or_else(self, key: str, default: str) -> str:
        """Return a text, or ``default`` where the language has none."""
        found = self._find(key)
        return found if isinstance(found, str) else default

    def theme(self, name: str) -> str:
        """Return a theme of the bibliography in this language, as far as it is known."""
        themes = self._words.get("theme", {})
        return str(themes.get(name, name))

    def unseen(self, said: str) -> str:
        """Return what a bibliography says was not seen, such as ``[Author not seen]``."""
        inside = said[1:-1] if said.startswith("[") and said.endswith("]") else ""
        found = self._words.get("unseen", {}).get(inside)
        return f"[{found}]" if found else said

    def number(self, value: float | str) -> str:
        """Return a number as this language writes it; what is no number stays as it is."""
        text = str(value)
        if not _NUMBER.fullmatch(text):
            return text
        places = len(text.partition(".")[2])
        pattern = "#,##0" + ("." + "0" * places if places else "")
        return format_decimal(text, format=pattern, locale=self._locale).replace("-", "−")

    def sort_key(self, text: str) -> CollationKey:
        """Return a key by which texts sort as this language sorts them."""
        return collator(self.language)(text)

    def country(self, code: str) -> str:
        """Return the name of a country, from its ISO 3166 code."""
        return str(self._locale.territories.get(code, code))

    def language_name(self, tag: str) -> str:
        """Return the name of a language, from its tag."""
        return str(self._locale.languages.get(tag.partition("-")[0], tag))

    def quoted(self, text: str) -> str:
        """Return a text between the quotation marks of this language."""
        return f"{self('cite.open_quote')}{text}{self('cite.close_quote')}"

    def date(self, text: str) -> str:
        """Return an EDTF date or interval in words.

        Args:
            text: A valid EDTF expression.
        """
        period = parse_period(text)
        if not period.interval and period.start:
            return self._moment(period.start)
        if period.start is None and period.end:
            return self("date.until", date=self._moment(period.end))
        if period.end is None and period.start:
            return self("date.since", date=self._moment(period.start))
        if period.start is None or period.end is None:
            return self("date.unknown")
        start, end = period.start, period.end
        if start.month == end.month and start.year == end.year and start.day and end.day:
            return f"{start.day}{_NARROW_DASH}{self._moment(end)}"
        simple = start.month is None and end.month is None
        return self(
            "date.range" if simple else "date.long_range",
            start=self._moment(start),
            end=self._moment(end),
        )

    def _moment(self, moment: Moment) -> str:
        text = self._bare(moment)
        if moment.approximate:
            text = self("date.circa", date=text)
        return self("date.uncertain", date=text) if moment.uncertain else text

    def _bare(self, moment: Moment) -> str:
        digits = moment.text.lstrip("-")[:4]
        if digits.endswith("XX"):
            return self("date.century", year=moment.year)
        if digits.endswith("X"):
            return self("date.decade", year=moment.year)
        year = str(moment.year)
        if moment.month is None:
            return year
        if moment.month > 12:
            season = self(f"date.seasons.{moment.month}")
            return self("date.season", season=season, year=year)
        # Babel's dates begin in the year 1: the year is put in afterwards.
        day = datetime.date(2000, moment.month, moment.day or 1)
        pattern = "d MMMM" if moment.day else "MMMM"
        words = format_date(day, format=pattern, locale=self._locale)
        if self._locale.language == "fr" and moment.day == 1:
            words = words.replace("1 ", "1er ", 1)
        return f"{words} {year}"

    def _find(self, key: str) -> object:
        value: object = self._words
        for step in key.split("."):
            value = value.get(step) if isinstance(value, Mapping) else None
        return value


@cache
def available() -> frozenset[str]:
    """Return the languages that have words."""
    folder = files("mkdocs_casebook.views") / "words"
    return frozenset(each.name for each in folder.iterdir() if each.is_dir())


@cache
def _words(language: str) -> Mapping[str, Any]:
    folder = files("mkdocs_casebook.views") / "words" / language
    # One file a subject, none of whose groups stands in another.
    texts = (each.read_text("utf-8") for each in folder.iterdir() if each.name.endswith(".yml"))
    return {name: words for text in texts for name, words in yaml.safe_load(text).items()}


def _locale(language: str) -> Locale:
    # British usage: the dates, numbers and names of the study's English.
    british = Locale.parse("en_GB")
    if language == DEFAULT:
        return british
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return british
