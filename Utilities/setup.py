#!/usr/bin/env python3
"""Brings what a build of blox for Swift does not contain: the PJRT plugin, LAPACK and the digits data.

    python3 Utilities/setup.py                        the plugin and LAPACK (`make test` needs no more)
    python3 Utilities/setup.py plugin lapack digits   these and the data of `make train`
    python3 Utilities/setup.py peers torch     Python's blox and PyTorch, for `make bench`
    python3 Utilities/setup.py --path digits   print where it lies, fetch nothing

Everything goes to $BLOX_CACHE, else $XDG_CACHE_HOME/blox-swift, else ~/.cache/blox-swift:

    plugins/NAME-VERSION/    the plugin's library, LICENSE and THIRD_PARTY_NOTICES
    lapack/NAME-VERSION/     OpenBLAS's library and its LICENSE
    data/digits.csv          64 pixels and the label a line
    python-peers/            a virtual environment with Utilities/python-peers/requirements.txt
    python-torch/            another with requirements-torch.txt
    downloads/               wheels put here by hand are used instead of pip's

The first three come out of wheels pinned by version and SHA-256 in Utilities/pins/, fetched with pip. What is
there already is left alone: a second run reads two small files and uses no network. A download is checked
and unpacked beside its place and moved there last, so an interrupted run leaves nothing half made.

Standard library only, Python 3.9 or later.
"""

import argparse
import contextlib
import gzip
import hashlib
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PINS = Path(__file__).resolve().parent / "pins"
PLUGIN_LIBRARY = "pjrt_c_api_cpu_plugin.so"
PLUGIN_FILES = (PLUGIN_LIBRARY, "LICENSE", "THIRD_PARTY_NOTICES")
LAPACK_LIBRARY = "scipy_openblas32/lib/libscipy_openblas.so"
LAPACK_FILES = (LAPACK_LIBRARY, "LICENSE.txt")
DIGITS_MEMBER = "sklearn/datasets/data/digits.csv.gz"
DIGITS_GZ_SHA256 = "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22"
DIGITS_CSV_SHA256 = "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8"


class SetupError(Exception):
    """Says what is missing, what was expected, and how to provide it by hand."""


class Pin:
    """The one wheel that a file in Utilities/pins/ names."""

    def __init__(self, file, wheel, *tags):
        self.requirements = PINS / file
        text = re.sub(r"#.*", "", self.requirements.read_text())
        found = re.fullmatch(r"\s*([\w.-]+)==([\w.]+)[\s\\]+--hash=sha256:([0-9a-f]{64})\s*", text)
        if not found:
            raise SetupError(f"{self.requirements} should pin one wheel: NAME==VERSION --hash=sha256:HEX")
        self.name, self.version, self.sha256 = found.groups()
        self.wheel = wheel.format(version=self.version)
        self.tags = tags  # the same wheel on every machine, so not what pip would choose for this one

    def __str__(self):
        return f"{self.name} {self.version}"


def plugin_pin():
    return Pin(
        "plugin.txt",
        "lammps_jax_pjrt_cpu-{version}-py3-none-manylinux_2_27_x86_64.whl",
        "--platform", "manylinux_2_27_x86_64",
    )


def lapack_pin():
    return Pin(
        "lapack.txt",
        "scipy_openblas32-{version}-py3-none-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
        "--platform", "manylinux_2_27_x86_64",
    )


def digits_pin():
    return Pin(
        "digits.txt",
        "scikit_learn-{version}-cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
        "--platform", "manylinux_2_27_x86_64",
        "--python-version", "311", "--implementation", "cp", "--abi", "cp311",
    )


def cache_folder():
    """The folder that the library's default plugin search knows too."""
    if os.environ.get("BLOX_CACHE"):
        return Path(os.environ["BLOX_CACHE"]).expanduser().absolute()
    if os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"]).expanduser().absolute() / "blox-swift"
    return Path.home() / ".cache" / "blox-swift"


def say(text):
    print(f"setup: {text}", file=sys.stderr, flush=True)


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


# ---------------------------------------------------------------- wheels


def wheel(pin, cache, scratch):
    """The pinned wheel: the one put into downloads/ by hand, or fetched with pip into `scratch`."""
    by_hand = cache / "downloads" / pin.wheel
    if by_hand.is_file():
        check_hash(by_hand, pin)
        return by_hand
    fetch(pin, cache, scratch)
    found = sorted(Path(scratch).glob("*.whl"))
    if len(found) != 1:
        raise SetupError(f"pip brought {[f.name for f in found]} for {pin}; expected {pin.wheel}.")
    check_hash(found[0], pin)
    return found[0]


def check_hash(path, pin):
    got = sha256(path)
    if got != pin.sha256:
        raise SetupError(
            f"{path} is not the pinned file.\n"
            f"  expected SHA-256  {pin.sha256}\n"
            f"  it has            {got}\n"
            f"Delete it, or put the wheel of {pin} there that {pin.requirements.name} pins."
        )


def fetch(pin, cache, scratch):
    pip = shlex.split(os.environ.get("PIP") or "") or [sys.executable, "-m", "pip"]
    command = pip + [
        "download", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps",
        "--only-binary=:all:", *pin.tags, "--require-hashes",
        "--requirement", str(pin.requirements), "--dest", str(scratch),
    ]
    say(f"fetching {pin} with pip")
    by_hand = f"To provide it by hand, put the wheel at {cache / 'downloads' / pin.wheel}\n"
    by_hand += f"(SHA-256 {pin.sha256})"
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors="replace")
    except OSError as error:
        raise SetupError(
            f"pip could not be started ({shlex.join(pip)}: {error.strerror or error}).\n"
            f"It is needed to fetch {pin}. Set PIP to the command that runs it.\n{by_hand}") from error
    if done.returncode == 0:
        return
    said = done.stdout.strip()
    if "No module named pip" in said:
        raise SetupError(
            f"{sys.executable} has no pip, which is needed to fetch {pin}.\n"
            f"Install it (Debian: apt-get install python3-pip), or set PIP to a command that runs one.\n"
            f"{by_hand}")
    quoted = "\n".join("  | " + line for line in said.splitlines()[-8:])
    hint = ""
    if "DO NOT MATCH THE HASHES" in said:
        hint = "The file that the package index offers is not the pinned one; it was not used.\n"
    elif "No matching distribution" in said or "Connection" in said or "resolve" in said:
        hint = "No network, an index that lacks it, or PIP_NO_INDEX without PIP_FIND_LINKS?\n"
    raise SetupError(f"pip could not fetch {pin}:\n{quoted}\n{hint}{by_hand}")


@contextlib.contextmanager
def scratch_folder(cache):
    """A folder on the cache's own file system, so that moving out of it is one rename."""
    made = tempfile.mkdtemp(prefix=".incomplete-", dir=cache)
    try:
        yield Path(made)
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextlib.contextmanager
def only_one(cache):
    """Waits for another setup that fills the same cache."""
    try:
        import fcntl
    except ImportError:  # no such lock here; the renames keep the cache whole all the same
        yield
        return
    with open(cache / ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


# ---------------------------------------------------------------- the plugin


def plugin_folder(cache):
    pin = plugin_pin()
    return cache / "plugins" / f"{pin.name}-{pin.version}"


def is_ready(folder, pin, files):
    """Whether the stamp names the pinned wheel and every file has the size that was unpacked."""
    try:
        return (folder / ".stamp").read_text() == stamp(folder, pin, files)
    except OSError:
        return False


def stamp(folder, pin, files):
    sizes = [f"{name} {(folder / name).stat().st_size}\n" for name in files]
    return f"wheel {pin.sha256}\n" + "".join(sizes)


def install(cache, target, pin, files):
    """Unpacks files of a pinned wheel into a folder of their own, which is moved to its place when it is whole."""
    with only_one(cache), scratch_folder(cache) as scratch:
        if is_ready(target, pin, files):
            return
        unpacked = scratch / "unpacked"
        with open_wheel(wheel(pin, cache, scratch)) as archive:
            for name in files:
                (unpacked / name).parent.mkdir(parents=True, exist_ok=True)
                extract(archive, name, unpacked / name)
        (unpacked / ".stamp").write_text(stamp(unpacked, pin, files))
        target.parent.mkdir(exist_ok=True)
        if target.exists():
            os.replace(target, scratch / "replaced")
        os.replace(unpacked, target)
        say(f"unpacked {pin} into {target}")


def has_default_files():
    """Whether this is a machine that the pinned libraries are built for."""
    libc, version = platform.libc_ver()
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    return (platform.system() == "Linux" and platform.machine() in ("x86_64", "AMD64") and libc == "glibc"
            and numbers >= (2, 27))


def check_platform(pin):
    if has_default_files():
        return
    libc, version = platform.libc_ver()
    raise SetupError(
        f"There is no default PJRT plugin for this machine ({platform.system()} {platform.machine()}, "
        f"{libc or 'C library unknown'} {version}): {pin} is built for Linux x86_64 with glibc 2.27 or later.\n"
        "Build or get a PJRT plugin for it, and set BLOX_PJRT_PLUGIN=/path/to/plugin.so")


def set_up_plugin(cache):
    own = os.environ.get("BLOX_PJRT_PLUGIN")
    if own:
        if not Path(own).is_file():
            raise SetupError(f"BLOX_PJRT_PLUGIN is {own}, but there is no such file.")
        say(f"using the plugin that BLOX_PJRT_PLUGIN names: {own}")
        return
    folder, pin = plugin_folder(cache), plugin_pin()
    if is_ready(folder, pin, PLUGIN_FILES):
        return
    check_platform(pin)
    install(cache, folder, pin, PLUGIN_FILES)


# ---------------------------------------------------------------- LAPACK


def lapack_folder(cache):
    pin = lapack_pin()
    return cache / "lapack" / f"{pin.name}-{pin.version}"


def set_up_lapack(cache):
    """Without it factorizations are XLA's, which are slower; so where there is none to be fetched that is no error."""
    folder, pin = lapack_folder(cache), lapack_pin()
    if os.environ.get("BLOX_LAPACK") or is_ready(folder, pin, LAPACK_FILES):
        return
    if has_default_files():
        install(cache, folder, pin, LAPACK_FILES)
    else:
        say(f"no LAPACK is fetched: {pin} is built for Linux x86_64. The system's is used, if it has one.")


# ---------------------------------------------------------------- the data


def digits_file(cache):
    return cache / "data" / "digits.csv"


def digits_ready(cache):
    file = digits_file(cache)
    return file.is_file() and sha256(file) == DIGITS_CSV_SHA256


def set_up_digits(cache):
    if digits_ready(cache):
        return
    pin = digits_pin()
    with only_one(cache), scratch_folder(cache) as scratch:
        if digits_ready(cache):
            return
        target = digits_file(cache)
        compressed = scratch / "digits.csv.gz"
        with open_wheel(wheel(pin, cache, scratch)) as archive:
            extract(archive, DIGITS_MEMBER, compressed)
        if sha256(compressed) != DIGITS_GZ_SHA256:
            raise SetupError(f"{DIGITS_MEMBER} in {pin} should have SHA-256 {DIGITS_GZ_SHA256}.")
        plain = scratch / "digits.csv"
        with gzip.open(compressed, "rb") as source, open(plain, "wb") as file:
            shutil.copyfileobj(source, file)
        if sha256(plain) != DIGITS_CSV_SHA256:
            raise SetupError(f"digits.csv from {pin} should have SHA-256 {DIGITS_CSV_SHA256}.")
        target.parent.mkdir(exist_ok=True)
        os.replace(plain, target)
        say(f"unpacked the digits data into {target}")


def open_wheel(path):
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise SetupError(f"{path} is no wheel: {error}.") from error


def extract(archive, name, target):
    """The one member whose path ends in `name`, so that a moved licence file is still found."""
    members = [m for m in archive.namelist() if m == name or m.endswith("/" + name)]
    if len(members) != 1:
        raise SetupError(f"{archive.filename} should hold one {name}; it has {members or 'none'}.")
    with archive.open(members[0]) as source, open(target, "wb") as file:
        shutil.copyfileobj(source, file, 1 << 20)


# ---------------------------------------------------------------- Python's blox

PEERS = PINS.parent / "python-peers"


class Peer:
    """A virtual environment of this Python. Unlike the rest it is made in place: it cannot be moved."""

    def __init__(self, name, folder, requirements, variable):
        self.name, self.folder, self.variable = name, folder, variable
        self.requirements = PEERS / requirements

    def python(self, cache):
        return os.environ.get(self.variable) or cache / self.folder / "bin" / "python"

    def set_up(self, cache):
        if os.environ.get(self.variable):
            return
        folder, python = cache / self.folder, cache / self.folder / "bin" / "python"
        stamp, wanted = folder / ".stamp", f"{sys.version}\n{self.requirements.read_text()}"
        with only_one(cache):
            if stamp.is_file() and stamp.read_text() == wanted and python.is_file():
                return
            if sys.version_info < (3, 11):
                raise SetupError(
                    f"{self.name} needs Python 3.11 or later; {sys.executable} is {platform.python_version()}. "
                    "Set PYTHON to a later one.")
            say(f"installing {self.name} into the cache")
            for command in (
                [sys.executable, "-m", "venv", "--clear", str(folder)],
                [str(python), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check",
                 "--only-binary=:all:", "--requirement", str(self.requirements)],
            ):
                done = subprocess.run(
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                    errors="replace")
                if done.returncode != 0:
                    quoted = "\n".join("  | " + line for line in done.stdout.strip().splitlines()[-8:])
                    raise SetupError(
                        f"this failed: {shlex.join(command)}\n{quoted}\n"
                        f"To provide it by hand, install {self.requirements.name} of Utilities/python-peers into a "
                        f"Python of your own and set {self.variable} to it.")
            stamp.write_text(wanted)


BLOX = Peer("Python's blox and jax", "python-peers", "requirements.txt", "BLOX_PYTHON")
TORCH = Peer("PyTorch", "python-torch", "requirements-torch.txt", "BLOX_TORCH_PYTHON")


# ---------------------------------------------------------------- the command

PARTS = {"plugin": set_up_plugin, "lapack": set_up_lapack, "digits": set_up_digits, "peers": BLOX.set_up, "torch": TORCH.set_up}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="plugin|lapack|digits|peers|torch", help="default: plugin lapack")
    parser.add_argument("--path", choices=sorted(PARTS), help="print the path of this part, fetch nothing")
    arguments = parser.parse_args()
    unknown = [part for part in arguments.parts if part not in PARTS]
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)} (there are {', '.join(PARTS)})")
    cache = cache_folder()
    try:
        if arguments.path == "plugin":
            print(os.environ.get("BLOX_PJRT_PLUGIN") or plugin_folder(cache) / PLUGIN_LIBRARY)
            return 0
        if arguments.path == "lapack":
            print(os.environ.get("BLOX_LAPACK") or lapack_folder(cache) / LAPACK_LIBRARY)
            return 0
        if arguments.path == "digits":
            print(digits_file(cache))
            return 0
        if arguments.path in ("peers", "torch"):
            print({"peers": BLOX, "torch": TORCH}[arguments.path].python(cache))
            return 0
        cache.mkdir(parents=True, exist_ok=True)
        for part in arguments.parts or ["plugin", "lapack"]:
            PARTS[part](cache)
    except SetupError as error:
        print(f"setup: error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(
            f"setup: error: {where}{error.strerror or error}\n"
            f"The cache is {cache} (about 250 MB); BLOX_CACHE puts it elsewhere.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
