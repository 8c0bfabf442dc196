"""Which links open, whom they lead to, and when a person is warned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.rendering.links import display_host, loadable, needs_warning, openable


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTPS://Example.ORG/Path?q=1#F", "https://example.org/Path?q=1#F"),
        ("http://example.org:8080/", "http://example.org:8080/"),
        ("http://example.org//a//b", "http://example.org//a//b"),
        ("http://example.org/a b", "http://example.org/a%20b"),
        ("http://example.org/ä?ö#ü", "http://example.org/%C3%A4?%C3%B6#%C3%BC"),
        ("http://example.org/100%", "http://example.org/100%"),
        ("http://example.org?", "http://example.org?"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://ＥＸＡＭＰＬＥ。ｏｒｇ/", "http://example.org/"),
        ("http://example.org./", "http://example.org/"),
        ("http://a_b.example.org/", "http://a_b.example.org/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
        ("http://localhost:11434/", "http://localhost:11434/"),
        ("https://me@example.org/", "https://me@example.org/"),
        ("https://good.org@evil.org/", "https://good.org@evil.org/"),
        ("https://a@b@evil.org/", "https://a%40b@evil.org/"),
        ("mailto:me@example.org", "mailto:me@example.org"),
        ("MailTo:me@example.org?subject=A b", "mailto:me@example.org?subject=A%20b"),
        (
            "mailto:me@example.org?body=a%0Ab&cc=x@y.org",
            "mailto:me@example.org?body=a%0Ab&cc=x@y.org",
        ),
    ],
)
def test_what_opens(url, opened):
    assert openable(url) == opened


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "/etc/passwd",
        "#part",
        "?query",
        "//example.org/x",
        "\\\\host\\share",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "smb://host/share",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "javascript://example.org/%0Aalert(1)",
        "vbscript:x",
        "data:text/html,x",
        "data:image/svg+xml;base64,x",
        "ms-msdt:/id",
        "search-ms:query=x",
        "vscode://file/x",
        "ftp://example.org/",
        "qrc:/x",
        "about:blank",
        "http:",
        "http:/example.org",
        "http:example.org",
        "http://",
        "http:///path",
        "http://?q",
        "http:\\\\example.org",
        "http://example.org\\@evil.org/",
        " https://example.org",
        "https://example.org ",
        "\thttps://example.org",
        "\x00https://example.org",
        "https://exam\x00ple.org",
        "https://exa\tmple.org",
        "ht\ntps://example.org",
        "https://example.org/\u202egpj.exe",
        "https://exam\u200bple.org",
        "https://example.org/\ud800",
        "https://example.org\u2028/",
        "http://%65xample.org/",
        "http://exa mple.org/",
        "http://example..org/",
        "http://-example.org/",
        "http://example.org:99999/",
        "http://example.org:port/",
        "http://[::1/",
        "http://[evil]/",
        "http://[v1.a:b]/",
        "http://[fe80::1%25eth0]/",
        "http://ex℀mple.org/",
        f"http://{'a' * 64}.org/",
        f"http://{'abcdefgh.' * 30}org/",
        f"http://example.org/{'x' * 9_000}",
        "mailto:",
        "mailto:me",
        "mailto:a@b.org,c@d.org",
        "mailto:a@b.org?attach=/etc/passwd",
        "mailto:a@b.org?subject=x%0d%0aBcc:evil@x.org",
        "mailto:a@b.org\n",
        f"mailto:a@b.org?body={'x' * 9_000}",
        "<https://example.org>",
    ],
)
def test_what_does_not_open(url):
    assert openable(url) is None
    assert display_host(url) == ""
    assert needs_warning(url, "text") is False


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.org/a", "example.org"),
        ("https://example.org:443/a", "example.org"),
        ("http://example.org:443/a", "example.org:443"),
        ("https://paypal.com@evil.org/", "evil.org"),
        ("https://аpple.com/", "xn--pple-43d.com"),
        ("http://[::1]:80/", "[::1]"),
        ("http://[2001:DB8::1]:81/", "[2001:db8::1]:81"),
        ("mailto:me@example.org?subject=x", "me@example.org"),
    ],
)
def test_whom_a_link_leads_to(url, host):
    assert display_host(url) == host


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://evil.org/", "https://good.org/"),
        ("https://evil.org/", "good.org"),
        ("https://evil.org/", "see GOOD.org/path for more"),
        ("https://evil.org/", "www.good.example"),
        ("https://evil.org/", "ftp://good.example"),
        ("https://evil.org/", "https://evil.org@good.org"),
        ("https://evil.org/?good.org", "good.org"),
        ("https://good.org.evil.net/", "good.org"),
        ("https://evilgood.org/", "good.org"),
        ("https://apple.com/", "аpple.com"),
        ("https://example.org/", "https://-x.example..org and good.org"),
        ("https://me@example.org/", "here"),
        ("https://example.org@evil.org/", "evil.org"),
        ("https://аpple.com/", "here"),
        ("https://xn--pple-43d.com/", "here"),
        ("http://2130706433/", "here"),
        ("http://0x7f.1/", "here"),
        ("http://127.1/", "here"),
        ("http://0127.0.0.1/", "here"),
        (f"https://example.org/{'a' * 2_000}", "here"),
        (f"https://{'a.' * 40}evil.org/", "here"),
        ("mailto:evil@evil.org", "write to me@good.org"),
    ],
)
def test_what_warns(url, text):
    assert needs_warning(url, text) is True


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://example.org/path", "here"),
        ("https://example.org/path", "example.org"),
        ("https://example.org/path", "https://example.org/path"),
        ("https://example.org/", "www.example.org"),
        ("https://docs.example.org/", "Example.org"),
        ("https://github.com/a/b", "main.py, README.md, run.sh and e.g. Node.js"),
        ("https://github.com/a/b", "version 3.11.7"),
        ("https://bücher.example/".replace("ü", "u"), "bucher.example"),
        ("http://127.0.0.1:8080/", "here"),
        (f"https://example.org/{'a' * 900}", "here"),
        ("http://[::1]/", "here"),
        ("mailto:me@example.org", "ME@example.org"),
        ("mailto:me@example.org", "write to me"),
    ],
)
def test_what_does_not_warn(url, text):
    assert needs_warning(url, text) is False


@pytest.mark.parametrize("text", ["a-" * 20_000, "1." * 20_000, "a" * 40_000, "x://" * 10_000])
def test_a_long_text_is_searched_in_bounded_time(text):
    assert needs_warning("https://example.org", text) is False


@given(st.text(alphabet="htps:/\\@.%#?[]0aä\u3002\u202e \x00-", max_size=30).map("http".__add__))
def test_what_opens_is_ascii_and_stable(url):
    opened = openable(url)
    if opened is not None:
        assert opened.isascii()
        assert opened.isprintable()
        assert openable(opened) == opened
        assert display_host(opened) == display_host(url) != ""


@pytest.mark.parametrize(
    ("address", "loaded"),
    [
        ("http://example.org/a.png", "http://example.org/a.png"),
        ("https://exämple.org/ä.png", "https://xn--exmple-cua.org/%C3%A4.png"),
        ("https://me@example.org/a.png", None),
        ("mailto:me@example.org", None),
        ("file:///etc/passwd", None),
        ("data:image/png;base64,AAAA", None),
        ("//example.org/a.png", None),
        ("a.png", None),
    ],
)
def test_images_are_loaded_from_the_web_only(address, loaded):
    assert loadable(address) == loaded
