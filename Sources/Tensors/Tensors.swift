@_exported public import TensorCore
@_exported public import TensorDistributed
@_exported public import TensorFunctions
@_exported public import TensorPrimitives
@_exported public import TensorTransformations
