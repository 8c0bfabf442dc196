"""Images that were loaded, because the user asked for them: kept while the window is open."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

MOST_PIXELS = 50_000_000
_LARGEST = QSize(1920, 960)
"""What is drawn at most, on a screen with two pixels to a point."""
_MOST_KEPT_BYTES = 96 * 1024 * 1024
_FORMATS = {
    b"\x89PNG": b"png",
    b"\xff\xd8\xff": b"jpeg",
    b"GIF8": b"gif",
    b"RIFF": b"webp",
    b"BM": b"bmp",
}
"""How each kind begins; nothing else is read, whatever it says it is."""


class Pictures(Mapping[str, QImage]):
    """Loaded images by their address; the oldest are let go when they are too many."""

    def __init__(self) -> None:
        self._images: dict[str, QImage] = {}

    def __getitem__(self, address: str) -> QImage:
        return self._images[address]

    def __iter__(self) -> Iterator[str]:
        return iter(self._images)

    def __len__(self) -> int:
        return len(self._images)

    def put(self, address: str, image: QImage) -> None:
        """Keeps an image."""
        self._images.pop(address, None)
        self._images[address] = image
        while len(self._images) > 1 and self._bytes() > _MOST_KEPT_BYTES:
            del self._images[next(iter(self._images))]

    def _bytes(self) -> int:
        return sum(image.sizeInBytes() for image in self._images.values())


def decode(data: bytes) -> QImage | None:
    """The picture in some bytes, no larger than it is ever drawn; takes long, so on a thread.

    Returns:
        ``None`` if it is no picture that can be read, or has too many pixels.
    """
    kind = next((kind for start, kind in _FORMATS.items() if data.startswith(start)), None)
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if size.width() > _LARGEST.width() or size.height() > _LARGEST.height():
        reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
