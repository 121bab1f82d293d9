// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Draw {
  func makeBatchNorm() throws -> BatchNorm { try BatchNorm(graph(), momentum: double(), epsilon: double(), useScale: bool(), useBias: bool(), scaleInit: initializer(), biasInit: initializer(), axisName: optional(text()), axisIndexGroups: optional([ints(), ints()]), rng: optional(rng()), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeConv() throws -> Conv { try Conv(graph(), kernelSize: extents(), outputChannels: int(), rng: optional(rng()), strides: extents(), padding: padding(), inputDilation: extents(), kernelDilation: extents(), featureGroupCount: int(), useBias: bool(), kernelInit: initializer(), biasInit: initializer(), kernelMetadata: metadata(), biasMetadata: metadata(), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeConvTranspose() throws -> ConvTranspose { try ConvTranspose(graph(), kernelSize: extents(), outputChannels: int(), rng: optional(rng()), strides: extents(), padding: padding(), kernelDilation: extents(), featureGroupCount: int(), useBias: bool(), kernelInit: initializer(), biasInit: initializer(), kernelMetadata: metadata(), biasMetadata: metadata(), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeDropout() throws -> Dropout { try Dropout(graph(), rate: double(), rng: rng()) }
  func makeEmbed() throws -> Embed { try Embed(graph(), numEmbeddings: int(), embeddingSize: int(), rng: optional(rng()), embeddingInit: initializer(), embeddingMetadata: metadata(), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeGRU() throws -> GRU { try GRU(graph(), hiddenSize: int(), rng: optional(rng()), isStatic: bool(), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeGroupNorm() throws -> GroupNorm { try GroupNorm(graph(), groups: int(), epsilon: double(), useScale: bool(), useBias: bool(), scaleInit: initializer(), biasInit: initializer(), rng: optional(rng()), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeInstanceNorm() throws -> InstanceNorm { try InstanceNorm(graph(), epsilon: double(), useScale: bool(), useBias: bool(), scaleInit: initializer(), biasInit: initializer(), rng: optional(rng()), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeLSTM() throws -> LSTM { try LSTM(graph(), hiddenSize: int(), rng: optional(rng()), isStatic: bool(), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeLayerNorm() throws -> LayerNorm { try LayerNorm(graph(), epsilon: double(), useScale: bool(), useBias: bool(), scaleInit: initializer(), biasInit: initializer(), axisName: optional(text()), axisIndexGroups: optional([ints(), ints()]), rng: optional(rng()), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeLinear() throws -> Linear { try Linear(graph(), outputSize: int(), rng: optional(rng()), useBias: bool(), kernelInit: initializer(), biasInit: initializer(), kernelMetadata: metadata(), biasMetadata: metadata(), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeLowRankAdapter() throws -> LowRankAdapter { try LowRankAdapter(graph(), outputSize: int(), rank: int(), alpha: double(), rng: optional(rng())) }
  func makeModule() throws -> Module { try Module(graph()) }
  func makeMultiHeadAttention() throws -> MultiHeadAttention { try MultiHeadAttention(graph(), size: int(), heads: int(), rng: optional(rng()), keyValueHeads: optional(int()), headSize: optional(int()), isCausal: bool(), rotaryBase: optional(double()), rotary: rotaryOptions(), window: optional(int()), scale: optional(double()), cacheCapacity: int(), useBias: bool(), useQueryKeyValueBias: optional(bool()), useQueryKeyNorm: bool(), normEpsilon: double(), dropoutRate: double(), modelAxis: optional(text()), kernelInit: initializer(), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeParameterAverage() throws -> ParameterAverage { try ParameterAverage(graph(), decay: double()) }
  func makeQuantizedLinear() throws -> QuantizedLinear { try QuantizedLinear(graph(), outputSize: int(), rng: optional(rng()), groupSize: optional(int()), useBias: bool(), kernelInit: initializer(), biasInit: initializer(), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeRMSNorm() throws -> RMSNorm { try RMSNorm(graph(), epsilon: double(), useScale: bool(), scaleInit: initializer(), axisName: optional(text()), axisIndexGroups: optional([ints(), ints()]), rng: optional(rng()), dtype: optional(dtype()), paramDtype: dtype()) }
  func makeRng() throws -> Rng { try Rng(graph()) }
  func makeSequential() throws -> Sequential { try Sequential(graph(), [layer(), layer()]) }
  func makeTransformerBlock() throws -> TransformerBlock { try TransformerBlock(graph(), size: int(), heads: int(), rng: rng(), keyValueHeads: optional(int()), headSize: optional(int()), hiddenSize: optional(int()), isCausal: bool(), rotaryBase: optional(double()), rotary: rotaryOptions(), window: optional(int()), scale: optional(double()), cacheCapacity: int(), dropoutRate: double(), attentionDropoutRate: double(), useRMSNorm: bool(), useBias: bool(), useQueryKeyValueBias: optional(bool()), useNetworkBias: optional(bool()), useNormBias: optional(bool()), useQueryKeyNorm: bool(), isGated: bool(), activation: { -$0 }, norms: one(of: [.before, .after, .both]), normEpsilon: double(), modelAxis: optional(text()), dtype: optional(dtype()), paramDtype: dtype()) }
}
