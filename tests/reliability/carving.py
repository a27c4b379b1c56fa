"""Looks for bytes in all that a disk holds: in plain, and in every page of SQLCipher that the database's own key
still decrypts, whether it lies in a file or in blocks that were given back."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE = 4096
RESERVED = 80
"""Of a SQLCipher 4 page: 16 bytes IV, 64 bytes HMAC-SHA512."""
IV = 16
WAL_HEADER = 32
FRAME_HEADER = 24
WAL_MAGIC = (0x377F0682, 0x377F0683)
BLOCK = 1024
IMAGE_MB = 48


def decrypted_pages(data: bytes, key: bytes) -> Iterator[bytes]:
    """Every page that may be one of the database or its log: those at page boundaries, and the frames of each log."""
    for place in range(0, len(data) - PAGE + 1, BLOCK):
        if any(data[place : place + 64]):
            yield _decrypt(data[place : place + PAGE], key)
        if struct.unpack_from(">I", data, place)[0] in WAL_MAGIC:
            frame = place + WAL_HEADER
            while frame + FRAME_HEADER + PAGE <= len(data) and any(data[frame : frame + FRAME_HEADER]):
                yield _decrypt(data[frame + FRAME_HEADER : frame + FRAME_HEADER + PAGE], key)
                frame += FRAME_HEADER + PAGE


def _decrypt(page: bytes, key: bytes) -> bytes:
    iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    return decryptor.update(page[: PAGE - RESERVED]) + decryptor.finalize()


def found_in(data: bytes, key: bytes, wanted: dict[str, bytes]) -> set[str]:
    """Which of the wanted byte strings are anywhere, in plain or in a page."""
    found = {name for name, secret in wanted.items() if secret in data}
    for page in decrypted_pages(data, key):
        found |= {name for name, secret in wanted.items() if name not in found and secret in page}
    return found


@contextmanager
def disk_image(folder: Path) -> Iterator[tuple[Path, Path]]:
    """A mounted ext4 image: its folder, and the file with every block. Needs root; `OSError` where it can't be."""
    image, place = folder / "disk.img", folder / "disk"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(IMAGE_MB << 20)
    for command in (
        ["mkfs.ext4", "-q", "-b", str(BLOCK), str(image)],
        ["mount", "-o", "loop", str(image), str(place)],
    ):
        try:
            ran = subprocess.run(command, capture_output=True, check=False)
        except FileNotFoundError as error:
            raise OSError(f"{command[0]} is not there") from error
        if ran.returncode != 0:
            raise OSError(ran.stderr.decode().strip() or f"{command[0]} failed")
    try:
        yield place, image
    finally:
        subprocess.run(["umount", str(place)], capture_output=True, check=False)


def flush(place: Path) -> None:
    """Everything of this file system onto its image."""
    subprocess.run(["sync", "-f", str(place)], check=False)
