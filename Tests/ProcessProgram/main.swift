import Blox
let processes = try MPI.initialize()
let f = jit { (x: Tensor) in psum(x * 2, "processes") }
print("process", processes.index, "of", processes.count, try f(Tensor(Float(processes.index + 1))).item(Float.self))
