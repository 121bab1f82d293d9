@_exported import TensorCore
@_exported import TensorDistributed
@_exported import TensorFunctions
@_exported import TensorPrimitives
@_exported import TensorTransformations
