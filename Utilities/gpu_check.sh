#!/usr/bin/env bash
# What a machine with an NVIDIA GPU is asked, in ten minutes. Two modes:
#
#   Utilities/gpu_check.sh build   where Swift is: builds for release, with Swift's libraries linked statically, and packs
#                                  what is needed into .build-gpu-check/gpu-check.tar.xz (some 30 MB, which is carried over)
#   Utilities/gpu_check.sh run     where the GPU is: needs that file, Python and `pip install jax[cuda13]` (the plugin is
#                                  its jax-cuda13-pjrt), and no Swift
#
# `run` prints a line for each step and leaves what each wrote in $OUT (a new folder if that is not set). It ends with 1 if a
# step failed. The steps: devices and the checks of `processes device` (products, convolution, factorizations, donation, a
# mesh of one device, a training step; debugPrint and MPI, which are for the CPU's plugin, as clear errors), digits, the
# transformer of Examples/Scaling on one device, bench beside JAX on the same GPU, and the recorded values as far as the time
# goes.
#
# Of the environment:
#   BLOX_PJRT_PLUGIN   another plugin. `cpu` takes that of `make setup` under another name, so that it is taken for a device's
#                      of its own: a rehearsal where there is no GPU.
#   BLOX_PYTHON        the Python whose JAX is compared with, and whose plugin is taken
#   SECONDS_IN_ALL     when the recorded values have to be at their end; 570
#
# No GPU was seen by this script yet. Of its steps only `processes device` was run, with the CPU plugin in the GPU's place.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=.build-gpu-check
packed=$folder/gpu-check.tar.xz
python=${BLOX_PYTHON:-python3}

build() {
  local flags=(-c release --static-swift-stdlib --scratch-path .build-gpu)
  local files="$folder/files"
  rm -rf "$files"
  mkdir -p "$files"
  for product in golden digits scaling processes; do
    swift build "${flags[@]}" --product "$product"
    cp "$(swift build "${flags[@]}" --show-bin-path)/$product" "$files/"
  done
  flags=(--package-path Benchmarks -c release --static-swift-stdlib --scratch-path .build-gpu-bench)
  swift build "${flags[@]}" --product bench
  cp "$(swift build "${flags[@]}" --show-bin-path)/bench" "$files/"
  strip "$files"/*
  cp "$($python Utilities/setup.py --path digits)" "$files/digits.csv"
  cp -r Tests/Golden "$files/golden-values"
  # The programs have much in common, which a window as large as all of them finds.
  tar -C "$files" -c . | xz -T0 --lzma2=preset=6,dict=256MiB > "$packed"
  ls -l "$packed"
}

# The plugin's file: that of the environment, or of Python's jax-cuda13-pjrt.
plugin() {
  case "${BLOX_PJRT_PLUGIN:-}" in
    cpu)
      mkdir -p "$work/stand-in"
      cp "$($python Utilities/setup.py --path plugin)" "$work/stand-in/stand_in_plugin.so"
      echo "$work/stand-in/stand_in_plugin.so"
      ;;
    "")
      $python -c 'import importlib.util, pathlib
found = importlib.util.find_spec("jax_plugins.xla_cuda13")
assert found, "there is no jax_plugins.xla_cuda13: pip install jax[cuda13]"
print(pathlib.Path(found.submodule_search_locations[0]) / "xla_cuda_plugin.so")'
      ;;
    *) echo "$BLOX_PJRT_PLUGIN" ;;
  esac
}

failed=0
# step NAME SECONDS COMMAND…: runs it for no longer, its output in a file, and prints how it ended.
step() {
  local name=$1 limit=$2 start=$SECONDS status=0
  shift 2
  timeout "$limit" "$@" > "$OUT/$name.log" 2>&1 || status=$?
  local word="ok    "
  case $status in
    0) ;;
    124) word="TIME  " ;;
    *) word="FAILED" failed=1 ;;
  esac
  echo "$word $name  $((SECONDS - start)) s  (status $status, $name.log)"
  tail -n "${SHOWN:-3}" "$OUT/$name.log" | cut -c 1-200 | sed 's/^/       /'
}

run() {
  OUT=${OUT:-$(mktemp -d)}
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  tar -C "$work" -x --xz -f "$packed"
  BLOX_PJRT_PLUGIN=$(plugin)
  export BLOX_PJRT_PLUGIN BLOX_CACHE="$work/cache"
  # Float32 with all its digits: the recorded values are those of a CPU.
  export NVIDIA_TF32_OVERRIDE=0
  echo "plugin $BLOX_PJRT_PLUGIN, results in $OUT"
  command -v nvidia-smi > /dev/null && nvidia-smi -L || echo "no nvidia-smi here"
  SHOWN=16 step device 90 "$work/processes" device
  step digits 60 "$work/digits" --data "$work/digits.csv" --output "$work/digits.safetensors"
  SHOWN=16 step scaling 60 "$work/scaling"
  if $python -c 'import jax, blox' 2> "$OUT/jax.log"; then
    SHOWN=40 step bench 150 $python Benchmarks/compare.py --rounds 2 --seconds 1 --json "$OUT/bench.json" \
      --ours "$work/bench" --peer "jax=$python Utilities/python-peers/bench_blox.py" mlp cnn transformer tiny
  else
    SHOWN=12 step bench 100 $python Benchmarks/compare.py --rounds 2 --seconds 1 --json "$OUT/bench.json" \
      --ours "$work/bench" --peer "again=$work/bench" mlp cnn transformer tiny
    echo "       not beside JAX: $python has no jax or no blox (pip install jax-blox)"
  fi
  # At least a minute, so that something is seen of it.
  local left=$((${SECONDS_IN_ALL:-570} - SECONDS))
  SHOWN=12 step golden $((left > 60 ? left : 60)) "$work/golden" --folder "$work/golden-values"
  exit $failed
}

case "${1:-}" in
  build) build ;;
  run) run ;;
  *)
    sed -n '2,/^set/p' "$0" | sed '$d; s/^# \{0,1\}//'
    exit 2
    ;;
esac
