"""Whether the view goes along with new text: decided by the user's hand only.

No distance is ever measured to guess it. Scrolling up ends it; coming to the end by one's own
scrolling, asking for the end, or sending a message begins it.
"""


class Follow:
    """The reader's will. It knows no pixels: the caller says what the user did."""

    def __init__(self) -> None:
        self._following = True
        self._arriving = True

    @property
    def is_arriving(self) -> bool:
        """Whether the end was asked for and is not there yet: what stands there is still read."""
        return self._arriving

    def arrived(self) -> None:
        """The end is there; what changes from now on must not move what is read."""
        self._arriving = False

    @property
    def is_on(self) -> bool:
        """Whether the end is kept in sight."""
        return self._following

    def user_scrolled(self, *, up: bool, at_end: bool) -> None:
        """The user moved the view.

        Args:
            up: whether towards the beginning.
            at_end: whether the end is in sight now.
        """
        if up:
            self._following = self._arriving = False
        elif at_end:
            self._following = True

    def to_end(self) -> None:
        """The user asked for the end, or sent a message."""
        self._following = self._arriving = True

    def stay(self) -> None:
        """The user went to a certain place."""
        self._following = self._arriving = False
