"""Bare addresses in running text."""

import pytest

from desktop_assistant.rendering.autolinks import find_addresses


def found(text):
    return [text[start:end] for start, end in find_addresses(text)]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("http://a.org", ["http://a.org"]),
        ("HTTPS://A.org/x and http://b.org", ["HTTPS://A.org/x", "http://b.org"]),
        ("http://a.org/x?y=1&z=2#f.", ["http://a.org/x?y=1&z=2#f"]),
        ("http://a.org!?...", ["http://a.org"]),
        ("'http://a.org/it's'", ["http://a.org/it's"]),
        ("(http://a.org/b)", ["http://a.org/b"]),
        ("http://a.org/b_(c)", ["http://a.org/b_(c)"]),
        ("[http://a.org/b[1]]", ["http://a.org/b[1]"]),
        ("<http://a.org>", ["http://a.org"]),
        ("http://a.org\u3002\u4f60", ["http://a.org"]),
        ("\u201chttp://a.org\u201d", ["http://a.org"]),
        ("siehe http://müller.de/ä.", ["http://müller.de/ä"]),
        ("_http://a.org_", ["http://a.org"]),
        ("xhttp://a.org", []),
        ("9http://a.org", []),
        ("http://", []),
        ("http://...", []),
        ("http:/a.org www.a.org ftp://a.org", []),
        (f"http://a.org/{'x' * 3_000}", []),
    ],
)
def test_addresses(text, addresses):
    assert found(text) == addresses
