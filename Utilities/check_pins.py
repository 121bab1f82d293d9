"""Fails when `make setup` and `blox setup` would fetch different plugins for CPUs, or another LAPACK."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
swift = (ROOT / "Sources/BloxCommand/PluginPackage+Pins.swift").read_text()
for file in ["plugin.txt", "lapack.txt"]:
  pins = (ROOT / "Utilities/pins" / file).read_text()
  name, version, sha = re.search(r"^([\w.-]+)==(\S+)[\s\\]+--hash=sha256:([0-9a-f]{64})", pins, flags=re.M).groups()
  if not re.search(rf'"{re.escape(name)}", "{re.escape(version)}",\s*"{sha}"', swift):
    sys.exit(f"PluginPackage+Pins.swift lacks {name} {version} {sha}, which Utilities/pins/{file} names")
