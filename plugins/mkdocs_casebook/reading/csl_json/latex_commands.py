"""What LaTeX commands mean in a field of a bibliography."""

from collections.abc import Mapping

from latexcodec.codec import load_unicode_latex_table

from mkdocs_casebook.reading.csl_json import rich_text

ACCENTS: Mapping[str, str] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "h": "\u0309",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "U": "\u030e",
    "G": "\u030f",
    "C": "\u030f",
    "f": "\u0311",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "textcommabelow": "\u0326",
    "b": "\u0331",
    "t": "\u0361",
}
"""The combining character of each accent."""

MATHS_ACCENTS: Mapping[str, str] = {
    "grave": "\u0300",
    "acute": "\u0301",
    "hat": "\u0302",
    "widehat": "\u0302",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "bar": "\u0304",
    "overline": "\u0305",
    "breve": "\u0306",
    "dot": "\u0307",
    "ddot": "\u0308",
    "check": "\u030c",
    "underline": "\u0332",
    "vec": "\u20d7",
}

BARE_ACCENTS: Mapping[str, str] = {"`": "`", "'": "´", "^": "^", "~": "~", '"': "¨"}
"""What an accent is without a letter."""

FORMATS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("emph", "textit", "textsl", "mkbibemph", "mkbibitalic"), rich_text.ITALIC),
    **dict.fromkeys(("textbf", "mkbibbold"), rich_text.BOLD),
    **dict.fromkeys(("textsuperscript", "mkbibsuperscript", "up", "fup"), rich_text.SUPERSCRIPT),
    **dict.fromkeys(("textsubscript", "mkbibsubscript"), rich_text.SUBSCRIPT),
    "textsc": rich_text.SMALL_CAPITALS,
    "NoCaseChange": rich_text.NO_CASE,
}
"""Commands that format their argument."""

SWITCHES: Mapping[str, tuple[str, str] | None] = {
    **dict.fromkeys(("em", "it", "sl", "itshape", "slshape"), rich_text.ITALIC),
    **dict.fromkeys(("bf", "bfseries"), rich_text.BOLD),
    **dict.fromkeys(("sc", "scshape"), rich_text.SMALL_CAPITALS),
    **dict.fromkeys(
        (
            *("rm", "rmfamily", "sf", "sffamily", "tt", "ttfamily", "upshape", "mdseries"),
            *("normalfont", "tiny", "scriptsize", "footnotesize", "small", "normalsize"),
            *("large", "Large", "selectfont", "bgroup", "displaystyle", "textstyle"),
        )
    ),
}
"""Commands that format the rest of their group; None for those that leave no trace."""

SURROUNDED: Mapping[str, tuple[str, str]] = {
    "mkbibparens": ("(", ")"),
    "parentext": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
    "brackettext": ("[", "]"),
}
"""Commands that put something around their argument."""

QUOTES = frozenset({"enquote", "mkbibquote", "textquote", "qq", "og"})

TRANSPARENT = frozenset(
    {
        *("textrm", "textup", "textnormal", "texttt", "textsf", "textmd", "text", "mbox", "hbox"),
        *("mathrm", "mathit", "mathbf", "mathsf", "mathtt", "mathcal", "mathbb", "mathfrak"),
        *("mathscr", "boldsymbol", "operatorname", "bm", "underline", "uline", "nocase"),
        *("autocap", "bibinfo", "bibnamefont", "bibfnamefont", "texorpdfstring", "textquotesingle"),
        *("nolinkurl", "path", "ul", "ensuremath", "mkbibordinal", "mkbibmonth"),
        *("lowercase", "MakeLowercase", "protect", "bibhyperref", "mkbibacro", "mathord"),
    }
)
"""Commands of which the (last) argument is the text, as it stands."""

FIRST_ARGUMENT_DROPPED = frozenset({"foreignlanguage", "textcolor", "bibinfo", "href", "hspace"})
DROPPED_WITH_ARGUMENT = frozenset(
    {"noopsort", "NOOPSORT", "label", "vspace", "phantom", "index", "thanks", "nocite"}
)
"""Commands whose argument does not show."""

SILENT = frozenset(
    {
        *("-", "/", "!", "@", "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr"),
        *("relax", "protect", "nobreak", "allowbreak", "leavevmode", "noindent", "unskip"),
        *("limits", "nolimits", "isdot", "nopunct", "break", "sloppy", "makeatletter", "egroup"),
        *("begingroup", "endgroup", "null", "strut", "textcompwordmark", "ignorespaces", "hfill"),
        *("autocap", "midsentence", "bibsentence"),
    }
)
"""Commands that leave no trace."""

SPACES: Mapping[str, str] = {
    " ": " ",
    "\t": " ",
    "\n": " ",
    "\\": " ",
    ",": "\u2009",
    ":": " ",
    ";": " ",
    ">": " ",
    **dict.fromkeys(("quad", "qquad", "space", "newline", "linebreak", "par", "addspace"), " "),
    **dict.fromkeys(("hskip", "hspace", "xspace"), ""),
    **dict.fromkeys(("nobreakspace", "addnbspace"), "\u00a0"),
    **dict.fromkeys(("thinspace", "addthinspace"), "\u2009"),
}

_OWN_SYMBOLS: Mapping[str, str] = {
    **{character: character for character in "&%$#_{}"},
    "|": "‖",
    "i": "ı",
    "j": "ȷ",
    "ss": "ß",
    "SS": "SS",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guillemetleft": "«",
    "guillemetright": "»",
    "fg": "»",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "flqq": "«",
    "frqq": "»",
    "flq": "‹",
    "frq": "›",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "lq": "‘",
    "rq": "’",
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "textquotedbl": '"',
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotesingle": "'",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textasciiacute": "´",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrace": "{",
    "rbrace": "}",
    "textunderscore": "_",
    "textdollar": "$",
    "textpercent": "%",
    "textnumero": "№",
    "textordmasculine": "º",
    "textordfeminine": "ª",
    "textdegree": "°",
    "degree": "°",
    "euro": "€",
    "texteuro": "€",
    "EUR": "€",
    "pounds": "£",
    "textendash": "–",
    "textemdash": "—",
    "textminus": "−",
    "hyphen": "-",
    "slash": "/",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "cdots": "⋯",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "BibTeX": "BibTeX",
    "copyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "psq": "f.",
    "psqq": "ff.",
    "adddot": ".",
    "addperiod": ".",
    "addcomma": ",",
    "addcolon": ":",
    "addsemicolon": ";",
    "addhyphen": "-",
    "addslash": "/",
    "adddotspace": ". ",
    "finalandcomma": ",",
    "bibopenparen": "(",
    "bibcloseparen": ")",
    "bibrangedash": "–",
    "textsection": "§",
    "S": "§",
    "P": "¶",
    "ier": "er",
    "iere": "re",
    "ieme": "e",
    "no": "nº",
    "lt": "<",
    "gt": ">",
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "neq": "≠",
    "to": "→",
    "rightarrow": "→",
    "leftarrow": "←",
    "cdot": "·",
    "times": "×",
    "prime": "′",
    "star": "⋆",
    "ast": "∗",
    "circ": "∘",
    "infty": "∞",
    "ell": "ℓ",
    "hbar": "ℏ",
    "sum": "∑",
    "int": "∫",
    "partial": "∂",
    "nabla": "∇",
    "langle": "⟨",
    "rangle": "⟩",
    "mid": "|",
    "mu": "μ",
    "phi": "φ",
    "varphi": "φ",
    "epsilon": "ε",
    "varepsilon": "ε",
    "vartheta": "θ",
    "emptyset": "∅",
    **{
        name: name
        for name in (
            *("log", "ln", "exp", "sin", "cos", "tan", "lim", "max", "min", "sup", "inf"),
            *("det", "dim", "ker", "gcd", "arg", "deg", "mod", "Pr"),
        )
    },
}


def _symbols() -> Mapping[str, str]:
    """Return the character of each command that stands for one, those of latexcodec too."""
    known = {
        entry.latex[1:]: entry.unicode
        for entry in load_unicode_latex_table()
        if entry.latex[:1] == "\\" and entry.latex[1:].isalpha() and entry.latex.isascii()
    }
    return {**known, **_OWN_SYMBOLS}


SYMBOLS = _symbols()
"""The character of each command that stands for one."""

ALWAYS_KNOWN = frozenset(
    {
        *(*ACCENTS, *FORMATS, *SWITCHES, *SYMBOLS, *QUOTES, *SURROUNDED, *SPACES),
        *(*DROPPED_WITH_ARGUMENT, *FIRST_ARGUMENT_DROPPED, *SILENT),
        *("url", "href", "(", ")", "[", "]", "frac", "tfrac", "dfrac", "nicefrac", "sfrac"),
        *("sqrt", "MakeUppercase", "uppercase", "ensuremath"),
    }
)
"""Commands that are understood wherever they stand."""
