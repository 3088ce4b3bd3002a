"""A fault and its mending for each code; ``‸`` stands where the fault is to be reported."""

from dataclasses import dataclass

from tests.checks.good_study import (
    AREA,
    BIB,
    CASES,
    CRITERION,
    EN,
    ENTREE,
    FR,
    FRENCH,
    MKDOCS,
    NOTE,
    OTHER,
    PAGE,
)

MARK = "‸"


def _plugin(option: str) -> str:
    """Return the plugins of a study, one with an option, before the settings."""
    others = "casebook/definitions, casebook/cases"
    return f"plugins: [{{casebook/bibliography: {{{option}}}}}, {others}]\n    extra:"


@dataclass(frozen=True)
class Fault:
    """A change that breaks the good study.

    Attributes:
        code: The code that reports it.
        file: The file that is changed, or added.
        good: Words of the file; nothing, for a file that is added.
        bad: What stands in their place, with the mark where the fault is reported.
        message: Words of the message.
        hint: Words of the hint; nothing where there is none to give.
    """

    code: str
    file: str
    good: str
    bad: str
    message: str
    hint: str = ""


def _marked(record: str) -> str:
    """Mark the first line of a record."""
    return record.replace("---", f"{MARK}---", 1)


FAULTS = (
    # Files and front matter
    Fault("no-front-matter", AREA, ENTREE, f"{MARK}# Area\n", "no front matter", "three hyphens"),
    Fault("no-front-matter", AREA, ENTREE, MARK, "the file is empty", "three hyphens"),
    Fault("invalid-front-matter", AREA, "Where is it?", f"Where{MARK}: is it?", "colon", "quot"),
    Fault("invalid-front-matter", AREA, "order: 1", f"order: {MARK}*one", "aliases", "write"),
    Fault("invalid-front-matter", AREA, ENTREE, f"{MARK}---\ntitle: A\n", "closing line", "end it"),
    Fault(
        "duplicate-field", AREA, "order: 1\n", f"order: 1\n    {MARK}order: 2\n", "line 3", "one"
    ),
    Fault("duplicate-field", BIB, "  doi = {10.1000/2}", f"  {MARK}title = {{x}}", "twice", "keep"),
    Fault(
        "unknown-field", AREA, "order: 1", f"order: 1\n    {MARK}sorce: x", "'sorce'", "'source'?"
    ),
    Fault("unknown-field", CASES, "lat: 52.5", f"{MARK}lattitude: 1", "'areas[1]' has", "known"),
    Fault("missing-field", AREA, "title: Area", f"{MARK}summary: Area", "'title'", "add a line"),
    Fault("missing-field", CASES, "{name: Police,", f"{MARK}{{", "'partners[2]'", "'name: ...'"),
    Fault(
        "missing-field",
        FR,
        "social-exclusion@2",
        f"{MARK}social-exclusion",
        "which version",
        "exclusion@2'",
    ),
    Fault("invalid-value", AREA, "order: 1", f"order: {MARK}first", "whole number, not 'first'"),
    Fault("invalid-value", CASES, "country: GB", f"country: {MARK}UK1", "ISO 3166"),
    Fault("invalid-value", CASES, "lat: 52.5", f"lat: {MARK}91", "at most 90, not '91'"),
    Fault("invalid-value", CASES, "period: 1988", f"period: {MARK}88", "'88' is not a date"),
    Fault(
        "invalid-value",
        CASES,
        "type: partnership",
        f"type: {MARK}partnershp",
        "one of",
        "nership'?",
    ),
    Fault(
        "invalid-value",
        CASES,
        'project: {objectives: ["Less crime [@geddes_2000]."]}',
        f"project: {MARK}[]",
        "a mapping of fields",
    ),
    Fault("invalid-value", OTHER, "[social-", f"[{MARK}../social-", "must be an id", "lower-case"),
    Fault("invalid-value", EN, "status: working", f"status:{MARK}", "is empty", "leave the field"),
    Fault(
        "invalid-value",
        "docs/en/questions/which-word.md",
        '"term:social-exclusion"',
        f'{MARK}"https://example.org"',
        "not the address of a record",
        "case:safer-cities",
    ),
    Fault(
        "untranslatable-field", FR, "forms:", f"{MARK}status: agreed\n    forms:", "'status'", "out"
    ),
    Fault("untranslatable-field", FR, "- version: 2", f"- {MARK}version: 3", "no such item", "add"),
    Fault(
        "misplaced-record",
        PAGE,
        "Text.\n",
        _marked(ENTREE),
        "of a entree",
        "docs/en/entrees/",
    ),
    Fault("misplaced-record", AREA, ENTREE, _marked(CRITERION), "criterion", "criteria/"),
    Fault(
        "misplaced-record",
        "docs/en/entrees/sub/x.md",
        "",
        _marked(ENTREE),
        "directly",
        "move",
    ),
    Fault(
        "invalid-id",
        "docs/en/entrees/What Area.md",
        "",
        _marked(ENTREE),
        "'What Area'",
        "name",
    ),
    Fault(
        "duplicate-id",
        "docs/fr/definitions/z.md",
        "",
        _marked(FRENCH),
        "taken by",
        "another",
    ),
    Fault(
        "duplicate-id",
        EN,
        "forms:",
        f"former_ids: [{MARK}partnership]\n    forms:",
        "taken by",
        "another",
    ),
    Fault(
        "invalid-settings", MKDOCS, "unused-source", f"{MARK}unused-sorce", "no problem code", ""
    ),
    Fault(
        "invalid-settings", MKDOCS, "fr: docs/fr", f"fr: {MARK}docs/none", "no folder", "make it"
    ),
    Fault(
        "invalid-citation-style",
        MKDOCS,
        "extra:",
        _plugin(f"style: {MARK}chicago-autor-date"),
        "chicago-autor-date",
        "chicago-author-date",
    ),
    Fault(
        "invalid-settings",
        MKDOCS,
        "extra:",
        _plugin(f"footnote_format: {MARK}x"),
        "must stand in it",
    ),
    Fault(
        "invalid-settings",
        MKDOCS,
        "languages: {en: docs/en, fr: docs/fr}",
        f"languages: {MARK}en",
        "names to",
    ),
    Fault(
        "invalid-settings",
        MKDOCS,
        "extra:",
        f"plugins: [casebook/definitions: {{auto_link: {MARK}frist}}]\n    extra:",
        "must be one of",
        "'first'?",
    ),
    Fault(
        "invalid-settings",
        MKDOCS,
        "extra:",
        f"plugins: [casebook/cases: {{pairs: [{MARK}[safer-cities, safer-cities]]}}]\n    extra:",
        "two to four different cases",
    ),
    Fault(
        "unknown-record",
        MKDOCS,
        "extra:",
        f"plugins: [casebook/cases: {{pairs: [[safer-cities, {MARK}safer-citys]]}}]\n    extra:",
        "no case 'safer-citys'",
        "'safer-cities'?",
    ),
    Fault(
        "invalid-settings",
        MKDOCS,
        "docs_dir: docs/en",
        f"docs_dir: docs{MARK}: en",
        "YAML",
        "check",
    ),
    # Links and citations
    Fault(
        "unknown-source",
        CASES,
        "area [@geddes_2000]",
        f"area [{MARK}@gedes_2000]",
        "'gedes_2000'",
        "'geddes_2000'?",
    ),
    Fault(
        "unknown-source",
        CASES,
        "seen [@geddes_2000",
        f"seen [{MARK}@gedes_2000",
        "'gedes_2000'",
        "'geddes_2000'?",
    ),
    Fault(
        "unknown-source",
        CASES,
        "source: silver_1994",
        f"source: {MARK}silver",
        "no entry 'silver'",
        "'silver_1994'?",
    ),
    Fault("unknown-source", PAGE, "Text.", f"{MARK}@nobody_1900 said.", "'nobody_1900'", "add it"),
    Fault(
        "unknown-source",
        "docs/en/sources/silver_94.md",
        "",
        _marked(NOTE),
        "this note",
        "named after",
    ),
    Fault(
        "unknown-record",
        CASES,
        "(term:social-exclusion)",
        f"({MARK}term:exclusion)",
        "'exclusion'",
        "'social-exclusion'?",
    ),
    Fault(
        "unknown-record",
        CASES,
        "criterion: area",
        f"criterion: {MARK}areas",
        "criterion 'areas'",
        "'area'?",
    ),
    Fault(
        "unknown-record",
        PAGE,
        "Text.",
        f"[x]({MARK}term:slum-policy)",
        "no definition 'slum-policy'",
        "it was renamed: write 'inner-city-policy'",
    ),
    Fault("unknown-record", PAGE, "Text.", f"[x]({MARK}case:../../etc)", "no case '../../etc'"),
    Fault(
        "unknown-record",
        FR,
        "translates: social",
        f"translates: {MARK}soial",
        "to translate",
        "social-exclusion'?",
    ),
    Fault(
        "missing-version",
        CASES,
        "(term:social-exclusion)",
        f"({MARK}term:social-exclusion@3)",
        "no version 3",
        "1, 2",
    ),
    Fault(
        "missing-version",
        CASES,
        "(term:social-exclusion)",
        f"({MARK}term:social-exclusion#council)",
        "no candidate",
        "'council-1989'?",
    ),
    Fault(
        "missing-version",
        FR,
        "translates: social-exclusion@2",
        f"translates: {MARK}social-exclusion@3",
        "no version 3",
        "1, 2",
    ),
    Fault("unsafe-url", PAGE, "Text.", f"[x]({MARK}javascript:alert(1))", "scheme", "https"),
    Fault(
        "unsafe-url", BIB, "url = {https:", f"{MARK}url = {{javascript:", "'geddes_2000'", "https"
    ),
    Fault(
        "unsafe-url",
        BIB,
        "doi = {10.1000/1}",
        f"{MARK}doi = {{none}}",
        "'none' of 'geddes_2000'",
        "10.",
    ),
    Fault("raw-html", PAGE, "Text.", f"A {MARK}<script>x()", "'script'", "code span"),
    Fault(
        "raw-html",
        EN,
        "definition: A text.",
        f"definition: {MARK}<div>A text.",
        "'div'",
        "Markdown",
    ),
    # Definitions
    Fault(
        "claimed-form",
        EN,
        "[socially excluded]",
        f"[{MARK}Partnerships]",
        "definitions/partnership.md",
        "one of the two",
    ),
    Fault(
        "broader-cycle",
        EN,
        "status:",
        f"broader: [{MARK}social-exclusion]\n    status:",
        "social-exclusion < social",
        "away",
    ),
    Fault(
        "broader-cycle",
        EN,
        "status:",
        f"broader: [{MARK}partnership]\n    status:",
        "exclusion < partnership < social",
        "away",
    ),
    Fault(
        "invalid-versions",
        EN,
        "- {version: 2",
        f"- {MARK}{{version: 1",
        "version 1 follows version 1",
        "upwards",
    ),
    Fault(
        "invalid-versions",
        EN,
        "- {version: 2, date: 2002",
        f"- {MARK}{{version: 2, date: 2000",
        "dated before",
        "dates",
    ),
    Fault(
        "translation-behind",
        FR,
        "translates: social-exclusion@2",
        f"translates: {MARK}social-exclusion@1",
        "the current one is 2",
        "translate version 2",
    ),
    Fault(
        "missing-field",
        EN,
        "{version: 2, date: 2002, definition",
        f"{MARK}{{version: 2, definition",
        "'versions[2]' needs the field 'date'",
        "add a line",
    ),
    Fault(
        "missing-field",
        EN,
        "{id: council-1989, text: a text, kind: quotation, source: silver_1994}",
        f"{MARK}{{id: council-1989, text: a text, kind: quotation}}",
        "'candidates[1]' needs the field 'source'",
        "add a line",
    ),
    Fault(
        "invalid-value",
        EN,
        "definition: Another text.}",
        f"definition: Another text., {MARK}change: }}",
        "'change' of version 2 is empty",
        "say why",
    ),
    Fault(
        "duplicate-id",
        EN,
        "forms:",
        f"former_ids: [exclusion, {MARK}social-exclusion]\n    forms:",
        "that of this record",
        "take it out",
    ),
    Fault(
        "duplicate-id",
        EN,
        "forms:",
        f"former_ids: [exclusion, {MARK}exclusion]\n    forms:",
        "stands here already",
        "take it out",
    ),
    Fault(
        "invalid-erratum",
        EN,
        "definition: Another text.}",
        "definition: Another text., "
        f"errata: [{{date: 2003, was: An other, now: {MARK}an other}}]}}",
        "'an other' does not stand in the text of version 2",
        "enough words",
    ),
    Fault(
        "invalid-erratum",
        EN,
        "definition: Another text.}",
        f"definition: Another text., errata: [{{date: 2003, was: T, now: {MARK}t}}]}}",
        "'t' stands 3 times",
        "enough words",
    ),
    Fault(
        "invalid-erratum",
        EN,
        "definition: Another text.}",
        "definition: Another text., "
        f"errata: [{{date: 2003, was: An other, now: {MARK}Another, language: de}}]}}",
        "version 2 has no text in 'de'",
        "'language'",
    ),
    Fault(
        "long-quotation",
        EN,
        "text: a text,",
        f"text: {MARK}{'a ' * 41},",
        "'council-1989' quotes 41 words",
        "40 at most",
    ),
    Fault(
        "retired-term",
        PAGE,
        "Text.",
        f"[x]({MARK}term:inner-city-policy)",
        "'inner-city-policy' is retired",
        "term:inner-city-policy@1",
    ),
    Fault(
        "pinned-version",
        PAGE,
        "Text.",
        f"[x]({MARK}term:social-exclusion@1)",
        "pinned to version 1; 2 is current",
        "read version 2",
    ),
    Fault(
        "unlinked-mention",
        CASES,
        "area [@geddes_2000].",
        "area of *social* `partnership`,\n    a [partnership](case:safer-cities), a\n    "
        f"{MARK}Partnership and a partnership [@geddes_2000].",
        "'Partnership' is a term",
        "[Partnership](term:partnership)",
    ),
)
