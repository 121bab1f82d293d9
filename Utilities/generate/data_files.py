#!/usr/bin/env python3
"""Writes the files of numpy and gzip that DataTests read, as text in Tests/DataTests/DataFiles.json.

    python3 Utilities/generate/data_files.py      (numpy has to be there)
"""

import base64
import gzip
import io
import json
import pathlib
import struct

import numpy as np

FILE = pathlib.Path(__file__).resolve().parent.parent.parent / "Tests/DataTests/DataFiles.json"


def npy(array):
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def npz(save, **arrays):
    file = io.BytesIO()
    save(file, **arrays)
    return file.getvalue()


def main():
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
    text = {k: base64.b64encode(v).decode() for k, v in files.items()}
    FILE.write_text("{\n" + ",\n".join(f'  "{k}": {json.dumps(v)}' for k, v in text.items()) + "\n}\n")


if __name__ == "__main__":
    main()
