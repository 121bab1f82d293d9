"""What JAX gives for the collectives of Tests/ShardingTests/ShardMapTests.swift, on eight virtual devices:

    XLA_FLAGS=--xla_force_host_platform_device_count=8 python3 Utilities/python-peers/collectives.py

Prints, for each, the sum of its weighted results and that of its weighted gradient, as `jaxValues` in the tests.
"""

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.sharding import Mesh, PartitionSpec as P

PAIRS = [[0, 2], [3, 1]]
GROUPS = [[3, 0], [1, 2]]

COLLECTIVES = {
    "psum": lambda x: lax.psum(x, "b"),
    "psum groups": lambda x: lax.psum(x, "b", axis_index_groups=PAIRS),
    "pmean": lambda x: lax.pmean(x, "b"),
    "pmean groups": lambda x: lax.pmean(x, "b", axis_index_groups=PAIRS),
    "pmax": lambda x: lax.pmax(x, "b"),
    "pmax groups": lambda x: lax.pmax(x, "b", axis_index_groups=PAIRS),
    "pmin": lambda x: lax.pmin(x, "b"),
    "pmin groups": lambda x: lax.pmin(x, "b", axis_index_groups=PAIRS),
    "allGather": lambda x: lax.all_gather(x, "b"),
    "allGather axis": lambda x: lax.all_gather(x, "b", axis=1),
    "allGather tiled": lambda x: lax.all_gather(x, "b", axis=1, tiled=True),
    "allGather groups": lambda x: lax.all_gather(x, "b", axis_index_groups=GROUPS),
    "allGather tiled groups": lambda x: lax.all_gather(x, "b", axis=1, tiled=True, axis_index_groups=GROUPS),
    "psumScatter": lambda x: lax.psum_scatter(x, "b"),
    "psumScatter tiled": lambda x: lax.psum_scatter(x, "b", scatter_dimension=1, tiled=True),
    "psumScatter groups": lambda x: lax.psum_scatter(x, "b", tiled=True, axis_index_groups=GROUPS),
    "ppermute": lambda x: lax.ppermute(x, "b", [(0, 1), (1, 2), (3, 0)]),
    "allToAll": lambda x: lax.all_to_all(x, "b", 0, 1),
    "allToAll back": lambda x: lax.all_to_all(x, "b", 1, 0, tiled=True),
    "allToAll same": lambda x: lax.all_to_all(x, "b", 0, 0),
    "allToAll tiled": lambda x: lax.all_to_all(x, "b", 0, 1, tiled=True),
    "allToAll groups": lambda x: lax.all_to_all(x, "b", 1, 0, tiled=True, axis_index_groups=GROUPS),
    "axisIndex": lambda x: x * lax.axis_index("b"),
}


def waves(shape, seed=0.0):
  return jnp.sin(0.7 * jnp.arange(np.prod(shape), dtype=jnp.float32).reshape(shape) + seed)


def main():
  mesh = Mesh(np.array(jax.devices()).reshape(2, 4), ("a", "b"))
  x = waves([4, 4, 8])
  for name, f in COLLECTIVES.items():
    devices = jax.shard_map(
        lambda x: f(x.reshape(4, 8))[None], mesh=mesh, in_specs=P("b"), out_specs=P("b"), check_vma=False)

    def loss(x):
      y = devices(x)
      return (jnp.sin(y) * waves(y.shape, 2)).sum()

    try:
      value, gradient = jax.jit(jax.value_and_grad(loss))(x)
      print(f'      "{name}": ({float(value):.6g}, {float((gradient * waves(x.shape, 3)).sum()):.6g}),')
    except Exception as error:  # What JAX does not do is said beside the table.
      value = jax.jit(loss)(x)
      print(f'      "{name}": ({float(value):.6g}, nil),  // {str(error).splitlines()[0][:90]}')


if __name__ == "__main__":
  main()
