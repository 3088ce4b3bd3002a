"""LaTeX in the fields of a bibliography, as rich text.

Read are accents, symbols, the formatting commands of LaTeX and biblatex, simple maths, dashes, ties
and quotation marks. What is not understood stays readable and is named.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_casebook.reading.csl_json import latex_commands as commands
from mkdocs_casebook.reading.csl_json.rich_text import (
    NO_CASE,
    SUBSCRIPT,
    SUPERSCRIPT,
    Tag,
    clean,
    escape,
    join,
    plain_text,
    wrap,
)
from mkdocs_casebook.reading.csl_json.simple_latex import convert_simple

_ACTIVE = re.compile(
    r"[\\{}$~`\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]|--|''|  "
)
_TOKEN = re.compile(
    r"\\[A-Za-z]+\*?[ \t\n]*|\\.|\$\$?|[{}~^_\[\]]|-{1,3}|``?|''?|[^\\{}$~^_\[\]`'-]+|\\",
    re.DOTALL,
)
_COMMAND = re.compile(r"\\([A-Za-z]+|.|\Z)", re.DOTALL)
_SPACES = re.compile(r" {2,}")
_APOSTROPHES, _BACKTICKS, _OPENING = frozenset("'"), frozenset("`"), frozenset("{")
_CHARACTERS = {"--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", "~": "\u00a0"}
_OUTER_QUOTES, _INNER_QUOTES = ("“", "”"), ("‘", "’")
_DEEPEST = 60
_LONGEST_OPTION = 50
_ESCAPED = frozenset("%&#_$~{}")
_Reader = Callable[[], list[str]]


@dataclass(frozen=True, slots=True)
class Converted:
    r"""A field, converted.

    Attributes:
        text: Rich text.
        unknown: The commands that were not understood, in order.
        links: The addresses that ``\url`` and ``\href`` name.
    """

    text: str
    unknown: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@lru_cache(maxsize=100_000)
def convert(latex: str, protect: bool = False) -> Converted:
    """Convert the value of a field to rich text.

    Args:
        latex: The value as written.
        protect: Braces protect the case of what they hold, as in titles.
    """
    if not _ACTIVE.search(latex):
        return Converted(escape(latex.strip()))
    simple = convert_simple(latex, protect)
    if simple is not None:
        return Converted(simple)
    converter = _Converter(clean(latex), protect)
    text = _SPACES.sub(" ", join(converter.group(None)).replace("\n", " ")).strip(" ")
    unknown, links = dict.fromkeys(converter.unknown), dict.fromkeys(converter.links)
    return Converted(text, tuple(unknown), tuple(links))


def to_rich(latex: str, protect: bool = False) -> str:
    """Convert the value of a field to rich text: the text of ``convert``."""
    return convert(latex, protect).text if _ACTIVE.search(latex) else escape(latex.strip())


def to_text(latex: str) -> str:
    """Convert the value of a field to rich text without any formatting."""
    if not latex:
        return ""
    converted = to_rich(latex)
    return escape(plain_text(converted)) if "<" in converted else converted


def unknown_commands(latex: str) -> tuple[str, ...]:
    """Return the commands in the value of a field that are not understood, in order."""
    if "\\" not in latex or commands.ALWAYS_KNOWN.issuperset(_COMMAND.findall(clean(latex))):
        return ()
    return convert(latex).unknown


def plain(latex: str) -> str:
    """Convert the value of a field to plain text.

    Args:
        latex: The value as written.
    """
    return plain_text(to_text(latex))


class _Converter:
    def __init__(self, text: str, protect: bool) -> None:
        self.tokens: list[str] = _TOKEN.findall(text)
        self.tokens.reverse()
        self.protect = protect
        self.maths = False
        self.quoted = False
        self.single_quoted = False
        self.depth = 0
        self.unknown: list[str] = []
        self.links: list[str] = []

    def group(self, closing: str | None) -> list[str]:
        """Return the pieces up to a closing token, which is taken, or to the end."""
        pieces: list[str] = []
        while self.tokens:
            token = self.tokens.pop()
            if token == closing:
                break
            name = token[1:].strip() if token[0] == "\\" else ""
            if name in commands.SWITCHES:
                rest = self.group(closing)
                format = commands.SWITCHES[name]
                return [*pieces, *(wrap(rest, format) if format else rest)]
            pieces += self.token(token)
        return pieces

    def token(self, token: str) -> list[str]:
        """Return the pieces of one token and of the arguments that it takes."""
        first = token[0]
        if first == "\\":
            return self.nested(lambda: self.command(token))
        if first == "{":
            return self.nested(self.braces)
        if first == "}":
            return []
        if first == "$":
            return self.nested(lambda: self.dollar(token))
        if self.maths and first in "^_":
            tags = SUPERSCRIPT if first == "^" else SUBSCRIPT
            argument = self.nested(self.argument)
            return ["°"] if argument == ["∘"] else wrap(argument, tags)
        return [self.characters(token)]

    def characters(self, token: str) -> str:
        if self.maths:
            return {"'": "′", "''": "″"}.get(token, token)
        if self.single_quoted and token in _APOSTROPHES:
            self.single_quoted = False
            return "’"
        self.single_quoted = self.single_quoted or token in _BACKTICKS
        return _CHARACTERS.get(token, token)

    def nested(self, read: _Reader) -> list[str]:
        """Read something that may hold itself, unless it does so too often."""
        if self.depth >= _DEEPEST:
            return []
        self.depth += 1
        try:
            return read()
        finally:
            self.depth -= 1

    def braces(self) -> list[str]:
        protects = self.protect and not self.maths and not self.begins_with_command()
        if not protects:
            return self.group("}")
        self.protect = False
        pieces = self.group("}")
        self.protect = True
        text = "".join(piece for piece in pieces if not isinstance(piece, Tag))
        return wrap(pieces, NO_CASE) if text.lower() != text.upper() else pieces

    def begins_with_command(self) -> bool:
        return bool(self.tokens) and self.tokens[-1][0] == "\\"

    def dollar(self, token: str) -> list[str]:
        """Return maths, or a dollar sign where it is one: before a price."""
        behind = range(len(self.tokens) - 1, -1, -1)
        place = next((place for place in behind if self.tokens[place] == token), -1)
        if place < 0 or (place and self.tokens[place - 1][:1].isdigit()):
            return [token]
        if place == len(self.tokens) - 1:
            self.tokens.pop()
            return []
        return self.in_maths(lambda: self.group(token))

    def in_maths(self, read: _Reader) -> list[str]:
        before, self.maths = self.maths, True
        try:
            return read()
        finally:
            self.maths = before

    def argument(self) -> list[str]:
        """Return the pieces of the next argument: a group, a command or one character."""
        self.skip_spaces()
        if not self.tokens or self.tokens[-1] == "}":
            return []
        token = self.tokens.pop()
        if token in _OPENING:
            return self.group("}")
        if token[0] not in "\\$" and len(token) > 1:
            self.tokens.append(token[1:])
            token = token[0]
        return self.token(token)

    def optional(self) -> None:
        """Pass over an optional argument."""
        if self.tokens and self.tokens[-1] == "[" and "]" in self.tokens[-_LONGEST_OPTION:]:
            while self.tokens.pop() != "]":
                pass

    def verbatim(self) -> str:
        """Return the next argument as it is written, such as an address."""
        self.skip_spaces()
        if not self.tokens or self.tokens[-1] != "{":
            return ""
        self.tokens.pop()
        depth, found = 1, []
        while self.tokens:
            token = self.tokens.pop()
            depth += {"{": 1, "}": -1}.get(token, 0)
            if not depth:
                break
            found.append(token[1:] if token[0] == "\\" and token[1:] in _ESCAPED else token)
        return "".join(found).strip()

    def skip_spaces(self) -> None:
        while self.tokens and self.tokens[-1].isspace():
            self.tokens.pop()
        if self.tokens and self.tokens[-1][0] == " ":
            self.tokens[-1] = self.tokens[-1].lstrip()

    def has_argument(self) -> bool:
        return bool(self.tokens) and self.tokens[-1] in ("{", "[")

    def command(self, token: str) -> list[str]:  # noqa: PLR0911 (one line a kind of command)
        name = token[1:].strip().removesuffix("*") or token[1:]
        if name in commands.ACCENTS:
            return self.accent(commands.ACCENTS[name], commands.BARE_ACCENTS.get(name, ""))
        if name in commands.FORMATS:
            return wrap(self.argument(), commands.FORMATS[name])
        if name in commands.SYMBOLS and name not in commands.QUOTES:
            return [commands.SYMBOLS[name]]
        if name in commands.QUOTES:
            return self.quotation()
        if name in {"url", "href"}:
            return self.link(name)
        if name in {"(", ")", "[", "]"}:
            return self.in_maths(lambda: self.group("\\)")) if name == "(" else []
        if name in commands.SPACES and not (name == "hspace" and self.has_argument()):
            return [commands.SPACES[name]]
        if name in commands.MATHS_ACCENTS and self.maths:
            return self.accent(commands.MATHS_ACCENTS[name], "")
        if name in commands.SURROUNDED:
            opening, ending = commands.SURROUNDED[name]
            return [opening, *self.argument(), ending]
        if name in commands.DROPPED_WITH_ARGUMENT:
            self.argument()
            return []
        return self.rarer(name)

    def rarer(self, name: str) -> list[str]:
        pieces: list[str] = []
        if name in {"frac", "tfrac", "dfrac", "nicefrac", "sfrac"}:
            pieces = [*self.argument(), "/", *self.argument()]
        elif name == "sqrt":
            self.optional()
            pieces = ["√", *self.argument()]
        elif name in {"MakeUppercase", "uppercase"}:
            pieces = [each if isinstance(each, Tag) else each.upper() for each in self.argument()]
        elif name == "ensuremath":
            pieces = self.in_maths(self.argument)
        elif name in commands.FIRST_ARGUMENT_DROPPED:
            self.argument()
            pieces = [" "] if name == "hspace" else self.argument()
        elif name in commands.TRANSPARENT and self.has_argument():
            pieces = self.argument()
        elif name not in commands.SILENT:
            pieces = self.not_understood(name)
        return pieces

    def not_understood(self, name: str) -> list[str]:
        """Return the arguments of an unknown command, or its name where it has none."""
        self.unknown.append(f"\\{name}")
        if not self.has_argument():
            return [f"\\{name} " if name.isalpha() and self.tokens else f"\\{name}"]
        pieces: list[str] = []
        self.optional()
        while self.tokens and self.tokens[-1] == "{":
            pieces += [" ", *self.argument()] if pieces else self.argument()
        return pieces

    def accent(self, mark: str, bare: str) -> list[str]:
        pieces = self.argument()
        place = next((i for i, each in enumerate(pieces) if each and not isinstance(each, Tag)), -1)
        if place < 0:
            return [*pieces, bare]
        letter, rest = pieces[place][0], pieces[place][1:]
        base = {"ı": "i", "ȷ": "j"}.get(letter, letter)
        pieces[place] = unicodedata.normalize("NFC", base + mark) + rest
        return pieces

    def quotation(self) -> list[str]:
        if not self.has_argument():
            return ["«"]
        marks = _INNER_QUOTES if self.quoted else _OUTER_QUOTES
        before, self.quoted = self.quoted, not self.quoted
        pieces = self.argument()
        self.quoted = before
        return [marks[0], *pieces, marks[1]]

    def link(self, name: str) -> list[str]:
        address = self.verbatim()
        if address:
            self.links.append(address)
        return [address] if name == "url" else self.argument() or [address]
