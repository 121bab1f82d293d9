/// Where the norms of a `TransformerBlock` are.
public enum NormPlacement: Sendable, Hashable {
  /// What attention and the network take is normalized: `x + f(norm(x))` (GPT-2, Llama, Qwen).
  case before
  /// The sum is normalized: `norm(x + f(x))` (BERT, the first transformer).
  case after
  /// What they take and what they give is normalized: `x + norm(f(norm(x)))` (Gemma 2 and 3).
  case both
}
