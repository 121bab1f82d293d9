#!/usr/bin/env python3
"""Records what jax.image makes of a picture, for ImagesTests.

    python3 -m venv venv; venv/bin/pip install jax==0.10.2
    venv/bin/python Utilities/generate/image_values.py
"""

import json
import pathlib

import jax
import jax.numpy as jnp
import numpy as np

FILE = pathlib.Path(__file__).resolve().parent.parent.parent / "Tests/ImagesTests/ImageValues.json"


def main():
    image = jnp.asarray(np.array([np.sin(0.8 * i) for i in range(5 * 7 * 2)], np.float32).reshape(5, 7, 2))
    values = {}
    for method in ["nearest", "linear", "lanczos3", "lanczos5", "cubic"]:
        values[method] = jax.image.resize(image, (8, 4, 2), method)
        values[method + "Sharp"] = jax.image.resize(image, (8, 4, 2), method, antialias=False)
        if method != "nearest":
            moved = lambda s, t: jax.image.scale_and_translate(image, (6, 7, 2), (0, 1), s, t, method)
            scale, translation = jnp.array([1.7, 0.63]), jnp.array([-1.03, 0.81])
            values[method + "Moved"] = moved(scale, translation)
    values["gradient"] = jax.grad(lambda s: jnp.sum(jax.image.scale_and_translate(
        image, (6, 7, 2), (0, 1), s, translation, "linear") ** 2))(scale)
    FILE.write_text("{\n" + ",\n".join(
        f'  "{k}": {json.dumps([float(f"{x:.7g}") for x in np.ravel(v)])}' for k, v in values.items()) + "\n}\n")


if __name__ == "__main__":
    main()
