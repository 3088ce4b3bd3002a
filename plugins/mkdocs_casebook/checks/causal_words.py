"""Words that claim a condition to be necessary or sufficient, in English and French.

A claim is a predicate ("is necessary for"), a condition or cause called so ("a necessary
condition"), or the noun ("necessity of"). A thing that someone needs is none: "the necessary
documents", "sufficient money", "les documents nécessaires".
"""

import re
from collections.abc import Iterator

_ENGLISH = re.compile(
    r"""
    \b(?:
      (?:necessary|sufficient)
        (?=
          (?:\s+(?:and|or|but(?:\s+not)?|nor|yet|,)\s+(?:necessary|sufficient))
          | (?:\s+[\w-]+){0,3}\s+(?:condition|cause|ingredient)s?\b
          | \s+(?:for|to|that|if|when|where|in)\b
          | \s*[.,;:!?)\]’'"»*_]
          | \s*$
        )
      | (?:necessity|sufficiency)\b
      | suffic(?:e|es|ed)\b
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FRENCH = re.compile(
    r"""
    \b(?:
      (?:condition|cause|facteur|élément|ingrédient|composante)s?\s+(?:[\w’'-]+\s+){0,3}?
        (?:nécessaire|suffisante?)s?\b
      | (?:est|sont|soit|soient|était|étaient|sera|seront|serait|seraient|fut|furent|semble
          |semblent|paraît|paraissent|reste|restent|demeure|demeurent|devient|deviennent|ni|et|ou)
        \s+(?:(?:pas|jamais|toujours|plus|donc|aussi|à\s+la\s+fois|elle-même|lui-même)\s+)?
        (?:nécessaire|suffisante?)s?\b
      | (?<!première\s)nécessité\b
      | suffisance\b
      | suffi(?:t|sent|ra|ront|rait|raient|sait|saient)\s+(?:à|pour|que|de)\b
      | suffi(?:t|sent|ra|ront|rait|raient|sait|saient)\s*[.,;:!?)»]
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(r"^[ \t]*>.*$|`[^`\n]*`", re.MULTILINE)


def causal_claims(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words that claim necessity or sufficiency, with their places.

    What stands in a block quotation or in code is not the study's own word.

    Args:
        text: Markdown, in English or French.
    """
    own = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    found = {
        match.start(): match[0]
        for pattern in (_ENGLISH, _FRENCH)
        for match in pattern.finditer(own)
    }
    yield from sorted(found.items())
