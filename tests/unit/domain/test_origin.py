import pytest

from desktop_assistant.domain.errors import InvalidInputError
from desktop_assistant.domain.messages import Message, Role, Status
from desktop_assistant.domain.origin import host_of, is_loopback, normalise_base_url, origin_of


@pytest.mark.parametrize(
    ("pasted", "base"),
    [
        ("https://api.openai.com/v1", "https://api.openai.com/v1"),
        (" https://api.openai.com/v1/ ", "https://api.openai.com/v1"),
        ("https://API.example.org/v1/chat/completions", "https://api.example.org/v1"),
        ("http://localhost:11434/v1/models?x=1#y", "http://localhost:11434/v1"),
        ("https://example.org", "https://example.org"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1"),
    ],
)
def test_pasted_addresses_are_normalised(pasted, base):
    assert normalise_base_url(pasted) == base


@pytest.mark.parametrize(
    "pasted",
    ["", "api.openai.com", "ftp://x/v1", "https://", "http://[::1", "https://x:0/", "https://x:99999/",
     "https://user:pw@example.org/v1", "https://user:pw/more@example.org/v1", "https://a b/v1",
     "javascript:alert(1)"],
)  # fmt: skip
def test_what_is_no_address_is_refused_without_showing_a_password(pasted):
    with pytest.raises(InvalidInputError) as caught:
        normalise_base_url(pasted)
    assert "pw" not in str(caught.value)


def test_an_origin_tells_lookalikes_apart():
    good = origin_of("https://api.openai.com/v1")
    assert good == "https://api.openai.com:443"
    for other in (
        "http://api.openai.com/v1",
        "https://api.openai.com:8443/v1",
        "https://api.openai.com.evil.example/v1",
        "https://evil.example/?api.openai.com",
    ):
        assert origin_of(other) != good
    assert origin_of("http://[::1]:8080/v1") == "http://[::1]:8080"
    assert origin_of("nonsense") == "://:0"


def test_hosts_are_named_as_people_do():
    assert host_of("https://api.openai.com:443/v1") == "api.openai.com"
    assert host_of("http://localhost:11434/v1") == "localhost:11434"
    assert host_of("nonsense") == "nonsense"


@pytest.mark.parametrize(
    ("url", "yes"),
    [
        ("http://localhost:1/v1", True),
        ("http://x.localhost/v1", True),
        ("http://127.0.0.1/v1", True),
        ("http://127.9.9.9/v1", True),
        ("http://[::1]/v1", True),
        ("http://[::ffff:127.0.0.1]/v1", True),
        ("http://[::ffff:10.0.0.1]/v1", False),
        ("http://10.0.0.1/v1", False),
        ("http://127.0.0.1.evil.example/v1", False),
        ("http://localhost.evil.example/v1", False),
        ("nonsense", False),
    ],
)
def test_only_this_computer_is_loopback(url, yes):
    assert is_loopback(url) is yes


def test_a_message_knows_its_node():
    message = Message("m", "c", None, Role.USER, Status.COMPLETE, "héllo", 1.5, 3, model="x")
    assert (message.node.id, message.node.length, message.node.position) == ("m", 5, 3)
    assert message.node.last_child_id is None
    assert not Status.STREAMING.is_final
