// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func others(_ add: Add) {
    add("Mesh.init(_:)") { d in
      try d.keep(Mesh(["i": d.int(), "j": d.int()]))
    }
    add("NamedSharding.init(_:_:)") { d in
      try d.keep(NamedSharding(d.mesh(), d.spec()))
    }
    add("NamedSharding.shardShape(_:)") { d in
      try d.keep((d.sharding()).shardShape(d.shape()))
    }
    add("NamedSharding.devicesIndicesMap(_:)") { d in
      try d.keep((d.sharding()).devicesIndicesMap(d.shape()))
    }
    add("PartitionSpec.init(entries:)") { d in
      d.keep(PartitionSpec(entries: [d.entry(), d.entry()]))
    }
    add("PartitionSpec.init(_:)") { d in
      d.keep(PartitionSpec([d.text(), nil]))
    }
    add("PartitionSpec.init(arrayLiteral:)") { d in
      d.keep(PartitionSpec(arrayLiteral: d.entry(), d.entry()))
    }
    add("Shardings.init(_:)") { d in
      try d.keep(Shardings([d.sharding(), nil]))
    }
    add("Shardings.init(arrayLiteral:)") { d in
      try d.keep(Shardings(arrayLiteral: d.sharding(), nil))
    }
    add("SpecTree.init(_:)") { d in
      d.keep(SpecTree(d.spec()))
    }
    add("SpecTree.init(arrayLiteral:)") { d in
      d.keep(SpecTree(arrayLiteral: d.entry(), d.entry()))
    }
    add("SpecTree.each(_:)") { d in
      d.keep(SpecTree.each([d.spec(), d.spec()]))
    }
    add("SpecTree.like(_:)") { d in
      try d.keep(SpecTree.like(d.sharding()))
    }
    add("Shape.init(_:)") { d in
      d.keep(Shape(d.ints()))
    }
    add("Shape.init(arrayLiteral:)") { d in
      d.keep(Shape(arrayLiteral: d.int(), d.int()))
    }
    add("Shape.subscript(_:)") { d in
      d.keep(d.shape()[d.int()])
    }
    add("Shape.+(a:b:)") { d in
      d.keep((d.shape() + d.shape()))
    }
    add("TensorType.init(_:_:isWeak:)") { d in
      d.keep(TensorType(d.shape(), d.dtype(), isWeak: d.bool()))
    }
    add("TensorTree.unflatten(_:)") { d in
      d.keep(d.tensors().unflatten(d.tensors()))
    }
    add("TensorTree.checked()") { d in
      try d.keep(d.tensors().checked())
    }
    add("ConvDimensionNumbers.init(_:_:_:)") { d in
      d.keep(ConvDimensionNumbers(d.text(), d.text(), d.text()))
    }
    add("ConvDimensionNumbers.featuresFirst(_:)") { d in
      d.keep(ConvDimensionNumbers.featuresFirst(d.int()))
    }
    add("ConvDimensionNumbers.featuresLast(_:)") { d in
      d.keep(ConvDimensionNumbers.featuresLast(d.int()))
    }
    add("Padding.explicit(_:)") { d in
      d.keep(Padding.explicit(d.pairs()))
    }
    add("GatherDimensionNumbers.init(offsetDims:collapsedSliceDims:startIndexMap:operandBatchingDims:startIndicesBatchingDims:)") { d in
      d.keep(GatherDimensionNumbers(offsetDims: d.ints(), collapsedSliceDims: d.ints(), startIndexMap: d.ints(), operandBatchingDims: d.ints(), startIndicesBatchingDims: d.ints()))
    }
    add("ScatterDimensionNumbers.init(updateWindowDims:insertedWindowDims:scatterDimsToOperandDims:operandBatchingDims:scatterIndicesBatchingDims:)") { d in
      d.keep(ScatterDimensionNumbers(updateWindowDims: d.ints(), insertedWindowDims: d.ints(), scatterDimsToOperandDims: d.ints(), operandBatchingDims: d.ints(), scatterIndicesBatchingDims: d.ints()))
    }
    add("IndexableTensor.subscript(_:)") { d in
      d.keep(d.tensor().at[d.index(), d.index()])
    }
    add("RangeIndex.by(_:)") { d in
      d.keep(d.range().by(d.int()))
    }
    add("FullRange.init()") { d in
      d.keep(FullRange())
    }
    add("Ellipsis.init()") { d in
      d.keep(Ellipsis())
    }
    add("NewAxis.init()") { d in
      d.keep(NewAxis())
    }
    add("StridedRange.init(start:end:step:)") { d in
      d.keep(StridedRange(start: d.optional(d.int()), end: d.optional(d.int()), step: d.int()))
    }
    add("MultiHeadAttention.initialState(_:_:)") { d in
      try d.keep((d.makeMultiHeadAttention()).initialState(d.params(), d.tensor()))
    }
    add("MultiHeadAttention.callAsFunction(_:_:_:isReset:isTraining:)") { d in
      try d.keep((d.makeMultiHeadAttention())(d.params(), d.tensor(), d.keyValueCache(), isReset: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("MultiHeadAttention.apply(_:_:prevState:isReset:isTraining:)") { d in
      try d.keep((d.makeMultiHeadAttention()).apply(d.params(), d.tensor(), prevState: d.optional(d.keyValueCache()), isReset: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("MultiHeadAttention.apply(_:_:prevState:isReset:isTraining:sequenceLengths:)") { d in
      try d.keep((d.makeMultiHeadAttention()).apply(d.params(), d.tensor(), prevState: d.optional(d.keyValueCache()), isReset: d.optional(d.tensor()), isTraining: d.bool(), sequenceLengths: d.optional(d.tensor())))
    }
    add("MultiHeadAttention.init(_:size:heads:rng:keyValueHeads:headSize:isCausal:rotaryBase:rotary:window:scale:cacheCapacity:useBias:useQueryKeyValueBias:useQueryKeyNorm:normEpsilon:dropoutRate:modelAxis:kernelInit:dtype:paramDtype:)") { d in
      try d.keep(MultiHeadAttention(d.graph(), size: d.int(), heads: d.int(), rng: d.optional(d.rng()), keyValueHeads: d.optional(d.int()), headSize: d.optional(d.int()), isCausal: d.bool(), rotaryBase: d.optional(d.double()), rotary: d.rotaryOptions(), window: d.optional(d.int()), scale: d.optional(d.double()), cacheCapacity: d.int(), useBias: d.bool(), useQueryKeyValueBias: d.optional(d.bool()), useQueryKeyNorm: d.bool(), normEpsilon: d.double(), dropoutRate: d.double(), modelAxis: d.optional(d.text()), kernelInit: d.initializer(), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("MultiHeadAttention.callAsFunction(_:_:)") { d in
      try d.keep((d.makeMultiHeadAttention())(d.params(), d.tensor()))
    }
    add("MultiHeadAttention.callAsFunction(_:_:source:mask:isTraining:)") { d in
      try d.keep((d.makeMultiHeadAttention())(d.params(), d.tensor(), source: d.optional(d.tensor()), mask: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("RotaryOptions.init(features:isInterleaved:scaling:)") { d in
      d.keep(RotaryOptions(features: d.optional(d.int()), isInterleaved: d.bool(), scaling: d.optional(d.rotaryScaling())))
    }
    add("TransformerBlock.initialState(_:_:)") { d in
      try d.keep((d.makeTransformerBlock()).initialState(d.params(), d.tensor()))
    }
    add("TransformerBlock.callAsFunction(_:_:_:isReset:isTraining:)") { d in
      try d.keep((d.makeTransformerBlock())(d.params(), d.tensor(), d.keyValueCache(), isReset: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("TransformerBlock.apply(_:_:prevState:isReset:isTraining:)") { d in
      try d.keep((d.makeTransformerBlock()).apply(d.params(), d.tensor(), prevState: d.optional(d.keyValueCache()), isReset: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("TransformerBlock.apply(_:_:prevState:isReset:isTraining:sequenceLengths:)") { d in
      try d.keep((d.makeTransformerBlock()).apply(d.params(), d.tensor(), prevState: d.optional(d.keyValueCache()), isReset: d.optional(d.tensor()), isTraining: d.bool(), sequenceLengths: d.optional(d.tensor())))
    }
    add("TransformerBlock.init(_:size:heads:rng:keyValueHeads:headSize:hiddenSize:isCausal:rotaryBase:rotary:window:scale:cacheCapacity:dropoutRate:attentionDropoutRate:useRMSNorm:useBias:useQueryKeyValueBias:useNetworkBias:useNormBias:useQueryKeyNorm:isGated:activation:norms:normEpsilon:modelAxis:dtype:paramDtype:)") { d in
      try d.keep(TransformerBlock(d.graph(), size: d.int(), heads: d.int(), rng: d.rng(), keyValueHeads: d.optional(d.int()), headSize: d.optional(d.int()), hiddenSize: d.optional(d.int()), isCausal: d.bool(), rotaryBase: d.optional(d.double()), rotary: d.rotaryOptions(), window: d.optional(d.int()), scale: d.optional(d.double()), cacheCapacity: d.int(), dropoutRate: d.double(), attentionDropoutRate: d.double(), useRMSNorm: d.bool(), useBias: d.bool(), useQueryKeyValueBias: d.optional(d.bool()), useNetworkBias: d.optional(d.bool()), useNormBias: d.optional(d.bool()), useQueryKeyNorm: d.bool(), isGated: d.bool(), activation: { -$0 }, norms: d.one(of: [.before, .after, .both]), normEpsilon: d.double(), modelAxis: d.optional(d.text()), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("TransformerBlock.callAsFunction(_:_:)") { d in
      try d.keep((d.makeTransformerBlock())(d.params(), d.tensor()))
    }
    add("TransformerBlock.callAsFunction(_:_:mask:isTraining:)") { d in
      try d.keep((d.makeTransformerBlock())(d.params(), d.tensor(), mask: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("Graph.init(_:)") { d in
      try d.keep(Graph(d.text()))
    }
    add("Graph.child(_:)") { d in
      try d.keep((d.graph()).child(d.text()))
    }
    add("Graph./(graph:name:)") { d in
      try d.keep((d.graph() / d.text()))
    }
    add("Graph.walk()") { d in
      try d.keep((d.graph()).walk())
    }
    add("Metadata.init(sharding:tag:)") { d in
      d.keep(Metadata(sharding: d.spec(), tag: d.optional(d.text())))
    }
    add("Metadata.init()") { d in
      d.keep(Metadata())
    }
    add("Metadata.init(_:)") { d in
      d.keep(Metadata([d.text(): d.metadataValue()]))
    }
    add("Metadata.init(dictionaryLiteral:)") { d in
      d.keep(Metadata(dictionaryLiteral: (d.text(), d.metadataValue())))
    }
    add("Metadata.subscript(_:)") { d in
      d.keep(d.metadata()[d.text()])
    }
    add("Metadata.merging(_:)") { d in
      d.keep(d.metadata().merging(d.metadata()))
    }
    add("Module.getParam(_:_:shape:initializer:dtype:trainable:metadata:rng:)") { d in
      try d.keep((d.layer()).getParam(d.params(), d.text(), shape: d.optional(d.shape()), initializer: d.optional(d.initializer()), dtype: d.dtype(), trainable: d.bool(), metadata: d.metadata(), rng: d.optional(d.rng())))
    }
    add("Module.setParam(_:_:_:trainable:metadata:)") { d in
      try d.keep((d.layer()).setParam(d.params(), d.text(), d.tensor(), trainable: d.optional(d.bool()), metadata: d.optional(d.metadata())))
    }
    add("Module.setParam(_:_:trainable:metadata:)") { d in
      try d.keep((d.layer()).setParam(d.params(), d.text(), trainable: d.bool(), metadata: d.optional(d.metadata())))
    }
    add("Module.setParam(_:_:metadata:)") { d in
      try d.keep((d.layer()).setParam(d.params(), d.text(), metadata: d.metadata()))
    }
    add("Module.init(_:)") { d in
      try d.keep(Module(d.graph()))
    }
    add("Module.paramPath(_:)") { d in
      try d.keep((d.layer()).paramPath(d.text()))
    }
    add("Param.init(_:trainable:metadata:)") { d in
      d.keep(Param(d.tensor(), trainable: d.bool(), metadata: d.metadata()))
    }
    add("Param.replace(value:trainable:metadata:)") { d in
      d.keep(Param(d.tensor()).replace(value: d.optional(d.tensor()), trainable: d.optional(d.bool()), metadata: d.optional(d.metadata())))
    }
    add("Params.stacking(_:at:)") { d in
      try d.keep((d.params()).stacking(d.text(), at: d.text()))
    }
    add("Params.unstacking(_:at:)") { d in
      try d.keep((d.params()).unstacking(d.text(), at: d.text()))
    }
    add("Params.cast(to:)") { d in
      try d.keep((d.params()).cast(to: d.dtype()))
    }
    add("Params.wait()") { d in
      try d.keep((d.params()).wait())
    }
    add("Params.init()") { d in
      d.keep(Params())
    }
    add("Params.locked()") { d in
      try d.keep((d.params()).locked())
    }
    add("Params.unlocked()") { d in
      try d.keep((d.params()).unlocked())
    }
    add("Params.contains(_:)") { d in
      try d.keep((d.params()).contains([d.text(), d.text()]))
    }
    add("Params.subscript(_:)") { d in
      try d.keep((d.params())[[d.text(), d.text()]])
    }
    add("Params.subscript(_:)") { d in
      try d.keep((d.params())[d.text(), d.text()])
    }
    add("Params.split()") { d in
      try d.keep((d.params()).split())
    }
    add("Params.split(_:)") { d in
      try d.keep((d.params()).split({ path, _ in path.count > 1 }))
    }
    add("Params.merge(_:)") { d in
      try d.keep((d.params()).merge(d.params()))
    }
    add("Params.assigning(_:to:)") { d in
      try d.keep((d.params()).assigning(Param(d.tensor()), to: [d.text(), d.text()]))
    }
    add("Params.replacingValues(_:)") { d in
      try d.keep((d.params()).replacingValues([[d.text()]: d.tensor()]))
    }
    add("Params.shardings(on:)") { d in
      try d.keep((d.params()).shardings(on: d.mesh()))
    }
    add("Params.shardings(on:_:)") { d in
      try d.keep((d.params()).shardings(on: d.mesh(), { _, _ in d.spec() }))
    }
    add("Rng.init(_:)") { d in
      try d.keep(Rng(d.graph()))
    }
    add("Rng.getSeed(_:)") { d in
      try d.keep((d.rng()).getSeed(d.params()))
    }
    add("Rng.getCounter(_:)") { d in
      try d.keep((d.rng()).getCounter(d.params()))
    }
    add("Rng.callAsFunction(_:)") { d in
      try d.keep((d.rng())(d.params()))
    }
    add("Rng.seed(_:seed:counter:)") { d in
      try d.keep((d.rng()).seed(d.params(), seed: d.tensor(), counter: d.optional(d.tensor())))
    }
    add("Rng.seed(_:seed:counter:)") { d in
      try d.keep((d.rng()).seed(d.params(), seed: d.int(), counter: d.optional(d.tensor())))
    }
    add("Rng.seed(_:counter:)") { d in
      try d.keep((d.rng()).seed(d.params(), counter: d.tensor()))
    }
    add("BatchNorm.init(_:momentum:epsilon:useScale:useBias:scaleInit:biasInit:axisName:axisIndexGroups:rng:dtype:paramDtype:)") { d in
      try d.keep(BatchNorm(d.graph(), momentum: d.double(), epsilon: d.double(), useScale: d.bool(), useBias: d.bool(), scaleInit: d.initializer(), biasInit: d.initializer(), axisName: d.optional(d.text()), axisIndexGroups: d.optional([d.ints(), d.ints()]), rng: d.optional(d.rng()), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("BatchNorm.callAsFunction(_:_:)") { d in
      try d.keep((d.makeBatchNorm())(d.params(), d.tensor()))
    }
    add("BatchNorm.callAsFunction(_:_:isTraining:)") { d in
      try d.keep((d.makeBatchNorm())(d.params(), d.tensor(), isTraining: d.bool()))
    }
    add("Conv.init(_:kernelSize:outputChannels:rng:strides:padding:inputDilation:kernelDilation:featureGroupCount:useBias:kernelInit:biasInit:kernelMetadata:biasMetadata:dtype:paramDtype:)") { d in
      try d.keep(Conv(d.graph(), kernelSize: d.extents(), outputChannels: d.int(), rng: d.optional(d.rng()), strides: d.extents(), padding: d.padding(), inputDilation: d.extents(), kernelDilation: d.extents(), featureGroupCount: d.int(), useBias: d.bool(), kernelInit: d.initializer(), biasInit: d.initializer(), kernelMetadata: d.metadata(), biasMetadata: d.metadata(), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("Conv.callAsFunction(_:_:)") { d in
      try d.keep((d.makeConv())(d.params(), d.tensor()))
    }
    add("Conv.callAsFunction(_:_:precision:)") { d in
      try d.keep((d.makeConv())(d.params(), d.tensor(), precision: d.one(of: [.default, .high, .highest])))
    }
    add("ConvTranspose.init(_:kernelSize:outputChannels:rng:strides:padding:kernelDilation:featureGroupCount:useBias:kernelInit:biasInit:kernelMetadata:biasMetadata:dtype:paramDtype:)") { d in
      try d.keep(ConvTranspose(d.graph(), kernelSize: d.extents(), outputChannels: d.int(), rng: d.optional(d.rng()), strides: d.extents(), padding: d.padding(), kernelDilation: d.extents(), featureGroupCount: d.int(), useBias: d.bool(), kernelInit: d.initializer(), biasInit: d.initializer(), kernelMetadata: d.metadata(), biasMetadata: d.metadata(), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("ConvTranspose.callAsFunction(_:_:)") { d in
      try d.keep((d.makeConvTranspose())(d.params(), d.tensor()))
    }
    add("ConvTranspose.callAsFunction(_:_:precision:)") { d in
      try d.keep((d.makeConvTranspose())(d.params(), d.tensor(), precision: d.one(of: [.default, .high, .highest])))
    }
    add("Dropout.init(_:rate:rng:)") { d in
      try d.keep(Dropout(d.graph(), rate: d.double(), rng: d.rng()))
    }
    add("Dropout.callAsFunction(_:_:)") { d in
      try d.keep((d.makeDropout())(d.params(), d.tensor()))
    }
  }
}
