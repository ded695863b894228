"""Small pieces of HTML. Everything that comes from a page or a record goes through :func:`escape`."""

from __future__ import annotations

import html

from verbale.brief.labels import Label, label


def escape(text: str) -> str:
    """Text as HTML, fit for an element's content and for an attribute in double quotes.

    Args:
        text: Any text; control characters, which HTML forbids, are replaced.

    Returns:
        Escaped text.
    """
    allowed = "".join(char if char >= " " or char in "\t\n" else "\ufffd" for char in text)
    return html.escape(allowed, quote=True)


def element(name: str, content: str, /, **attributes: str | None) -> str:
    """One element.

    Args:
        name: Its name, such as ``p``.
        content: Its content, already HTML.
        **attributes: Its attributes; ``_`` in a name stands for ``-``, at its end for nothing; with the value ``None`` there is none.

    Returns:
        The element as HTML.
    """
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{written}>{content}</{name}>"


def both(text: Label, name: str = "span") -> str:
    """A label in both languages; the page's language switch shows one or both.

    Args:
        text: The label.
        name: The element that holds each language.

    Returns:
        Two elements, or one where both languages have the same word.
    """
    if text.english == text.chinese:
        return element(name, escape(text.english))
    return element(name, escape(text.english), class_="en", lang="en") + element(name, escape(text.chinese), class_="zh", lang="zh")


def word(table: str, key: str) -> str:
    """A word of labels.toml in both languages, as HTML.

    Args:
        table: The table.
        key: The key.

    Returns:
        HTML.
    """
    return both(label(table, key))


def token(identity: str) -> str:
    """An id as one word of an attribute that lists several.

    Args:
        identity: A party's id.

    Returns:
        The id, with ``_`` for white space.
    """
    return "_".join(identity.split())
