"""Files kept inside the store: how large they may be, and what of them can be shown in the window."""

from enum import StrEnum

from .errors import InputError

LARGEST_MB = 10
LARGEST = LARGEST_MB * 1024 * 1024

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_UNSHOWN = "application/octet-stream"


class Look(StrEnum):
    """How a file is shown inside the window; OTHER is kept and can be copied out, but is not shown."""

    TEXT = "text"
    PDF = "pdf"
    PICTURE = "picture"
    OTHER = "other"


def media_type_of(content: bytes) -> str:
    """What the bytes say that they are: names and endings are not trusted."""
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            return media_type
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "text/plain" if text_in(content) is not None else _UNSHOWN


def look_of(media_type: str) -> Look:
    if media_type == "application/pdf":
        return Look.PDF
    if media_type.startswith("image/"):
        return Look.PICTURE
    return Look.TEXT if media_type.startswith("text/") else Look.OTHER


def text_in(content: bytes) -> str | None:
    """The text of a plain file, in UTF-8 or UTF-16 with its mark; None when it is none."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.replace("\r\n", "\n")


def check_size(size: int) -> None:
    if size == 0:
        raise InputError("file", "attachment_empty")
    if size > LARGEST:
        raise InputError("file", "attachment_too_large", megabytes=LARGEST_MB)


def bare_name(name: str) -> str:
    """The name of a file without its folder, whichever way the slashes lean."""
    return name.replace("\\", "/").rsplit("/", 1)[-1]
