#!/usr/bin/env python3
"""Writes the files of numpy and gzip that DataTests read, as text in Tests/DataTests/DataFiles.json.

    python3 Utilities/generate/data_files.py      (numpy and Pillow have to be there)
"""

import base64
import gzip
import io
import json
import pathlib
import struct
import zlib

import numpy as np
from PIL import Image

FILE = pathlib.Path(__file__).resolve().parent.parent.parent / "Tests/DataTests/DataFiles.json"


def npy(array):
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def npz(save, **arrays):
    file = io.BytesIO()
    save(file, **arrays)
    return file.getvalue()


def png(array, mode=None, **options):
    file = io.BytesIO()
    (Image.fromarray(array, mode) if mode else Image.fromarray(array)).save(file, "PNG", **options)
    return file.getvalue()


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def interlaced(array):
    """Adam7 of 8-bit gray, which Pillow reads and does not write."""
    height, width = array.shape
    steps = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    stream = b"".join(b"\0" + row.tobytes() for x, y, dx, dy in steps for row in array[y::dy, x::dx] if row.size)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 1))
            + chunk(b"IDAT", zlib.compress(stream)) + chunk(b"IEND", b""))


def jpeg(array, mode=None, **options):
    file = io.BytesIO()
    (Image.fromarray(array, mode) if mode else Image.fromarray(array)).save(file, "JPEG", quality=90, **options)
    return file.getvalue()


def main():
    rows, columns = np.mgrid[0:9, 0:11]
    colours = np.stack([rows * 20 + columns, columns * 19, (rows * columns * 7) % 256, 255 - rows * 9], -1).astype(np.uint8)
    palette = Image.fromarray(colours[..., :3]).quantize(13)
    file = io.BytesIO()
    palette.save(file, "PNG", bits=4)
    pictures = {
        "gray": png(colours[..., 0]), "grayOpacity": png(colours[..., [0, 3]]), "colours": png(colours[..., :3]),
        "opacity": png(colours), "bits": png((colours[..., 0] % 2).astype(bool)),
        "deep": png((colours[..., 0].astype(np.uint16) * 257 + 3)), "palette": file.getvalue(),
        "interlaced": interlaced(colours[..., 0]),
    }
    pixels = {k: Image.open(io.BytesIO(v)) for k, v in pictures.items()}
    photographs = {
        "gray": jpeg(colours[..., 0]), "colours": jpeg(colours[..., :3]), "full": jpeg(colours[..., :3], subsampling=0),
        "progressive": jpeg(colours[..., :3], progressive=True), "print": jpeg(colours, "CMYK"),
    }
    developed = {k: np.asarray(Image.open(io.BytesIO(v))) for k, v in photographs.items()}
    pixels = {k: np.asarray(v.convert("RGB") if k == "palette" else v.convert("L") if k == "bits" else v) for k, v in pixels.items()}
    images = np.arange(2 * 3 * 4, dtype=np.uint8).reshape(2, 3, 4)
    idx = struct.pack(">BBBBIII", 0, 0, 8, 3, 2, 3, 4) + images.tobytes()
    floats = struct.pack(">BBBBI", 0, 0, 0x0D, 1, 3) + np.array([1.5, -2, 1e10], ">f4").tobytes()
    # Repeated and random bytes, so that blocks with codes of their own and far distances occur.
    numbers = np.random.default_rng(0).integers(0, 50, 3000)
    long = ",".join(str(n) for n in numbers).encode() * 3
    files = {
        "matrix.npy": npy(np.arange(6, dtype=np.float32).reshape(2, 3)),
        "fortran.npy": npy(np.asfortranarray(np.arange(6, dtype=np.int64).reshape(2, 3))),
        "scalar.npy": npy(np.float64(2.5)), "vector.npy": npy(np.array([1 + 2j, 3], np.complex64)),
        "bools.npy": npy(np.array([True, False])), "objects.npy": npy(np.array([None, 1], object)),
        "big.npy": npy(np.array([1, 2], ">i4")),
        "stored.npz": npz(np.savez, a=np.arange(3, dtype=np.int32), b=np.ones((2, 2), np.float16)),
        "deflated.npz": npz(np.savez_compressed, numbers=numbers, zeros=np.zeros(10000, np.float32)),
        "images.idx.gz": gzip.compress(idx, mtime=0), "images.idx": idx, "floats.idx": floats,
        "long.gz": gzip.compress(long, mtime=0), "fast.gz": gzip.compress(long, 1, mtime=0), "none.gz": gzip.compress(long[:100], 0, mtime=0),
        "long": long[:9000],
    }
    files |= {k + ".png": v for k, v in pictures.items()}
    files |= {k + ".jpg": v for k, v in photographs.items()}
    files |= {k + ".jpg.pixels": npy(v) for k, v in developed.items()}
    files |= {k + ".pixels": npy(v.astype(np.uint16 if k == "deep" else np.uint8)) for k, v in pixels.items()}
    text = {k: base64.b64encode(v).decode() for k, v in files.items()}
    FILE.write_text("{\n" + ",\n".join(f'  "{k}": {json.dumps(v)}' for k, v in text.items()) + "\n}\n")


if __name__ == "__main__":
    main()
