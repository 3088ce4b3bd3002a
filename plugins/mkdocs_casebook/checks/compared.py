"""The check of the cases that the editors compare."""

from collections.abc import Iterator

from mkdocs_casebook.model.kinds import Kind
from mkdocs_casebook.model.problems import Problem
from mkdocs_casebook.model.study import Study
from mkdocs_casebook.model.text import nearest, shown


def unknown_pairs(study: Study) -> Iterator[Problem]:
    """Report cases of the setting ``pairs`` that do not exist."""
    known = study.ids(Kind.CASE)
    for pair, spans in zip(study.settings.pairs, study.settings.pair_spans, strict=True):
        for id, span in zip(pair, spans, strict=True):
            if id not in known:
                near = nearest(id, known)
                message = f"there is no case '{shown(id)}' to compare"
                hint = f"did you mean '{near}'?" if near else "take the pair away"
                yield Problem("unknown-record", span, message, hint)
