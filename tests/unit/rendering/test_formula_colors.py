import pytest

from desktop_assistant.rendering.formulas.colors import color_of, readable


@pytest.mark.parametrize(
    ("value", "color"),
    [
        ("red", "#ff0000"),
        ("ForestGreen", "#228b22"),
        ("#F00", "#ff0000"),
        ("F00", "#ff0000"),
        ("#12ab9F", "#12ab9f"),
        ("rgb(1,0.5,0)", "#ff8000"),
        ("255, 0,10", "#ff000a"),
        ("0.5", "#808080"),
        ("0,1,1,0", "#ff0000"),
        ("0,0,0,1", "#000000"),
        ("999,0,0", "#ff0000"),
        ("1,2", None),
        ("1.2.3", None),
        ("", None),
        ("nonsense", None),
        ("transparent", None),
        ("url(http://a.b)", None),
    ],
)
def test_colours_as_tex_writes_them(value, color):
    assert color_of(value) == color


@pytest.mark.parametrize("on_dark", [False, True])
@pytest.mark.parametrize("color", ["#ffffff", "#000000", "#ffff00", "#0000ff", "#808080"])
def test_a_shown_colour_differs_from_its_ground(color, on_dark):
    shown = readable(color, on_dark=on_dark)
    parts = [int(shown[at : at + 2], 16) for at in (1, 3, 5)]
    brightness = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    assert brightness > 60 if on_dark else brightness < 160


def test_a_colour_that_can_be_read_stays():
    assert readable("#ff0000", on_dark=False) == "#ff0000"
    assert readable("#ffff00", on_dark=True) == "#ffff00"


def test_a_colour_keeps_its_hue():
    blue = readable("#0000ff", on_dark=True)
    assert int(blue[5:], 16) > 200 > int(blue[1:3], 16) > 60
