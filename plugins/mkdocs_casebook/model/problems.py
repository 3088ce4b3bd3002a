"""Problems and the table of their codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_casebook.model.span import Span


class Severity(StrEnum):
    """How much a problem weighs; ``ignore`` silences a code."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem.

    Attributes:
        name: The code that authors see, and the name of its page in the documentation.
        severity: Its weight unless the study's settings say otherwise.
        summary: What is wrong, in one sentence.
    """

    name: str
    severity: Severity
    summary: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an author should mend.

    Attributes:
        code: Name of the code, a key of ``CODES``.
        span: Where it is.
        message: What is wrong, here.
        hint: What to do about it; may be empty.
    """

    code: str
    span: Span
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"there is no problem code {self.code!r}")


def _table(*codes: Code) -> Mapping[str, Code]:
    return {code.name: code for code in codes}


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CODES: Mapping[str, Code] = _table(
    # Files and front matter
    Code("stale-download", _INFO, "An address does not answer; its last copy is used."),
    Code("invalid-citation-style", _ERROR, "There is no such citation style, or it is broken."),
    Code("unreadable-file", _ERROR, "The file cannot be read as UTF-8 text."),
    Code("no-front-matter", _ERROR, "A record has no front matter."),
    Code("invalid-front-matter", _ERROR, "The front matter is not a valid YAML mapping."),
    Code("duplicate-field", _ERROR, "A field stands twice."),
    Code("unknown-field", _ERROR, "A field has a name that this kind of record does not know."),
    Code("missing-field", _ERROR, "A field that this kind of record needs is missing."),
    Code("invalid-value", _ERROR, "A field holds a value of the wrong type or form."),
    Code("untranslatable-field", _ERROR, "A translation sets a field that is not translated."),
    Code("misplaced-record", _ERROR, "A record lies in the wrong folder."),
    Code("invalid-id", _ERROR, "The name of a record's file cannot be its id."),
    Code("duplicate-id", _ERROR, "Two records claim one id."),
    Code("invalid-settings", _ERROR, "The settings of the study are wrong."),
    # Links and citations
    Code(
        "unknown-source",
        _ERROR,
        "A citation or field names a source that is not in the bibliography.",
    ),
    Code("unknown-record", _ERROR, "A link or field names a record that does not exist."),
    Code("missing-version", _ERROR, "A link names a version or a candidate that does not exist."),
    Code("unsafe-url", _ERROR, "An address has a scheme that a public page must not carry."),
    Code("raw-html", _ERROR, "A record holds raw HTML beyond the few inline elements allowed."),
    # Definitions
    Code("claimed-form", _ERROR, "Two definitions claim one form."),
    Code("broader-cycle", _ERROR, "A definition is broader than itself."),
    Code("invalid-versions", _ERROR, "The versions of a definition contradict one another."),
    Code("translation-behind", _WARNING, "A translation follows an older version."),
    Code("invalid-erratum", _ERROR, "An erratum does not fit the text that it puts right."),
    Code(
        "long-quotation", _WARNING, "A candidate or a piece of evidence quotes more than 40 words."
    ),
    Code("retired-term", _WARNING, "A link or field leads to a term that is retired."),
    Code("pinned-version", _WARNING, "A link is pinned to a version that is no longer current."),
    # Publishing
    Code("invalid-lock", _ERROR, "published.lock is broken, or was edited by hand."),
    Code("changed-text", _ERROR, "The text of a published version changed."),
    Code("lost-address", _ERROR, "A permanent address would disappear."),
    Code("unpublished-version", _INFO, "A version is not published yet."),
    Code("unlinked-mention", _INFO, "A record mentions a term and never links to its definition."),
    # Cases
    Code("incomplete-case", _WARNING, "A case leaves out what readers look for on every case."),
    Code("missing-section", _WARNING, "A case leaves out a section, or says nothing in it."),
    Code("misplaced-section", _WARNING, "A section of a case stands out of order, or twice."),
    Code("missing-assessment", _WARNING, "A case is not assessed by every criterion."),
    Code("duplicate-assessment", _ERROR, "A case is assessed twice by one criterion."),
    Code(
        "verdict-without-evidence", _ERROR, "A verdict that needs evidence has none that decides."
    ),
    Code("contradicted-verdict", _WARNING, "All evidence speaks against the verdict."),
    Code(
        "evidence-without-verdict",
        _WARNING,
        "Evidence that decides stands under a verdict that leaves the point open.",
    ),
    Code("missing-confidence", _WARNING, "A verdict does not say how sure it is."),
    Code("misplaced-confidence", _WARNING, "A verdict that decides nothing has a confidence."),
    Code("unfounded-confidence", _WARNING, "A verdict is surer than all of its evidence."),
    Code(
        "missing-language",
        _WARNING,
        "Evidence in another language than English does not name it.",
    ),
    Code("unsupported-link", _ERROR, "The link with exclusion has not the evidence of its status."),
    Code("unsupported-judgement", _WARNING, "The assessments of a case do not bear its judgement."),
    Code("risk-without-evidence", _WARNING, "A risk has no evidence."),
    Code("mechanism-without-rival", _WARNING, "A mechanism has no rival explanation."),
    Code("end-before-start", _ERROR, "Something ends before it starts."),
    Code("dates-out-of-order", _WARNING, "Dates contradict the order of things."),
    Code("duplicate-partner", _WARNING, "A partner stands twice."),
    Code("uniform-partners", _INFO, "All partners are of one sector and one level."),
    Code("suspicious-coordinates", _WARNING, "Coordinates can hardly be those of the place."),
    Code("unreadable-number", _INFO, "The value of an indicator cannot be read as a number."),
    Code("country-mismatch", _WARNING, "A case and its context lie in different countries."),
    Code("one-sided-finding", _INFO, "A finding names no case against it."),
    Code("uncited-paragraph", _INFO, "Something is stated without a source."),
    # Cases: analyses and findings
    Code(
        "too-few-cases",
        _ERROR,
        "A condition is called necessary or sufficient on too few cases.",
    ),
    Code("one-sided-outcome", _WARNING, "Every case of an analysis has the outcome, or none has."),
    Code("circular-condition", _WARNING, "The judgement rests on a condition of the analysis."),
    Code("formula-like-text", _WARNING, "A spreadsheet would take a text for a formula."),
    # Importing tables
    Code("invalid-map", _ERROR, "The map of an import is wrong."),
    Code("broken-table", _ERROR, "A row of a foreign table cannot be read."),
    Code("guessed-encoding", _INFO, "A foreign table is not UTF-8, and names no encoding."),
    Code("skipped-row", _WARNING, "A row of a foreign table became no draft."),
    Code("unplaced-value", _WARNING, "A value of a foreign table found no place in the draft."),
    Code("unplaced-column", _INFO, "The map does not name a column of the foreign table."),
    Code("blank-value", _INFO, "A cell that the map names is blank."),
    Code("incomplete-draft", _INFO, "A draft lacks fields that its kind of record needs."),
    # Bibliography
    Code("unreadable-entry", _ERROR, "An entry of the bibliography cannot be read."),
    Code("undefined-string", _WARNING, "An entry uses a BibTeX string that nobody defined."),
    Code("duplicate-key", _ERROR, "Two entries of the bibliography have one key."),
    Code("duplicate-doi", _WARNING, "Two entries of the bibliography have one DOI."),
    Code("incomplete-entry", _WARNING, "An entry has no author, no year or no title."),
    Code("missing-entry-field", _INFO, "An entry lacks a field that its type needs."),
    Code("unknown-entry-type", _WARNING, "An entry has a type that biblatex does not know."),
    Code("unknown-entry-field", _INFO, "An entry has a field that biblatex does not know."),
    Code("unknown-parent", _ERROR, "An entry takes its fields from one that does not exist."),
    Code("inheritance-cycle", _ERROR, "An entry takes its fields from itself."),
    Code("invalid-date", _WARNING, "A date of the bibliography is not in the EDTF format."),
    Code("unknown-latex", _WARNING, "A field of an entry has LaTeX that is not understood."),
    Code("near-duplicate", _WARNING, "Two entries have one author, one year and nearly one title."),
    Code("suspicious-name", _WARNING, "A name of the bibliography is hardly one."),
    Code("invalid-check-digit", _WARNING, "An ISBN or ISSN has the wrong check digit."),
    Code("doi-in-url", _INFO, "An address holds a DOI that has its own field."),
    Code("pages-backwards", _WARNING, "A range of pages ends before it starts."),
    Code("unused-source", _INFO, "Nothing cites an entry of the bibliography."),
)
