"""The settings of a study, from ``extra.casebook`` of its mkdocs.yml."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, Field, field_validator

from mkdocs_casebook.model.fields import CaseId, Language, Model, Text, TextList
from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import CODES, Severity
from mkdocs_casebook.model.span import Span
from mkdocs_casebook.model.text import nearest, shown

ALL_SOURCES = frozenset({"*", "@*"})
"""What stands for all sources in ``nocite``; Pandoc writes it with the at sign."""


MOST_COMPARED = 4
"""So many cases fit side by side."""


def _two_to_four(value: tuple[str, ...]) -> tuple[str, ...]:
    if not 2 <= len(set(value)) == len(value) <= MOST_COMPARED:
        raise ValueError("name two to four different cases")
    return value


Pair = Annotated[tuple[CaseId, ...], AfterValidator(_two_to_four)]
"""Cases that are compared: two, or a few more."""


class AutoLink(StrEnum):
    """Which mentions of a term become links by themselves."""

    OFF = "off"
    FIRST = "first"
    ALL = "all"


class CitationSettings(Model):
    """How a study cites: the options of the plugin ``casebook/bibliography``.

    Attributes:
        style: Name of a CSL style.
        csl_file: A file with a CSL style, from the root of the study, instead of a name.
        locale: Language tag of a CSL locale. It holds for the site of its language; the sites of
            other languages have their own.
        nocite: Keys of sources that the whole bibliography holds beside what is cited; ``*`` for
            all.
        source_pages: Each source has a page, and there is a list of all. Otherwise citations lead
            to the list at the end of their own page.
        bib_by_default: Each page that cites ends with the list of what it cites.
        bib_command: What stands in a page in place of that list.
        full_bib_command: What stands in a page in place of the whole bibliography.
        footnote_format: The id of a source in such a list, with ``{key}`` in it.
        enable_inline_citations: ``@key`` outside brackets is a citation.
        span: Where the style is named.
    """

    style: Text = "chicago-author-date"
    csl_file: Text | None = None
    locale: Text | None = None
    nocite: TextList = ()
    source_pages: bool = True
    bib_by_default: bool = True
    bib_command: Text = "\\bibliography"
    full_bib_command: Text = "\\full_bibliography"
    footnote_format: Text = "{key}"
    enable_inline_citations: bool = True
    span: Span = Span("mkdocs.yml")

    @field_validator("footnote_format")
    @classmethod
    def _names_the_key(cls, value: str) -> str:
        if "{key}" not in value:
            raise ValueError("'{key}' must stand in it")
        return value


class Settings(Model):
    """How a study is laid out and checked.

    Attributes:
        languages: Folder of each language, from the root of the study. The first is the language
            in which records are complete; the pages of the others stand below ``/<language>/``.
        bibliography: BibTeX files, from the root of the study, or their addresses.
        citations: How the study cites.
        auto_link: Which mentions of a term become links by themselves: none, the first of each
            page, or all; an option of the plugin ``casebook/definitions``.
        pairs: The cases that the editors compare, each pair on a page of its own; an option of the
            plugin ``casebook/cases``.
        pair_spans: Where the ids of each pair stand.
        kinds: Kinds of record that are read: what lies in the folders of others are plain pages.
        severity: Severities that differ from the table of codes.
    """

    languages: Mapping[Language, Text] = Field(min_length=1)
    bibliography: tuple[Text, ...] = ("bibliography.bib",)
    citations: CitationSettings = CitationSettings()
    auto_link: AutoLink = AutoLink.OFF
    pairs: tuple[Pair, ...] = ()
    pair_spans: tuple[tuple[Span, ...], ...] = ()
    kinds: tuple[Kind, ...] = tuple(Kind)
    severity: Mapping[str, Severity] = Field(default_factory=dict)

    @field_validator("languages")
    @classmethod
    def _separate_folders(cls, value: Mapping[str, str]) -> Mapping[str, str]:
        folders = [PurePosixPath(folder) for folder in value.values()]
        for number, folder in enumerate(folders):
            others = folders[:number] + folders[number + 1 :]
            around = next((each for each in others if folder.is_relative_to(each)), None)
            if around is not None:
                raise ValueError(f"'{folder}' lies inside '{around}'; each language needs its own")
        return value

    @field_validator("auto_link", mode="before")
    @classmethod
    def _off_is_a_word(cls, value: object) -> object:
        # YAML reads a bare "off" as false.
        return AutoLink.OFF if value is False else value

    @field_validator("severity")
    @classmethod
    def _known_codes(cls, value: Mapping[str, Severity]) -> Mapping[str, Severity]:
        for code in value:
            if code not in CODES:
                near = nearest(code, CODES)
                hint = f"; did you mean '{near}'?" if near else ""
                raise ValueError(f"there is no problem code '{shown(code)}'{hint}")
        return value

    @property
    def original(self) -> str:
        """The language in which records are complete."""
        return next(iter(self.languages))

    def severity_of(self, code: str) -> Severity:
        """Return the severity of a code in this study."""
        return self.severity.get(code, CODES[code].severity)
