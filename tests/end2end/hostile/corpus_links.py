"""Rows 5.2 and 5.3: links that must not open, and links that are not what they look like."""

from collections.abc import Iterator
from pathlib import Path

from tests.end2end.hostile.corpus import Case, Place

_NEVER = (
    "file://{c}/canary.txt", "file:{c}/canary.html", "FiLe://{c}/canary.txt", "{c}/canary.txt",
    "canary.html", "./canary.desktop", "file:///etc/passwd", "file://127.0.0.1/share/canary.txt",
    "smb://127.0.0.1/share", "//127.0.0.1/share", "\\\\\\\\127.0.0.1\\\\share\\\\x", "nfs://127.0.0.1/x",
    "dav://127.0.0.1/x", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript://%0aalert(1)",
    "vbscript:msgbox(1)", "data:text/html,<b>x</b>", "data:text/html;base64,PGI+eDwvYj4=",
    "ms-msdt:/id", "search-ms:query=x", "ms-word:ofe", "ms-officecmd:{}", "shell:startup",
    "vscode://file/etc/passwd", "steam://run/1", "x-canary:open", "slack://open", "zoommtg://join",
    "tel:+123", "sms:+123", "ftp://127.0.0.1/x", "sftp://127.0.0.1/x", "ssh://127.0.0.1",
    "git://127.0.0.1/x", "ldap://127.0.0.1/x", "view-source:https://example.org/",
    "about:blank", "chrome://settings", "resource://x", "blob:https://example.org/x",
    "intent://x#Intent;end", "jar:https://example.org/x!/", "qrc:/x", "//canary.example/x",
    "https:example.org", "https:/example.org", "https:///example.org", "https://", "http://",
    "https://exa mple.org/", "https://[::1", "https://example.org:port/", "https://-/",
    "mailto:", "mailto:nobody", "mailto:a@b.example?attach=/etc/passwd",
    "mailto:a@b.example?subject=x%0aBcc:c@d.example", "mailto:a@b.example,c@d.example",
)  # fmt: skip
_TRICKS = {
    "leading space": "[words](<  https://example.org/>)",
    "leading tab": "[words](<\thttps://example.org/>)",
    "tab inside": "[words](<java\tscript:alert(1)>)",
    "tab as an entity": "[words](java&#9;script:alert(1))",
    "line feed as an entity": "[words](java&#10;script:alert(1))",
    "NUL": "[words](<java\0script:alert(1)>)",
    "NUL as an entity": "[words](java&#0;script:alert(1))",
    "control at the start": "[words](<\x01javascript:alert(1)>)",
    "colon as an entity": "[words](javascript&colon;alert(1))",
    "letters as entities": "[words](&#106;avascript:alert(1))",
    "percent signs": "[words](%6Aavascript:alert(1))",
    "zero-width": "[words](<java\u200bscript:alert(1)>)",
    "direction mark": "[words](<\u202ehttps://example.org/>)",
    "direction mark inside": "[words](<https://example.org/\u202egnp.exe>)",
    "backslash host": "[words](<https://example.org\\\\@evil.example/>)",
    "backslashes": "[words](<https:\\\\\\\\evil.example/>)",
    "wide letters": "[words](<ｊavascript:alert(1)>)",
    "nested": "[[words](javascript:alert(1))](file:///etc/passwd)",
    "title": '[words](javascript:alert(1) "https://example.org/")',
    "html": '<a href="javascript:alert(1)">words</a>',
    "html with events": "<a onclick=alert(1) href=file:///etc/passwd>words</a>",
    "meta": '<meta http-equiv="refresh" content="0;url=file:///etc/passwd">words',
    "base": '<base href="file:///etc/">\n\n[words](passwd)',
    "too long": f"[words](https://example.org/{'a' * 9000})",
}
_GOOD = {
    "https": ("[words](https://example.org/a?b=c#d)", "https://example.org/a?b=c#d"),
    "http": ("[words](http://example.org/)", "http://example.org/"),
    "capitals": ("[words](HTTPS://EXAMPLE.ORG/)", "https://example.org/"),
    "mail": ("[words](mailto:a@example.org?subject=x)", "mailto:a@example.org?subject=x"),
    "autolink": ("<https://example.org/b>", "https://example.org/b"),
    "bare": ("see https://example.org/c now", "https://example.org/c"),
    "reference": ("[words][r]\n\n[r]: https://example.org/d", "https://example.org/d"),
    "in a table": ("| a |\n| - |\n| [words](https://example.org/e) |", "https://example.org/e"),
    "in a heading": ("# [words](https://example.org/f)", "https://example.org/f"),
    "quotes": ("[words](https://example.org/'$(x)`\"))", "https://example.org/'$(x)%60%22"),
    "unusual letters": (
        "[words](https://example.org/ä/日)",
        "https://example.org/%C3%A4/%E6%97%A5",
    ),
}
_DECEIVING = {
    "text shows another host": ("[https://bank.example](https://evil.example/)", "evil.example"),
    "text is another domain": ("[bank.com](https://evil.example/bank.com)", "evil.example"),
    "text with www": ("[www.bank.example/login](https://evil.example/)", "evil.example"),
    "text in a sentence": ("[log in at bank.com now](https://evil.example)", "evil.example"),
    "host before the real one": (
        "[https://bank.com](https://bank.com.evil.example/)", "bank.com.evil.example"),
    "subdomain shown": ("[https://my.bank.com](https://bank.com/)", "bank.com"),
    "user name": ("[words](https://bank.com@evil.example/)", "evil.example"),
    "user name and word": ("[words](https://bank.com:443@evil.example:8443/)", "evil.example:8443"),
    "user name, bare": ("https://bank.com@evil.example/", "evil.example"),
    "user name, encoded slash": ("[words](https://bank.com%2F@evil.example/)", "evil.example"),
    "Cyrillic": ("[words](https://аpple.com/)", "xn--pple-43d.com"),
    "Cyrillic, bare": ("https://аpple.com/", "xn--pple-43d.com"),
    "Greek": ("[words](https://gοogle.com/)", "xn--gogle-rce.com"),
    "dotless i": ("[words](https://lınked.example/)", "xn--lnked-n4a.example"),
    "already coded": ("[words](https://xn--pple-43d.com/)", "xn--pple-43d.com"),
    "ideographic dot": ("[https://bank.com](https://bank。com。evil.example/)",
                        "bank.com.evil.example"),
    "number": ("[words](http://2130706433/)", "2130706433"),
    "octal number": ("[words](http://0177.0.0.1/)", "0177.0.0.1"),
    "hexadecimal number": ("[words](http://0x7f.1/)", "0x7f.1"),
    "mail": ("[a@bank.example](mailto:b@evil.example)", "b@evil.example"),
    "very long": (f"[words](https://evil.example/{'a' * 2048})", "evil.example"),
    "very long name": (f"[words](https://{'a.' * 60}evil.example/)", f"{'a.' * 60}evil.example"),
    "wide letters shown": ("[ｂａｎｋ.com](https://evil.example/)", "evil.example"),
    "image as words": ("[![bank.com](x)](https://evil.example/)", "evil.example"),
    "marks as words": ("[**https://**`bank.com`](https://evil.example/)", "evil.example"),
}  # fmt: skip


def cases(canaries: Path) -> Iterator[Case]:
    """Rows 5.2 and 5.3."""
    for address in _NEVER:
        whole = address.replace("{c}", str(canaries))
        yield Case("5.2", f"inline: {address}", f"Click [words](<{whole}>) here.")
        yield Case("5.2", f"by reference: {address}", f"Click [words] here.\n\n[words]: <{whole}>")
    for name, text in _TRICKS.items():
        shown = () if name == "too long" else ("words",)
        yield Case("5.2", name, text.replace("{c}", str(canaries)), shows=shown)
    for name, (text, target) in _GOOD.items():
        yield Case("5.2", f"good: {name}", text, opens=(target,))
    for name, (text, host) in _DECEIVING.items():
        yield Case("5.3", name, text, asks=(host,))
    for address in _NEVER[:20]:
        whole = address.replace("{c}", str(canaries))
        yield Case("5.2", f"question: {address}", f"[words](<{whole}>)", Place.QUESTION)
    yield Case(
        "5.3", "question: user name", "https://bank.com@evil.example/", Place.QUESTION,
        asks=("evil.example",),
    )  # fmt: skip
