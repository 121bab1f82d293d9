// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Draw {
  func makeBatchNorm() throws -> BatchNorm { try BatchNorm(graph(), momentum: double(), epsilon: double(), useScale: bool(), useBias: bool(), scaleInit: initializer(), biasInit: initializer(), axisName: optional(text()), axisIndexGroups: optional([ints(), ints()]), rng: optional(rng())) }
  func makeConv() throws -> Conv { try Conv(graph(), kernelSize: extents(), outputChannels: int(), rng: optional(rng()), strides: extents(), padding: padding(), inputDilation: extents(), kernelDilation: extents(), featureGroupCount: int(), useBias: bool(), kernelInit: initializer(), biasInit: initializer(), kernelMetadata: metadata(), biasMetadata: metadata()) }
  func makeConvTranspose() throws -> ConvTranspose { try ConvTranspose(graph(), kernelSize: extents(), outputChannels: int(), rng: optional(rng()), strides: extents(), padding: padding(), kernelDilation: extents(), featureGroupCount: int(), useBias: bool(), kernelInit: initializer(), biasInit: initializer(), kernelMetadata: metadata(), biasMetadata: metadata()) }
  func makeDropout() throws -> Dropout { try Dropout(graph(), rate: double(), rng: rng()) }
  func makeEmbed() throws -> Embed { try Embed(graph(), numEmbeddings: int(), embeddingSize: int(), rng: optional(rng()), embeddingInit: initializer(), embeddingMetadata: metadata()) }
  func makeGRU() throws -> GRU { try GRU(graph(), hiddenSize: int(), rng: optional(rng()), isStatic: bool()) }
  func makeGroupNorm() throws -> GroupNorm { try GroupNorm(graph(), groups: int(), epsilon: double(), useScale: bool(), useBias: bool(), scaleInit: initializer(), biasInit: initializer(), rng: optional(rng())) }
  func makeInstanceNorm() throws -> InstanceNorm { try InstanceNorm(graph(), epsilon: double(), useScale: bool(), useBias: bool(), scaleInit: initializer(), biasInit: initializer(), rng: optional(rng())) }
  func makeLSTM() throws -> LSTM { try LSTM(graph(), hiddenSize: int(), rng: optional(rng()), isStatic: bool()) }
  func makeLayerNorm() throws -> LayerNorm { try LayerNorm(graph(), epsilon: double(), useScale: bool(), useBias: bool(), scaleInit: initializer(), biasInit: initializer(), axisName: optional(text()), axisIndexGroups: optional([ints(), ints()]), rng: optional(rng())) }
  func makeLinear() throws -> Linear { try Linear(graph(), outputSize: int(), rng: optional(rng()), useBias: bool(), kernelInit: initializer(), biasInit: initializer(), kernelMetadata: metadata(), biasMetadata: metadata()) }
  func makeLowRankAdapter() throws -> LowRankAdapter { try LowRankAdapter(graph(), outputSize: int(), rank: int(), alpha: double(), rng: optional(rng())) }
  func makeModule() throws -> Module { try Module(graph()) }
  func makeMultiHeadAttention() throws -> MultiHeadAttention { try MultiHeadAttention(graph(), size: int(), heads: int(), rng: optional(rng()), keyValueHeads: optional(int()), headSize: optional(int()), isCausal: bool(), rotaryBase: optional(double()), cacheCapacity: int(), useBias: bool(), kernelInit: initializer()) }
  func makeParameterAverage() throws -> ParameterAverage { try ParameterAverage(graph(), decay: double()) }
  func makeRMSNorm() throws -> RMSNorm { try RMSNorm(graph(), epsilon: double(), useScale: bool(), scaleInit: initializer(), axisName: optional(text()), axisIndexGroups: optional([ints(), ints()]), rng: optional(rng())) }
  func makeRng() throws -> Rng { try Rng(graph()) }
  func makeSequential() throws -> Sequential { try Sequential(graph(), [layer(), layer()]) }
  func makeTransformerBlock() throws -> TransformerBlock { try TransformerBlock(graph(), size: int(), heads: int(), rng: rng(), keyValueHeads: optional(int()), hiddenSize: optional(int()), isCausal: bool(), rotaryBase: optional(double()), cacheCapacity: int(), dropoutRate: double(), useRMSNorm: bool(), useBias: bool()) }
}
