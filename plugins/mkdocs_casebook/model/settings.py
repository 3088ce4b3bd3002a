"""The settings of a study, from ``extra.casebook`` of its mkdocs.yml."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from pydantic import Field, field_validator

from mkdocs_casebook.model.fields import Language, Model, Text
from mkdocs_casebook.model.problems import CODES, Severity
from mkdocs_casebook.model.text import nearest, shown


class Settings(Model):
    """How a study is laid out and checked.

    Attributes:
        languages: Folder of each language, from the root of the study. The first is the language
            in which records are complete; the pages of the others stand below ``/<language>/``.
        bibliography: BibTeX files, from the root of the study.
        severity: Severities that differ from the table of codes.
    """

    languages: Mapping[Language, Text] = Field(min_length=1)
    bibliography: tuple[Text, ...] = ("bibliography.bib",)
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
