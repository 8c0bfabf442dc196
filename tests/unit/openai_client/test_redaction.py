"""No key leaves in a text, however it is written."""

import base64
import json
import re
import time
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_assistant.domain.redaction import HIDDEN, Redactor, redact

KEY = 'Zx9/+é=canary KEY"12\\34567890'


def written(key):
    raw = key.encode()
    return {
        "as it is": key,
        "in json": json.dumps(key),
        "in json, plain": json.dumps(key, ensure_ascii=False),
        "with escaped slashes": key.replace("/", "\\/"),
        "in an address": quote(key, safe=""),
        "in a path": quote(key),
        "in a form": quote_plus(key),
        "in an address, small": re.sub("%..", lambda m: m[0].lower(), quote(key)),
        "in hex": raw.hex(),
        "in HEX": raw.hex().upper(),
        "in repr": repr(key),
        "in wide characters": key.encode("utf-16-le").decode("latin-1"),
        "cut": key[:16] + "…",
        "masked": key[:12] + "********",
    }


@pytest.mark.parametrize("how", written(KEY))
def test_a_known_key_is_hidden(how):
    text = Redactor([KEY])(f"before {written(KEY)[how]} after")
    assert HIDDEN in text
    assert text.startswith("before ")
    for part in (KEY[:12], KEY[4:14], quote(KEY, safe="")[:14], KEY.encode().hex()[:20]):
        assert part.lower() not in text.lower()


@pytest.mark.parametrize("before", ["", "u", "us", "user:", "Bearer "])
@pytest.mark.parametrize("after", ["", "@", "@h", "@ho"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le"])
def test_a_known_key_is_hidden_in_base64(before, after, coding):
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        packed = encode((before + KEY + after).encode(coding)).decode()
        text = Redactor([KEY])(f"x {packed} y")
        assert HIDDEN in text
        # What is left of the coded text can hold no more than what stood around the key.
        assert len(text) - len(HIDDEN) <= len(packed) - len(base64.b64encode(KEY.encode())) + 16


@pytest.mark.parametrize("before", ["", "u", "us"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("left", [2 / 3, 0.9])
def test_a_coded_key_that_is_cut_is_hidden(before, coding, left):
    """Services and we ourselves keep only the beginning of long texts."""
    raw = (before + KEY).encode(coding)
    written = [base64.b64encode(raw).decode()]
    written += [raw.hex(), raw.hex().upper()] if coding == "utf-8" else []
    for packed in written:
        text = Redactor([KEY])(f"x {packed[: int(len(packed) * left)]}")
        assert text.endswith(HIDDEN)
        assert len(text) < len("x ") + len(HIDDEN) + len(before.encode(coding).hex()) + 4


ODD_KEY = '"é\\/canary KEY 1234567890'
"""Every way of writing it changes its first characters."""


@pytest.mark.parametrize(
    "form",
    [
        json.dumps(ODD_KEY)[1:-1], json.dumps(ODD_KEY, ensure_ascii=False)[1:-1],
        json.dumps(ODD_KEY)[1:-1].replace("/", "\\/"), repr(ODD_KEY)[1:-1],
        ODD_KEY.replace("/", "\\/"), quote(ODD_KEY, safe=""), quote(ODD_KEY), quote_plus(ODD_KEY),
        ODD_KEY.encode().hex(), ODD_KEY,
    ],
)  # fmt: skip
def test_nothing_of_it_is_left(form):
    assert Redactor([ODD_KEY])(f"<{form}>") == f"<{HIDDEN}>"


@pytest.mark.parametrize("key", [KEY, KEY[:-1], KEY[:-2]])
@pytest.mark.parametrize("before", ["", "u", "us", "use"])
def test_of_base64_only_what_others_share_is_left(key, before):
    packed = base64.b64encode((before + key + "zzz").encode()).decode()
    begin, end = len(before), len((before + key).encode())
    hidden = packed[: -(-begin * 4 // 3)] + HIDDEN + packed[end * 4 // 3 :]
    assert Redactor([key])(f"<{packed}>") == f"<{hidden}>"


def test_a_short_key_hides_no_more_than_itself():
    assert Redactor(["abcdefghijkl"])("abcdefghijklmnop") == f"{HIDDEN}mnop"
    assert Redactor(["abcdefghijklm"])("abcdefghijklXnop q") == f"{HIDDEN} q"


@given(
    st.text(st.characters(min_codepoint=33, max_codepoint=0x2FFF), min_size=12, max_size=40),
    st.text(max_size=20),
)
def test_any_key_is_hidden_anywhere(key, around):
    text = Redactor([key])(f"{around} {key} {around}")
    assert key not in text


@pytest.mark.parametrize("key", ["", " ", "none", "EMPTY", "sk-1"])
def test_stand_ins_hide_no_words(key):
    text = f"there is none, the answer is EMPTY {key}"
    assert Redactor([key])(text) == text


def test_several_keys_one_the_beginning_of_the_other():
    assert Redactor(["abcdefgh", "abcdefghijkl"])("abcdefghijkl abcdefgh") == f"{HIDDEN} {HIDDEN}"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("https://me:pw@host/x", f"https://{HIDDEN}@host/x"),
        ("https://token@host", f"https://{HIDDEN}@host"),
        ("GET /x?key=abc&y=1", f"GET /x?key={HIDDEN}&y=1"),
        ("/x?y=1&api_key=abc#z", f"/x?y=1&api_key={HIDDEN}#z"),
        ("Authorization: Bearer abcdefg1", f"Authorization: Bearer {HIDDEN}"),
        ("authorization=abcdefgh", f"authorization={HIDDEN}"),
        ("bearer abcd1234efgh", f"bearer {HIDDEN}"),
        ("Basic dXNlcjpwYXNz1", f"Basic {HIDDEN}"),
        ('{"api_key": "zzzzzzzz"}', f'{{"api_key": "{HIDDEN}"}}'),
        ("x-api-key: foo-bar-baz", f"x-api-key: {HIDDEN}"),
        ("api-key:foo-bar-baz", f"api-key:{HIDDEN}"),
        ("'apiKey': 'abcdefgh'", f"'apiKey': '{HIDDEN}'"),
        ("Incorrect API key provided: abcdefgh.", f"Incorrect API key provided: {HIDDEN}"),
        ("password=hunter22", f"password={HIDDEN}"),
        ("Set-Cookie: session=abc", f"Set-Cookie: {HIDDEN}"),
        ("client_secret: abcdefgh", f"client_secret: {HIDDEN}"),
        ("token: abcd1234", f"token: {HIDDEN}"),
        ("sk-abcdefgh and sk-proj-a_b-c1", f"{HIDDEN} and {HIDDEN}"),
        ("provided: sk-abcd*****1234. See", f"provided: {HIDDEN} See"),
        ("gsk_abcdefgh xai-abcdefgh hf_abcdefgh", " ".join([HIDDEN] * 3)),
        ("AIzaSyA-1234567890abcdefghij", HIDDEN),
        ("AKIAABCDEFGHIJKLMNOP", HIDDEN),
        ("ya29.a0AfH6SMBxyz123", HIDDEN),
        ("eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJ", HIDDEN),
    ],
)
def test_what_looks_like_a_key_is_hidden(text, clean):
    assert redact(text) == clean
    assert redact(clean) == clean


@pytest.mark.parametrize(
    "text",
    [
        "This model's maximum context length is 8192 tokens, you asked for 9000.",
        "The key is basic knowledge of things", "token limit exceeded: 4096 tokens",
        "max_tokens=2000000 is too large", "Unexpected token: identifier", "monkey=banana123",
        "keyboard: qwertz123", "https://api.example.org/v1/chat", "a basic introduction",
        "Invalid value for 'temperature': 3.0", "risk-free-assessment", "",
    ],
)  # fmt: skip
def test_ordinary_words_stay(text):
    assert redact(text) == text


@pytest.mark.parametrize(
    "text",
    ["key=" * 20_000, "Bearer " * 10_000, "eyJaaaaaaaa-" * 6_000, "sk-" * 20_000, "://a" * 20_000,
     "?key=&" * 10_000, "authorization: " * 5_000, "x" * 100_000, "token:a" * 10_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_hostile_texts_take_no_time_to_speak_of(text):
    began = time.process_time()
    Redactor([KEY])(text)
    # Not a benchmark: quadratic work on these would take a hundred times as long.
    assert time.process_time() - began < 3.0


def test_it_does_not_show_what_it_knows():
    assert KEY not in repr(Redactor([KEY]))
