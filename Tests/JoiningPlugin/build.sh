#!/bin/sh
# Builds the plugin as the dynamic library OUTPUT: build.sh OUTPUT. It is no product of the package, which only its tests need.
set -e
root=$(cd "$(dirname "$0")/../.." && pwd)
exec "${CC:-clang}" -shared -fPIC -O1 -I "$root/Sources/CPJRT/include" -I "$root/Tests/JoiningPlugin/include" \
  "$root"/Sources/CPJRT/*.c "$root"/Tests/JoiningPlugin/*.c -o "$1" -lpthread
