"""The languages that babel and polyglossia name, as BCP 47 tags."""

import re
from collections.abc import Mapping

_BABEL: Mapping[str, str] = {
    "acadian": "fr-CA",
    "afrikaans": "af",
    "albanian": "sq",
    "american": "en-US",
    "arabic": "ar",
    "armenian": "hy",
    "australian": "en-AU",
    "austrian": "de-AT",
    "basque": "eu",
    "belarusian": "be",
    "bengali": "bn",
    "brazil": "pt-BR",
    "brazilian": "pt-BR",
    "breton": "br",
    "british": "en-GB",
    "bulgarian": "bg",
    "canadian": "en-CA",
    "canadien": "fr-CA",
    "catalan": "ca",
    "chinese": "zh",
    "croatian": "hr",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "esperanto": "eo",
    "estonian": "et",
    "finnish": "fi",
    "flemish": "nl-BE",
    "francais": "fr",
    "french": "fr",
    "galician": "gl",
    "georgian": "ka",
    "german": "de",
    "germanb": "de",
    "greek": "el",
    "hebrew": "he",
    "hindi": "hi",
    "hungarian": "hu",
    "icelandic": "is",
    "indonesian": "id",
    "irish": "ga",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "latin": "la",
    "latvian": "lv",
    "lithuanian": "lt",
    "luxembourgish": "lb",
    "magyar": "hu",
    "maltese": "mt",
    "mexican": "es-MX",
    "naustrian": "de-AT",
    "newzealand": "en-NZ",
    "ngerman": "de",
    "norsk": "nb",
    "norwegian": "no",
    "nswissgerman": "de-CH",
    "nynorsk": "nn",
    "occitan": "oc",
    "persian": "fa",
    "polish": "pl",
    "portuges": "pt",
    "portuguese": "pt",
    "romanian": "ro",
    "russian": "ru",
    "scottish": "gd",
    "serbian": "sr",
    "slovak": "sk",
    "slovene": "sl",
    "slovenian": "sl",
    "spanish": "es",
    "swedish": "sv",
    "swissgerman": "de-CH",
    "turkish": "tr",
    "ukenglish": "en-GB",
    "ukrainian": "uk",
    "usenglish": "en-US",
    "vietnamese": "vi",
    "welsh": "cy",
}
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_REGION = re.compile(r"-([a-z]{2})(?=-|$)")


def language_tag(name: str) -> str:
    """Return the BCP 47 tag of a language, or nothing where it is not known.

    Args:
        name: A name of babel's (``ngerman``), a key of biblatex's (``langgerman``) or a tag. Of
            several languages, the first counts.
    """
    first = re.split(r"\s+and\s+|[,;/]", name.strip().lower())[0].strip()
    bare = first.removeprefix("lang")
    if bare in _BABEL or first in _BABEL:
        return _BABEL.get(first) or _BABEL[bare]
    tag = first.replace("_", "-")
    if not _TAG.fullmatch(tag) or len(tag.partition("-")[0]) > 3:
        return ""
    return _REGION.sub(lambda match: match[0].upper(), tag)
