# `make train` and `make test` do everything on a fresh machine with Swift, Python's pip and git.
# `make help` lists the rest.

SWIFT ?= swift
PYTHON ?= python3
# Passed to every `swift build`, `run` and `test`, for instance SWIFTFLAGS="--scratch-path .build-mine".
SWIFTFLAGS ?=
# Arguments for the programs: make train ARGS="--epochs 5", make golden ARGS="--family random".
ARGS ?=

SETUP = $(PYTHON) Utilities/setup.py
SWIFT_FOLDERS = $(wildcard Sources Tests Examples Utilities Benchmarks Package.swift)
LIBRARIES = StableHLO PJRT TensorCore TensorPrimitives TensorTransformations TensorFunctions TensorDistributed Blox Optimizers Metrics Data Logs Images \
  Checkpoints
RELEASE_BIN = $$($(SWIFT) build $(SWIFTFLAGS) -c release --show-bin-path)

.DEFAULT_GOAL := help
.PHONY: help setup build train images text vae cartpole test golden fuzz soak sanitize bench docs format lint clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## fetch the pinned PJRT plugin and LAPACK into the cache (nothing if they are there)
	@$(SETUP)

build: setup ## build everything, with the tests, for debugging
	$(SWIFT) build $(SWIFTFLAGS) --build-tests

train: ## the main job: train a classifier of handwritten digits on real data
	@$(SETUP) plugin digits
	$(SWIFT) build $(SWIFTFLAGS) -c release --product digits
	"$(RELEASE_BIN)/digits" --data "$$($(SETUP) --path digits)" $(ARGS)

images: setup ## train a residual network on colour pictures; writes a page with curves
	$(SWIFT) build $(SWIFTFLAGS) -c release --product resnet
	"$(RELEASE_BIN)/resnet" $(ARGS)

text: setup ## train a GPT of letters on this repository's texts, or go on; then it writes
	$(SWIFT) build $(SWIFTFLAGS) -c release --product character-gpt
	"$(RELEASE_BIN)/character-gpt" README.md docs/*.md $(ARGS)

vae: ## train a variational autoencoder on the digits; writes a page with digits that nobody wrote
	@$(SETUP) plugin digits
	$(SWIFT) build $(SWIFTFLAGS) -c release --product vae
	"$(RELEASE_BIN)/vae" --data "$$($(SETUP) --path digits)" $(ARGS)

cartpole: setup ## learn to balance a pole on a cart; writes a page with a curve
	$(SWIFT) build $(SWIFTFLAGS) -c release --product cartpole
	"$(RELEASE_BIN)/cartpole" $(ARGS)

test: build ## all tests
	$(SWIFT) test $(SWIFTFLAGS) --skip-build --disable-xctest

golden: setup ## run the values recorded from Python's jax and blox, one line a family
	$(SWIFT) build $(SWIFTFLAGS) -c release --product golden
	"$(RELEASE_BIN)/golden" --folder Tests/Golden $(ARGS)

fuzz: setup ## extreme arguments, damaged files, random programs; prints seeds, ends with 1 if something fell
	$(SWIFT) build $(SWIFTFLAGS) -c release --product fuzz
	"$(RELEASE_BIN)/fuzz" calls $(or $(ARGS),--count 1000000)
	"$(RELEASE_BIN)/fuzz" files $(or $(ARGS),--count 90000)
	"$(RELEASE_BIN)/fuzz" programs $(or $(ARGS),--count 10000)

soak: setup ## work for a long time, and be killed while writing; prints tables, ends with 1 if anything fell
	$(SWIFT) build $(SWIFTFLAGS) -c release --product soak
	"$(RELEASE_BIN)/soak" $(ARGS)
	$(SWIFT) build $(SWIFTFLAGS) -c release --product kills
	"$(RELEASE_BIN)/kills"

# Where threads, processes and C share memory. A report of a sanitizer ends the tests with an error.
THREAD_TESTS = PJRTTests|CoordinationTests|ConcurrencyTests|SharedModelTests|ThreadPageTests|ServerTests
ADDRESS_TESTS = PJRTTests|CoordinationTests|ProcessTests\.ProcessTests|DistributedTests|StrangerTests|WithoutMPITests|JoinedTests
# The first measures memory, of which the sanitizer keeps what was freed. The second compiles some two hundred programs in each of
# two processes, which wait for each other with all their strength; `groups`, `order` and `training` make the same calls of MPI.
ADDRESS_SKIPPED = strangersInNumbers|collectivesAreThoseOfVmap
# Memory that cannot be had is an error of ours, which tests ask for; the plugin keeps what it made until the process ends.
THREAD_OPTIONS = halt_on_error=0 allocator_may_return_null=1 suppressions=$(CURDIR)/Utilities/sanitizers/thread.txt
ADDRESS_OPTIONS = detect_leaks=0 allocator_may_return_null=1
# MPICH's transport writes its own jumps over the functions that get memory, which are the sanitizer's here.
ADDRESS_ENVIRONMENT = UCX_MEM_EVENTS=n UCX_MEM_MMAP_HOOK_MODE=none

sanitize: setup ## thread sanitizer over the tests of concurrency, address sanitizer over those of PJRT, processes and the kernels
	TSAN_OPTIONS="$(THREAD_OPTIONS)" $(SWIFT) test --sanitize=thread --scratch-path .build-tsan --disable-xctest \
	  --filter "$(THREAD_TESTS)"
	ASAN_OPTIONS="$(ADDRESS_OPTIONS)" $(ADDRESS_ENVIRONMENT) $(SWIFT) test --sanitize=address --scratch-path .build-asan --disable-xctest \
	  --filter "$(ADDRESS_TESTS)" --skip "$(ADDRESS_SKIPPED)"
	mkdir -p .build-kernels
	clang -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -ISources/CKernels/include \
	  Utilities/kernels/check_kernels.c Sources/CKernels/*.c -lpthread -lm -o .build-kernels/check_kernels
	.build-kernels/check_kernels 400
	clang -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -ISources/CKernels/include -DBLOX_KERNELS_BAND=512 -DBLOX_ATTENTION_KEYS=64 \
	  Utilities/kernels/check_kernels.c Sources/CKernels/*.c -lpthread -lm -o .build-kernels/check_small_bands
	.build-kernels/check_small_bands 400

bench: setup ## time ours, Python's blox and PyTorch in turn: see Benchmarks/README.md
	@$(SETUP) peers torch
	$(SWIFT) build --package-path Benchmarks -c release --product bench
	BLOX_PYTHON="$$($(SETUP) --path peers)" BLOX_TORCH_PYTHON="$$($(SETUP) --path torch)" \
	  $(PYTHON) Benchmarks/compare.py --pinned 0 \
	  --ours "'$$($(SWIFT) build --package-path Benchmarks -c release --show-bin-path)/bench'" $(ARGS)

docs: ## make the documentation of the libraries; a warning is an error
	BLOX_DOCS=1 $(SWIFT) package $(SWIFTFLAGS) generate-documentation $(foreach library,$(LIBRARIES),--target $(library)) \
	  --warnings-as-errors $(ARGS)

format: ## rewrite the Swift files in the house format
	$(SWIFT) format format --in-place --parallel --recursive $(SWIFT_FOLDERS)

lint: ## check format, file lengths, documentation, words, generated files, floors and the table of JAX's names
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_FOLDERS)
	$(PYTHON) Utilities/check_files.py
	$(PYTHON) Utilities/check_docs.py
	$(PYTHON) Utilities/check_words.py
	$(PYTHON) Utilities/check_floors.py
	$(PYTHON) Utilities/check_pins.py
	$(PYTHON) Utilities/rename_programs_tests.py
	$(PYTHON) Utilities/generate/arities.py --check
	$(PYTHON) Utilities/generate/jax_names.py --check
	$(PYTHON) Utilities/generate/fuzz_calls.py --check

clean: ## remove what was built (the cache stays)
	$(SWIFT) package $(SWIFTFLAGS) clean
