#!/bin/sh
# The C files by a compiler for other systems, and the kernels of arm64 under qemu.
# Needs `pip install ziglang` (PYTHON names the Python that has it) and, for the second part, qemu-user-static.
set -eu
cd "$(dirname "$0")/.."
PYTHON="${PYTHON:-python3}"
OUT=.build-portability
mkdir -p "$OUT"

compile() { "$PYTHON" -m ziglang cc -O2 -fno-sanitize=all -Wall -Wextra -Werror -Wno-unused-parameter "$@"; }

for target in aarch64-macos aarch64-linux-gnu aarch64-linux-musl x86_64-linux-musl; do
  for file in Sources/CPJRT/*.c Sources/CFiles/*.c Sources/CMPI/*.c Sources/CKernels/*.c; do
    folder="$(dirname "$file")"
    compile -target "$target" -c "-I$folder/include" "-I$folder" "$file" -o "$OUT/object.o"
  done
  echo "$target: the C files compile"
done

# The vectors of arm64; those of x86-64, of which every machine has AVX2, are checked by `make sanitize`.
compile -target aarch64-linux-musl -static -Wno-unused-function -ISources/CKernels/include Utilities/kernels/check_kernels.c Sources/CKernels/*.c \
  -lpthread -lm -o "$OUT/check_kernels"
qemu-aarch64-static "$OUT/check_kernels" "${COUNT:-100}"
