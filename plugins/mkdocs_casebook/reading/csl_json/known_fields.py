"""The fields that biblatex and BibTeX know.

Source: the manual of biblatex 3.20, section 2.2.
"""

from mkdocs_casebook.reading.csl_json.inheritance import FIELD_ALIASES

USER_FIELDS = frozenset(
    """gender lista listb listc listd liste listf namea nameb namec nameaddon nameatype namebtype
    namectype usera userb userc userd usere userf verba verbb verbc isan ismn iswc reprinttitle
    shorteditor shortseries isrn""".split()  # noqa: SIM905 (a list to read)
)
"""Fields without a meaning of their own in CSL: items keep them as ``custom``."""

KNOWN_FIELDS = (
    frozenset(
        """abstract addendum afterword annotation annotator author authortype bookauthor
        bookpagination booksubtitle booktitle booktitleaddon chapter commentator crossref date day
        doi edition editor editora editoratype editorb editorbtype editorc editorctype editortype
        eid entryset entrysubtype eprint eprintclass eprinttype eventdate eventday eventmonth
        eventsubtitle eventtitle eventtitleaddon eventyear execute file foreword holder howpublished
        ids indexsorttitle indextitle institution introduction isbn issn issue issuesubtitle
        issuetitle issuetitleaddon journalsubtitle journaltitle journaltitleaddon keywords label
        langid langidopts language library location mainsubtitle maintitle maintitleaddon month
        note number options organization origdate origday origlanguage origlocation origmonth
        origpublisher origtitle origyear pages pagetotal pagination part pmcid pmid presort
        publisher pubstate related relatedoptions relatedstring relatedtype series shortauthor
        shorthand shorthandintro shortjournal shorttitle sortkey sortname sortshorthand sorttitle
        sortyear subtitle title titleaddon translator type url urldate urlday urlmonth urlyear
        venue version volume volumes xdata xref year yeardivision""".split()  # noqa: SIM905
    )
    | USER_FIELDS
    | FIELD_ALIASES.keys()
)
"""All fields of biblatex's data model, and BibTeX's names for some."""

FIELDS_OF_TOOLS = frozenset(
    """added-at biburl bibsource comment creationdate date-added date-modified date-added:
    mendeley-groups mendeley-tags modificationdate owner priority printed qualityassured ranking
    readstatus relevance timestamp shortdoi urlaccessed interhash intrahash groups
    zotero-key""".split()  # noqa: SIM905 (a list to read)
)
"""What reference managers note for themselves."""
