#!/usr/bin/env python3
"""Writes the overloads of the transformations by number of arguments and results.

Each arity is an overload: a one-line forward to one implementation. Parameter packs would make it one function for
all, but with Swift 6.3 they do not carry what people write:

- of arguments: `jit { $0 + 1 }(x)`, a closure without types, does not compile;
- of results: `vmap(out: (0, nil)) { … }` does not (a tuple of literals is not taken for a pack), nor does a closure of
  several statements that returns `(carry, output)` to a `scan`, nor `jit { ($0, $0) }(x).0`; and a closure that wraps a
  call's results, `{ x in Tree(try f(x)) }`, ends the compiler.

Run from the top of the checkout:

    python3 Utilities/generate/arities.py           writes the files
    python3 Utilities/generate/arities.py --check   fails when a file is not what it would write
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "Sources/TensorTransformations/Transformations/Generated"
ARGUMENTS = ["A", "B", "C", "D", "G", "H"]
RESULTS = ["R", "S", "T", "U"]
HEAD = "// Made by Utilities/generate/arities.py; edit that instead.\n"
# What the public functions of a file show is imported publicly.
def imports(functions):
  text = "\n".join(functions)
  core = "public " if re.search(r"^\s*(@\S+ )*public ", text, flags=re.M) else ""
  primitives = "public " if re.search("CheckpointPolicy|AxisList", text) else ""
  return f"{core}import TensorCore\n{primitives}import TensorPrimitives\n\n"


def names(n):
  return ARGUMENTS[:n]


def variables(n):
  return [a.lower() for a in names(n)]


def generics(args, results=(), extra=(), throws=False, bound="TensorTree"):
  return "<" + ", ".join(f"{g}: {bound}" for g in [*args, *results, *extra]) + (", E: Error>" if throws else ">")


def tuple_of(letters):
  return letters[0] if len(letters) == 1 else "(" + ", ".join(letters) + ")"


def tree_type(letters):
  """The tree that holds a value for each letter."""
  return f"TreeTuple{len(letters)}<{', '.join(letters)}>" if letters else "NoResults"


def pack_arguments(n):
  return f"TreeTuple{n}(" + ", ".join(variables(n)) + ")" if n else "NoResults()"


def spread(n):
  return ", ".join(f"x.{v}" for v in "abcdef"[:n])


def pack_results(m, call):
  return f"TreeTuple{m}({call})"


def unpack(m, call):
  return f"{call}.a" if m == 1 else f"{call}.values"


def parameters(n):
  """The parameters of a closure that takes n arguments."""
  return ", ".join(variables(n)) + " in" if n else ""


def packed_parameter(n):
  """The parameter of a closure that takes them as one tree."""
  return "x in" if n else "_ in"


def each_or_none():
  """All numbers of arguments, none too: few functions without arguments have more than two results."""
  yield from each(6)
  yield from [(0, 1), (0, 2)]


def each(arguments=4, most=4):
  for n in range(1, arguments + 1):
    for m in range(1, most + 1):
      yield n, m


def trees():
  """The trees that carry several trees as one."""
  out = []
  for n in range(1, 7):
    letters, fields = list("ABCDEF")[:n], list("abcdef")[:n]
    types = ", ".join(letters)
    lines = lambda template: "\n".join("    " + template.format(f) for f in fields)
    values = f"""
  init(_ values: ({types})) {{ ({', '.join(fields)}) = values }}
  var values: ({types}) {{ ({', '.join(fields)}) }}""" if n > 1 else ""
    out.append(f"""struct TreeTuple{n}<{', '.join(f'{g}: TensorTree' for g in letters)}>: ArgumentList {{
  var {', '.join(f'{f}: {g}' for f, g in zip(fields, letters))}
  init({', '.join(f'_ {f}: {g}' for f, g in zip(fields, letters))}) {{
{lines("self.{0} = {0}")}
  }}{values}
  var parts: [any TensorTree] {{ [{', '.join(fields)}] }}

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {{
{lines("{}.forEachLeaf(body)")}
  }}
  func hasSameStructure(as other: Self) -> Bool {{
    {' && '.join(f'{f}.hasSameStructure(as: other.{f})' for f in fields)}
  }}
  func hashStructure(into hasher: inout Hasher) {{
{lines("{}.hashStructure(into: &hasher)")}
  }}
  func appendLeaves(to leaves: inout [Tensor]) {{
{lines("{}.appendLeaves(to: &leaves)")}
  }}
  mutating func readLeaves(_ reader: inout LeafReader) {{
{lines("{}.readLeaves(&reader)")}
  }}
}}
""")
  return out


def jit():
  out = []
  for n, m in each_or_none():
    result = tuple_of(RESULTS[:m])
    types = f"({', '.join(names(n))}) throws -> {result}"
    out.append(f"""/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
public func jit{generics(names(n), RESULTS[:m])}(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping {types}
) -> {types} {{
  let compiled = JitFunction<{tree_type(names(n))}, {tree_type(RESULTS[:m])}>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings, outShardings: outShardings
  ) {{ {packed_parameter(n)} {pack_results(m, f"try f({spread(n)})")} }}
  return {{ {parameters(n)} {unpack(m, f"try compiled({pack_arguments(n)})")} }}
}}
""")
    # Not preferred: the compiler would choose it for every closure, and then reject what that one captures.
    out.append(f"""/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_disfavoredOverload public func jit{generics(names(n), RESULTS[:m], bound="TensorTree & Sendable")}(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable {types}
) -> @Sendable {types} {{
  let compiled = SendableJitFunction(JitFunction<{tree_type(names(n))}, {tree_type(RESULTS[:m])}>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings, outShardings: outShardings
  ) {{ {packed_parameter(n)} {pack_results(m, f"try f({spread(n)})")} }})
  return {{ {parameters(n)} {unpack(m, f"try compiled.function({pack_arguments(n)})")} }}
}}
""")
  out += nested_jit()
  first = out[0].replace(
      "see `jit` of one argument.", """runs the compiled program from then
/// on (`jax.jit`).
///
/// - Parameters:
///   - donating: numbers of the arguments whose memory the results may take over; they cannot be used afterwards.
///   - inShardings: how the arguments lie on several devices, one sharding for each; as they come, if nil.
///   - outShardings: how the results are to lie, one sharding for each; as the compiler chooses, if nil.
///   - name: what the function is called in errors and in the compiled program; where it was jitted, if nil.
///   - file: where it is jitted, for its name.
///   - line: where it is jitted, for its name.
///   - f: a pure function. What it captures is constant.
/// - Returns: the compiled function. It throws what `f` throws while it is traced, the first failed operation in it, and
///   what the plugin reports. Where its type is written as `@Sendable`, as that of a global or static variable has to be,
///   every thread may call it: `static let step: @Sendable (Tensor) throws -> Tensor = jit { x in x + 1 }`.""")
  return [first] + out[1:]


def nested_jit():
  """`((outputs, state), params)`, what a recurrence of Blox gives: the only tuple in results that there are overloads for."""
  out = []
  for n in range(1, 4):
    types = f"({', '.join(names(n))}) throws -> ((R, S), T)"
    out.append(f"""/// Compiles a function that gives `((outputs, state), params)`, as a recurrence does; see `jit` of one argument.
public func jit{generics(names(n), RESULTS[:3])}(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping {types}
) -> {types} {{
  let compiled = JitFunction<{tree_type(names(n))}, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings, outShardings: outShardings
  ) {{ x in
    let ((first, second), third) = try f({spread(n)})
    return TreeTuple3(first, second, third)
  }}
  return {{ {parameters(n)}
    let results = try compiled({pack_arguments(n)})
    return ((results.a, results.b), results.c)
  }}
}}
""")
  return out


def eval_shape():
  out = []
  for n, m in each_or_none():
    types = f"({', '.join(names(n))}) throws -> {tuple_of(RESULTS[:m])}"
    out.append(f"""/// The shapes and dtypes of a function's results, without computing them (`jax.eval_shape`).
public func evalShape{generics(names(n), RESULTS[:m])}(_ f: @escaping {types}) -> {types} {{
  let shapes = ShapeEvaluation<{tree_type(names(n))}, {tree_type(RESULTS[:m])}> {{ {packed_parameter(n)}
    {pack_results(m, f"try f({spread(n)})")}
  }}
  return {{ {parameters(n)} {unpack(m, f"try shapes({pack_arguments(n)})")} }}
}}
""")
  return out


def inspect():
  programs, lowerings = [], []
  for n, m in each(6):
    kind = f"{tree_type(names(n))}"
    body = f"{{ (x: {kind}) in {pack_results(m, f'try f({spread(n)})')} }}"
    types = f"({', '.join(names(n))}) throws -> {tuple_of(RESULTS[:m])}"
    programs.append(f"""/// The program that a function is traced to (`jax.make_jaxpr`).
public func makeJaxpr{generics(names(n), RESULTS[:m])}(
  name: String = "f", _ f: @escaping {types}
) -> ({', '.join(names(n))}) throws -> Program {{
  {{ {', '.join(variables(n))} in
    try TracedFunction({body}, {pack_arguments(n)}, name: name).program
  }}
}}
""")
    lowerings.append(f"""/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
public func lower{generics(names(n), RESULTS[:m])}(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping {types}
) -> ({', '.join(names(n))}) throws -> Lowered {{
  {{ {', '.join(variables(n))} in
    try Lowered(
      {pack_arguments(n)}, donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) {body}
  }}
}}
""")
  return programs, lowerings


# Swift 6.3 crashes on a closure of type `(A) throws(E) -> R` that is returned once E is known to be Never
# (swiftlang/swift#79995). So functions that return one have two overloads each: one that throws and one that does not.
# Those that only take one throw what it throws.
EFFECTS = [("", "", "Never"), (" throws", "try ", "any Error")]
THROWS = " throws(E)"


def vmap():
  out = []
  for n, m in each(6):
    axes = "Axis" if m == 1 else "(" + ", ".join(["Axis"] * m) + ")"
    default = "0" if m == 1 else "(" + ", ".join(["0"] * m) + ")"
    listed = "[out]" if m == 1 else "[" + ", ".join(f"out.{i}" for i in range(m)) + "]"
    for throws, attempt, error in EFFECTS:
      types = f"({', '.join(names(n))}){throws} -> {tuple_of(RESULTS[:m])}"
      out.append(f"""/// Applies a function to every lane of its arguments at once (`jax.vmap`); see `vmap` of one argument.
public func vmap{generics(names(n), RESULTS[:m])}(
  in: [Axis]? = nil, out: {axes} = {default}, axisName: String? = nil, axisSize: Int? = nil,
  spmdAxisName: (any AxisNameList)? = nil, _ f: @escaping {types}
) -> {types} {{
  let mapped = VectorizedMap<{tree_type(names(n))}, {tree_type(RESULTS[:m])}, {error}>(
    inAxes: `in`, outAxes: {listed}, axisName: axisName, axisSize: axisSize,
    spmdAxes: spmdAxisName?.axisNames ?? []
  ) {{ x in {pack_results(m, f"{attempt}f({spread(n)})")} }}
  return {{ {', '.join(variables(n))} in {unpack(m, f"{attempt}mapped({pack_arguments(n)})")} }}
}}
""")
  first = out[0].replace("; see `vmap` of one argument.", """.
///
/// - Parameters:
///   - in: the axis of each argument that counts the lanes, nil for arguments that are the same for all; 0 if nil.
///   - out: the axis of each result that counts the lanes, nil for results that are the same for all.
///   - axisName: the name that collectives in the function know the lanes by.
///   - axisSize: the number of lanes, where no argument tells it.
///   - spmdAxisName: axes of a mesh that the lanes are divided along in `withShardingConstraint` and `shardMap` inside.
///   - f: a function of one lane.""")
  return [first] + out[1:]


def shard_map():
  out = []
  for throws, attempt, error in EFFECTS:
    for n, m in each(most=3):
      types = f"({', '.join(names(n))}){throws} -> {tuple_of(RESULTS[:m])}"
      out.append(f"""/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
public func shardMap{generics(names(n), RESULTS[:m])}(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping {types}
) -> {types} {{
  let mapped = ShardMapping<{tree_type(names(n))}, {tree_type(RESULTS[:m])}, {error}>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs, checksReplication: checkReplication
  ) {{ x in {pack_results(m, f"{attempt}f({spread(n)})")} }}
  return {{ {', '.join(variables(n))} in {unpack(m, f"{attempt}mapped({pack_arguments(n)})")} }}
}}
""")
  first = out[0].replace("""(`jax.shard_map`); see `shardMap` of one
/// argument.""", """(`jax.shard_map`).
///
/// The function sees the axes of the mesh by name: `psum(x, "batch")`. What it captures is whole on every device.
///
/// - Parameters:
///   - mesh: the devices.
///   - inSpecs: how each argument is divided, `[[], ["batch"]]`; `.like(shardings)` where its tensors differ in that.
///   - outSpecs: how the parts that the devices return make up each result. Along an axis that a spec does not name
///     the function has to return the same on all devices, by a `psum` say: one of them is taken.
///   - axisNames: the axes along which the function sees each device by itself; XLA partitions along the others, and
///     specs do not name them. All, if nil: those that are left, inside of another `shardMap`.
///   - checkReplication: whether a result that may differ along an axis that its spec does not name is an error (JAX's
///     `check_vma`).
///   - f: a function of the parts of one device.
/// - Returns: the function of whole tensors. Whatever does not fit gives tensors that carry the error.""")
  return [first] + out[1:]


ARGUMENT_NAMES = ["", "second", "third"]


def grad():
  """grad and valueAndGrad with respect to one argument or all."""
  out = []
  for n in range(1, 7):
    args = names(n)
    # Past four arguments parameters come first, and the rest is data.
    choices = [(0, [0])] if n > 4 else [(i, [i]) for i in range(min(n, 3))] + ([("all", list(range(n)))] if n > 1 else [])
    for choice, chosen in choices:
      of = [args[i] for i in chosen]
      label, words = "", "its first argument"
      if choice == "all":
        label, words = "arguments: AllArguments, ", "all of its arguments"
      elif choice > 0:
        name = ARGUMENT_NAMES[choice]
        label, words = f"argument: {name.capitalize()}Argument, ", f"its {name} argument"
      if choice == "all":
        call = ", ".join(f"x.{v}" for v in variables(n))
        kind_of, argument, unpacked_gradient = packed_type(of), pack_arguments(n), "result.gradient.values"
      else:
        call = ", ".join("x" if i == choice else v for i, v in enumerate(variables(n)))
        kind_of, argument, unpacked_gradient = of[0], variables(n)[choice], "result.gradient"
      gradient = tuple_of(of)
      for kind in ["grad", "valueAndGrad"]:
        value = kind == "valueAndGrad"
        doc = (f"The value of a scalar function and its gradient with respect to {words} (`jax.value_and_grad`)."
               if value else f"The gradient of a scalar function with respect to {words} (`jax.grad`).")
        for throws, attempt, error in EFFECTS:
          out.append(f"""/// {doc}
public func {kind}{generics(args)}(
  {label}_ f: @escaping ({', '.join(args)}){throws} -> Tensor
) -> ({', '.join(args)}){throws} -> {f"(Tensor, {gradient})" if value else gradient} {{
  {{ {', '.join(variables(n))} in
    let gradient = Gradient<{kind_of}, NoResults, {error}>(name: "{kind}") {{ x in ({attempt}f({call}), NoResults()) }}
    let result = {attempt}gradient({argument})
    return {f"(result.loss, {unpacked_gradient})" if value else unpacked_gradient}
  }}
}}

/// {doc[:-1]},
/// with the function's auxiliary results.
public func {kind}{generics(args, extra=["X"])}(
  {label}_ f: @escaping ({', '.join(args)}){throws} -> (Tensor, X)
) -> ({', '.join(args)}){throws} -> {f"((Tensor, X), {gradient})" if value else f"({gradient}, X)"} {{
  {{ {', '.join(variables(n))} in
    let gradient = Gradient<{kind_of}, X, {error}>(name: "{kind}") {{ x in {attempt}f({call}) }}
    let result = {attempt}gradient({argument})
    return {f"((result.loss, result.auxiliary), {unpacked_gradient})" if value else f"({unpacked_gradient}, result.auxiliary)"}
  }}
}}
""")
          if choice not in (0, "all"):
            continue
          for extra in [["X", "Y"], ["X", "Y", "Z"]] if n < 5 else [["X", "Y"]]:
            several, held = tuple_of(extra), tree_type(extra)
            out.append(f"""/// {doc[:-1]},
/// with several auxiliary results of the function.
public func {kind}{generics(args, extra=extra)}(
  {label}_ f: @escaping ({', '.join(args)}){throws} -> (Tensor, {several})
) -> ({', '.join(args)}){throws} -> {f"((Tensor, {several}), {gradient})" if value else f"({gradient}, {several})"} {{
  {{ {', '.join(variables(n))} in
    let gradient = Gradient<{kind_of}, {held}, {error}>(name: "{kind}") {{ x in
      let (loss, auxiliary) = {attempt}f({call})
      return (loss, {held}(auxiliary))
    }}
    let result = {attempt}gradient({argument})
    return {f"((result.loss, result.auxiliary.values), {unpacked_gradient})" if value else f"({unpacked_gradient}, result.auxiliary.values)"}
  }}
}}
""")
  return out


def forward_and_reverse():
  """jvp, vjp and linearize."""
  jvp, vjp, linearize = [], [], []
  for n, m in each(most=3):
    args, outcomes = names(n), RESULTS[:m]
    argument, result = tuple_of(args), tuple_of(outcomes)
    inner, outer = tree_type(args), tree_type(outcomes)
    f = f"_ f: ({', '.join(args)}){THROWS} -> {result}"
    body = f"{{ (x) throws(E) in {pack_results(m, f'try f({spread(n)})')} }}"
    generic = f"<{', '.join(f'{g}: TensorTree' for g in [*args, *outcomes])}, E: Error>"

    def tree(letters, value):
      return f"TreeTuple{len(letters)}({value})"

    def plain(letters, value):
      return f"{value}.a" if len(letters) == 1 else f"{value}.values"
    jvp.append(f"""/// A function's results and their derivatives along tangents of its arguments (`jax.jvp`).
public func jvp{generic}(
  {f}, primals: {argument}, tangents: {argument}
){THROWS} -> ({result}, {result}) {{
  let differentiation = ForwardDifferentiation<{inner}, {outer}, E>()
  let result = try differentiation({tree(args, 'primals')}, {tree(args, 'tangents')}) {body}
  return ({plain(outcomes, 'result.0')}, {plain(outcomes, 'result.1')})
}}
""")
    vjp.append(f"""/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp{generic}(
  {f}, primals: {argument}
){THROWS} -> ({result}, ({result}) -> {argument}) {{
  let linear = try Linearization<{inner}, {outer}>("vjp", {tree(args, 'primals')}) {body}
  return ({plain(outcomes, 'linear.results')}, {{ {plain(args, f"linear.cotangents(of: {tree(outcomes, '$0')})")} }})
}}
""")
    linearize.append(f"""/// A function's results, and the linear function that takes tangents of the arguments to theirs (`jax.linearize`).
public func linearize{generic}(
  {f}, primals: {argument}
){THROWS} -> ({result}, ({argument}) -> {result}) {{
  let linear = try Linearization<{inner}, {outer}>("linearize", {tree(args, 'primals')}) {body}
  return ({plain(outcomes, 'linear.results')}, {{ {plain(outcomes, f"linear.tangents({tree(args, '$0')})")} }})
}}
""")
  return jvp, vjp, linearize


def jacobians():
  out = []
  rest = ARGUMENTS[1:]
  for throws, attempt, error in EFFECTS:
    for n in range(0, 2):
      others = rest[:n]
      rest_variables = [a.lower() for a in others]
      for name, way, python in [("jacfwd", "forward", "jacfwd"), ("jacrev", "reverse", "jacrev")]:
        mode = "forward mode: one run for each element of the argument" if way == "forward" else (
            "reverse mode: one run for each element of the result")
        for argument, result, final in [
            ("Tensor", "Tensor", "Tensor"), ("A", "Tensor", "A"), ("Tensor", "R", "R"), ("A", "R", "JacobianTree<R, A>")]:
          letters = ([argument] if argument == "A" else []) + others + ([result] if result == "R" else [])
          generic = f"<{', '.join(f'{g}: TensorTree' for g in letters)}>" if letters else ""
          types = ", ".join([argument] + others)
          call = ", ".join(["x"] + rest_variables)
          blocks = (f"Jacobian<{argument}, {result}, {error}>(name: \"{name}\") {{ x in {attempt}f({call}) }}"
                    f".{way}(a)")
          part = {"Tensor": "tensor", "A": "row(a)", "R": "column"}.get(final, "tree(a)")
          value = f"{attempt}{blocks}.{part}"
          shape = {"Tensor": "of shape `result shape + argument shape`",
                   "A": "one tensor `result shape + tensor's shape` for each of the argument",
                   "R": "one tensor `tensor's shape + argument shape` for each of the result"}.get(
                       final, "one tensor for each pair of a tensor of the result and one of the argument")
          out.append(f"""/// The Jacobian of a function with respect to its first argument, by {mode} (`jax.{python}`);
/// {shape}.
public func {name}{generic}(
  _ f: @escaping ({types}){throws} -> {result}
) -> ({types}){throws} -> {final} {{
  {{ {', '.join(['a'] + rest_variables)} in
    {value}
  }}
}}
""")
      generic = f"<{', '.join(f'{g}: TensorTree' for g in others)}>" if others else ""
      types = ", ".join(["Tensor"] + others)
      out.append(f"""/// The second derivatives of a function with respect to its first argument, of shape
/// `result shape + argument shape + argument shape` (`jax.hessian`).
public func hessian{generic}(
  _ f: @escaping ({types}){throws} -> Tensor
) -> ({types}){throws} -> Tensor {{ jacfwd(jacrev(f)) }}
""")
      generic = f"<{', '.join(f'{g}: TensorTree' for g in ['A'] + others)}>"
      types = ", ".join(["A"] + others)
      out.append(f"""/// The second derivatives of a function with respect to its first argument: one tensor
/// `result shape + one tensor's shape + other's shape` for each pair of the argument's tensors (`jax.hessian`).
public func hessian{generic}(
  _ f: @escaping ({types}){throws} -> Tensor
) -> ({types}){throws} -> JacobianTree<A, A> {{ jacfwd(jacrev(f)) }}
""")
  return out


def packed(letters, value):
  return value if len(letters) == 1 else f"{packed_type(letters)}({value})"


def packed_type(letters):
  return letters[0] if len(letters) == 1 else tree_type(letters)


def unpacked(letters, value):
  return value if len(letters) == 1 else f"{value}.values"


CARRIES, INPUTS, OUTPUTS = ["C", "D", "F", "G"], ["X", "Y", "Z"], ["O", "P", "Q", "W"]


def scan():
  out = []
  for c in range(1, 5):
    for x in range(0, 3):
      for o in range(0, 4):
        carries, inputs, outputs = CARRIES[:c], INPUTS[:x], OUTPUTS[:o]
        carry = tuple_of(carries)
        parameters = [carry] + ([tuple_of(inputs)] if inputs else [])
        result = f"({carry}, {tuple_of(outputs)})" if outputs else carry
        types = ", ".join([packed_type(carries), packed_type(inputs) if inputs else "NoResults",
                           packed_type(outputs) if outputs else "NoResults", "E"])
        arguments = [unpacked(carries, "c")] + ([unpacked(inputs, "x")] if inputs else [])
        call = f"try body({', '.join(arguments)})"
        if outputs:
          inner = f"""let (carry, output) = {call}
    return ({packed(carries, "carry")}, {packed(outputs, "output")})"""
        else:
          inner = f"return ({packed(carries, call)}, NoResults())"
        operands = f"{packed(carries, 'initial')}, {packed(inputs, 'inputs') if inputs else 'NoResults()'}"
        final = (f"return ({unpacked(carries, 'result.0')}, {unpacked(outputs, 'result.1')})" if outputs
                 else f"return {unpacked(carries, 'result.0')}")
        length = "length: Int? = nil" if inputs else "length: Int"
        doc = "Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree."
        out.append(f"""/// {doc}
public func scan<{', '.join(f'{g}: TensorTree' for g in carries + inputs + outputs)}, E: Error>(
  _ initial: {carry},{f' _ inputs: {tuple_of(inputs)},' if inputs else ''} {length}, reverse: Bool = false, unroll: Int = 1,
  _ body: ({', '.join(parameters)}){THROWS} -> {result}
){THROWS} -> {result} {{
  let loop = Scanning<{types}>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop({operands}) {{ (c, {'x' if inputs else '_'}) throws(E) in
    {inner}
  }}
  {final}
}}
""")
  first = out[5].replace("see `scan` of a tree.", """in order, handing a carry from run
/// to run.
///
/// The whole loop is one operation, compiled once whatever its length. In reverse mode it keeps only those values of
/// each run that the derivative needs.
///
/// - Parameters:
///   - initial: the first run's carry. Shapes and dtypes stay the same from run to run.
///   - inputs: trees of tensors `[length, …]`; each run gets one element of the leading axis.
///   - length: the number of runs, where there are no inputs to tell it.
///   - reverse: whether to go from the last element to the first; outputs are then stored in that order too.
///   - unroll: how many runs to write one after the other in each pass of the compiled loop.
///   - body: takes the carry and an element of the inputs to the next carry and an output.
/// - Returns: the last carry and the outputs stacked along a new leading axis, `[length, …]`.""")
  return out[:5] + [first] + out[6:]


def operands_of(n):
  return "".join(f" _ {a.lower()}: {a}," for a in names(n))


def cond():
  out = []
  for n in range(0, 4):
    for m in range(1, 5):
      result = tuple_of(RESULTS[:m])
      types = f"({', '.join(names(n))}){THROWS} -> {result}"
      operands = pack_arguments(n) if n else "NoResults()"
      kind = tree_type(names(n)) if n else "NoResults"
      call = lambda f: f"try {f}({spread(n) if n else ''})"
      out.append(f"""/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond{generics(names(n), RESULTS[:m], throws=True)}(
  _ predicate: Tensor,{operands_of(n)} then onTrue: {types}, else onFalse: {types}
){THROWS} -> {result} {{
  let branching = Branching<{kind}, {tree_type(RESULTS[:m])}, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, {operands}) {{ (branch, {'x' if n else '_'}) throws(E) in
    {pack_results(m, f"branch == 0 ? {call('onFalse')} : {call('onTrue')}")}
  }}
  return {unpack(m, 'result')}
}}
""")
  first = out[0].replace("see `cond` without operands.", """only that one
/// is computed.
///
/// Under `vmap` with a predicate that differs between lanes both are computed, and each lane takes its own.
///
/// - Parameters:
///   - predicate: a boolean scalar; of an integer, whether it is not 0.
///   - onTrue: what to do if it is true. Functions may capture tensors; operands are only a convenience.
///   - onFalse: what to do otherwise, with results of the same types.""")
  return [first] + out[1:]


def switch():
  out = []
  for n in range(0, 4):
    for m in range(1, 5):
      result = tuple_of(RESULTS[:m])
      types = f"({', '.join(names(n))}){THROWS} -> {result}"
      operands = pack_arguments(n) if n else "NoResults()"
      kind = tree_type(names(n)) if n else "NoResults"
      arguments = spread(n) if n else ""
      out.append(f"""/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
public func `switch`{generics(names(n), RESULTS[:m], throws=True)}(
  _ index: Tensor,{operands_of(n)} _ first: @escaping {types}, _ others: ({types})...
){THROWS} -> {result} {{
  let branching = Branching<{kind}, {tree_type(RESULTS[:m])}, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, {operands}) {{ (branch, {'x' if n else '_'}) throws(E) in
    {pack_results(m, f"try (branch == 0 ? first : others[branch - 1])({arguments})")}
  }}
  return {unpack(m, 'result')}
}}
""")
  for n in range(0, 4):
    for m in range(1, 5):
      result = tuple_of(RESULTS[:m])
      types = f"({', '.join(names(n))}) throws -> {result}"
      operands = pack_arguments(n) if n else "NoResults()"
      kind = tree_type(names(n)) if n else "NoResults"
      out.append(f"""/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
public func `switch`{generics(names(n), RESULTS[:m])}(
  _ index: Tensor,{operands_of(n)} branches: [{types}]
) throws -> {result} {{
  let branching = Branching<{kind}, {tree_type(RESULTS[:m])}, any Error>(name: "switch", count: branches.count)
  if branches.isEmpty {{ throw branching.emptyError }}
  let result = try branching(index, {operands}) {{ branch, {'x' if n else '_'} in
    {pack_results(m, f"try branches[branch]({spread(n) if n else ''})")}
  }}
  return {unpack(m, 'result')}
}}
""")
  return out


def loops():
  out = []
  for c in range(1, 5):
    carries = CARRIES[:c]
    carry = tuple_of(carries)
    generic = f"<{', '.join(f'{g}: TensorTree' for g in carries)}, E: Error>"
    kind = packed_type(carries)
    initial, value, result = packed(carries, "initial"), unpacked(carries, "c"), unpacked(carries, "result")
    out.append(f"""/// Runs a function again and again while a condition on its result holds (`lax.while_loop`).
///
/// The loop runs in the compiled program, so the number of runs may depend on values. It has derivatives in forward
/// mode only.
///
/// - Parameters:
///   - initial: the first carry. Shapes and dtypes stay the same from run to run.
///   - condition: a boolean scalar of the carry: whether to run again.
///   - body: takes the carry to the next one.
public func whileLoop{generic}(
  _ initial: {carry}, condition: ({carry}){THROWS} -> Tensor, body: ({carry}){THROWS} -> {carry}
){THROWS} -> {carry} {{
  let loop = Looping<{kind}, E>(name: "whileLoop")
  let result = try loop({initial}, condition: {{ (c) throws(E) in try condition({value}) }}) {{ (c) throws(E) in
    {packed(carries, f"try body({value})")}
  }}
  return {result}
}}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
public func foriLoop{generic}(
  _ lower: Int, _ upper: Int, _ initial: {carry}, _ body: (Tensor, {carry}){THROWS} -> {carry}
){THROWS} -> {carry} {{
  let loop = CountedLoop<{kind}, E>(lower: lower, upper: upper)
  let result = try loop({initial}) {{ (i, c) throws(E) in {packed(carries, f"try body(i, {value})")} }}
  return {result}
}}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop{generic}(
  _ lower: Tensor, _ upper: Tensor, _ initial: {carry}, _ body: (Tensor, {carry}){THROWS} -> {carry}
){THROWS} -> {carry} {{
  let loop = BoundedLoop<{kind}, E>(lower: lower, upper: upper)
  let result = try loop({initial}) {{ (i, c) throws(E) in {packed(carries, f"try body(i, {value})")} }}
  return {result}
}}
""")
  return out


def maps():
  out = []
  for x in range(1, 4):
    for m in range(1, 5):
      inputs, outcomes = ARGUMENTS[:x], RESULTS[:m]
      out.append(f"""/// Applies a function to each element of the leading axis, one after the other, and stacks the results (`lax.map`).
///
/// - Parameters:
///   - inputs: tensors that have the elements along their first axis.
///   - batchSize: how many elements to do at once, with `vmap`; one if nil.
///   - f: a function of one element.
public func map{generics(inputs, outcomes, throws=True)}(
  over inputs: {tuple_of(inputs)}, batchSize: Int? = nil, _ f: ({', '.join(inputs)}){THROWS} -> {tuple_of(outcomes)}
){THROWS} -> {tuple_of(outcomes)} {{
  let mapping = SequentialMap<{tree_type(inputs)}, {tree_type(outcomes)}, E>(batchSize: batchSize)
  let result = try mapping(TreeTuple{x}(inputs)) {{ (x) throws(E) in
    {pack_results(m, f"try f({spread(x)})")}
  }}
  return {unpack(m, 'result')}
}}
""")
  for x in range(1, 5):
    elements = CARRIES[:x]
    out.append(f"""/// All partial results of an associative operation: element i is the operation over elements 0 to i, computed in a
/// logarithmic number of steps (`lax.associative_scan`).
///
/// - Parameters:
///   - elements: tensors with as many elements along `axis`.
///   - reverse: whether element i is the operation over the last element down to i.
///   - axis: the axis of every tensor that elements are counted along.
///   - operation: combines elements many at a time: it gets tensors with any extent along `axis`.
public func associativeScan{generics(elements, throws=True)}(
  _ elements: {tuple_of(elements)}, reverse: Bool = false, axis: Int = 0,
  _ operation: ({tuple_of(elements)}, {tuple_of(elements)}){THROWS} -> {tuple_of(elements)}
){THROWS} -> {tuple_of(elements)} {{
  let scanning = AssociativeScanning<{packed_type(elements)}, E>(isReversed: reverse, axis: axis)
  let result = try scanning({packed(elements, 'elements')}) {{ (a, b) throws(E) in
    {packed(elements, f"try operation({unpacked(elements, 'a')}, {unpacked(elements, 'b')})")}
  }}
  return {unpacked(elements, 'result')}
}}
""")
  return out


def checkpoint():
  out = []
  for throws, attempt, error in EFFECTS:
    for n, m in each(most=3):
      types = f"({', '.join(names(n))}){throws} -> {tuple_of(RESULTS[:m])}"
      out.append(f"""/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
public func checkpoint{generics(names(n), RESULTS[:m])}(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping {types}
) -> {types} {{
  let checkpointed = Checkpointed<{tree_type(names(n))}, {tree_type(RESULTS[:m])}, {error}>(policy: policy)
  return {{ {', '.join(variables(n))} in
    {unpack(m, f"{attempt}checkpointed({pack_arguments(n)}) {{ x in {pack_results(m, f'{attempt}f({spread(n)})')} }}")}
  }}
}}
""")
  return out


def custom_rules():
  jvp, vjp = [], []
  for throws, attempt, error in EFFECTS:
    for n in range(1, 4):
      # One result, which may be any tree: more overloads would take the type checker long on rules with literals.
      for m in range(1, 2):
        args, outcomes = names(n), RESULTS[:m]
        types = f"({', '.join(args)}){throws} -> {tuple_of(outcomes)}"
        inner, outer = tree_type(args), tree_type(outcomes)

        def plain(letters, value):
          return f"{value}.a" if len(letters) == 1 else f"{value}.values"

        def tree(letters, value):
          return f"TreeTuple{len(letters)}({value})"
        body = f"{{ x in {pack_results(m, f'{attempt}f({spread(n)})')} }}"
        jvp.append(f"""/// A function with a derivative of your own (`jax.custom_jvp`).
///
/// Write the types of the rules' parameters, `{{ (x: Tensor, t: Tensor) in … }}`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - jvp: takes the arguments and their tangents to the results and their tangents, in which it is linear. It serves
///     forward and reverse mode.
public func customJvp{generics(args, outcomes)}(
  _ f: @escaping {types},
  jvp: @escaping ({tuple_of(args)}, {tuple_of(args)}) throws -> ({tuple_of(outcomes)}, {tuple_of(outcomes)})
) -> {types} {{
  let function = CustomJVPFunction<{inner}, {outer}> {{ primals, tangents in
    let (results, tangentsOut) = try jvp({plain(args, 'primals')}, {plain(args, 'tangents')})
    return ({tree(outcomes, 'results')}, {tree(outcomes, 'tangentsOut')})
  }}
  return {{ {', '.join(variables(n))} in
    {unpack(m, f"{attempt}function({pack_arguments(n)}) {body}")}
  }}
}}
""")
        vjp.append(f"""/// A function with a reverse-mode derivative of your own (`jax.custom_vjp`).
///
/// Write the types of the rules' parameters, `{{ (x: Tensor, t: Tensor) in … }}`: the compiler takes long to find them.
///
/// - Parameters:
///   - f: the function.
///   - forward: gives the function's results and a tree of what `backward` needs.
///   - backward: takes that tree and the cotangents of the results to the cotangents of the arguments.
public func customVjp{generics(args, outcomes, extra=["Residuals"])}(
  _ f: @escaping {types},
  forward: @escaping ({', '.join(args)}) throws -> ({tuple_of(outcomes)}, Residuals),
  backward: @escaping (Residuals, {tuple_of(outcomes)}) throws -> {tuple_of(args)}
) -> {types} {{
  let function = CustomVJPFunction<{inner}, {outer}, Residuals>(
    forward: {{ x in
      let (results, residuals) = try forward({spread(n)})
      return ({tree(outcomes, 'results')}, residuals)
    }},
    backward: {{ residuals, cotangents in {tree(args, f"try backward(residuals, {plain(outcomes, 'cotangents')})")} }})
  return {{ {', '.join(variables(n))} in
    {unpack(m, f"{attempt}function({pack_arguments(n)}) {body}")}
  }}
}}
""")
  return jvp, vjp


def debug_print():
  """Fixed numbers of values: a variadic one loses to Swift's own debugPrint from two values on."""
  out = []
  for n in range(0, 7):
    values = [f"value{i}" for i in range(n)]
    parameters = "".join(f" _ {v}: Tensor," for v in values)
    doc = ("Prints a text, also inside of compiled functions, when these run (`jax.debug.print`)." if n == 0 else
           f"Prints {n} tensor{'s' if n > 1 else ''}, also inside of compiled functions, when these run; see `debugPrint(_:values:)`.")
    out.append(f"""/// {doc}
public func debugPrint(
  _ format: String,{parameters} file: StaticString = #fileID, line: UInt = #line
) {{
  debugPrint(format, values: [{', '.join(values)}], file: file, line: line)
}}
""")
  return out


def numbers():
  """Operators on a tensor and a number of Swift."""
  out = []
  for op, word, name in [("+", "sum", "add"), ("-", "difference", "subtract"), ("*", "product", "multiply"),
                         ("/", "quotient", "true_divide")]:
    for kind in ["Double", "Int"]:
      out.append(f"""  /// Element-wise {word} of a tensor and a number (`jnp.{name}`).
  @_disfavoredOverload public static func {op} (a: Tensor, b: {kind}) -> Tensor {{ a {op} Tensor(b) }}
  /// Element-wise {word} of a number and a tensor (`jnp.{name}`).
  @_disfavoredOverload public static func {op} (a: {kind}, b: Tensor) -> Tensor {{ Tensor(a) {op} b }}
  @_disfavoredOverload public static func {op}= (a: inout Tensor, b: {kind}) {{ a = a {op} Tensor(b) }}""")
  body = "\n".join(out)
  return f"""{HEAD}public import TensorCore

/// Tensors with numbers of Swift: `rate * gradient`, `x / count`.
///
/// A number is what `Tensor(number)` is: it gives way to the tensor's dtype, as Python's numbers do in JAX. These
/// operators are few, disfavored and for one type each: so literals stay tensors, the compiler finds the types of
/// closures as quickly as without, and its errors about other operands stay readable.
extension Tensor {{
{body}
}}
"""


DECLARATION = re.compile(r"^((?:@_disfavoredOverload )?)public func (`?\w+`?)", re.MULTILINE)


def hidden(functions):
  """The functions, of which the documentation shows one for each name: that with the most to say."""
  texts = [text for function in functions for text in re.split(r"(?<=\n\}\n)\n(?=///)", function)]
  shown = {}
  for text in texts:
    if found := DECLARATION.search(text):
      known = shown.get(found[2])
      if known is None or len(found.string[:found.start()]) > len(DECLARATION.split(known)[0]):
        shown[found[2]] = text
  return [text if text in shown.values() else
          DECLARATION.sub(r"@_documentation(visibility: internal)\n\1public func \2", text) for text in texts]


def files():
  """The text of every generated file by its path."""
  files = {}
  def write(name, functions): files[FOLDER / f"{name}.swift"] = HEAD + imports(functions) + "\n".join(hidden(functions))
  write("TreeTuple+Arities", trees())
  files[ROOT / "Sources/TensorPrimitives/Numerics/Operators+Numbers.swift"] = numbers()
  write("Jit+Arities", jit())
  write("EvalShape+Arities", eval_shape())
  programs, lowerings = inspect()
  write("MakeProgram+Arities", programs)
  write("Lower+Arities", lowerings)
  write("Vmap+Arities", vmap())
  write("ShardMap+Arities", shard_map())
  functions = grad()
  write("Scan+Arities", scan())
  write("Cond+Arities", cond())
  write("Switch+Arities", switch())
  write("Loops+Arities", loops())
  write("Maps+Arities", maps())
  write("Checkpoint+Arities", checkpoint())
  jvp, vjp = custom_rules()
  write("CustomJVP+Arities", jvp)
  write("CustomVJP+Arities", vjp)
  write("DebugPrint+Arities", debug_print())
  jvp, vjp, linearize = forward_and_reverse()
  write("JVP+Arities", jvp)
  write("VJP+Arities", vjp)
  write("Linearize+Arities", linearize)
  write("Jacobians+Arities", jacobians())
  write("Grad+Arities", [f for f in functions if "func grad<" in f])
  write("ValueAndGrad+Arities", [f for f in functions if "func valueAndGrad<" in f])
  return files


def formatted(files):
  """The files as `swift format` leaves them, by their paths."""
  with tempfile.TemporaryDirectory() as folder:
    shutil.copy(ROOT / ".swift-format", folder)
    copies = {path: pathlib.Path(folder) / path.name for path in files}
    for path, text in files.items():
      copies[path].write_text(text, encoding="utf-8")
    subprocess.run(["swift", "format", "--in-place", "--parallel", *map(str, copies.values())], check=True)
    return {path: copy.read_text(encoding="utf-8") for path, copy in copies.items()}


def main():
  parser = argparse.ArgumentParser(description="Writes the overloads by numbers of arguments and results.")
  parser.add_argument("--check", action="store_true", help="fail when a file is not what would be written")
  arguments = parser.parse_args()
  wanted = formatted(files())
  stale = sorted(set(FOLDER.glob("*.swift")) - set(wanted))
  changed = [path for path, text in wanted.items()
             if not path.exists() or path.read_text(encoding="utf-8") != text]
  if arguments.check:
    for path in changed + stale:
      print(f"arities: {path.relative_to(ROOT)} is not up to date: run python3 Utilities/generate/arities.py",
            file=sys.stderr)
    return 1 if changed or stale else 0
  FOLDER.mkdir(parents=True, exist_ok=True)
  for path in changed:
    path.write_text(wanted[path], encoding="utf-8")
  for path in stale:
    path.unlink()
  return 0


if __name__ == "__main__":
  sys.exit(main())
