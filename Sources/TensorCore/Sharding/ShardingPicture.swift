import PJRT

/// A picture in text of what each device holds (`jax.debug.visualize_array_sharding`).
///
///     ┌───────┬───────┐
///     │  0,2  │  1,3  │
///     └───────┴───────┘
///
/// The rows are parts of the first axis shown, the columns parts of the second; numbers are those of the devices.
package struct ShardingPicture {
  private let cells: [[String]]
  private let caption: String?

  init(_ sharding: NamedSharding, rank: Int) {
    let divided = (0..<rank).filter { sharding.partCount($0) > 1 }
    // The first two axes, or those that are divided where there are more.
    let shown =
      rank <= 2
      ? Array(0..<rank) : Array((divided + (0..<rank).filter { !divided.contains($0) }).prefix(2)).sorted()
    let rowAxis = shown.count == 2 ? shown[0] : nil
    let columnAxis = shown.last
    let rows = rowAxis.map(sharding.partCount) ?? 1
    let columns = columnAxis.map(sharding.partCount) ?? 1
    var holders = [[[Int]]](repeating: [[Int]](repeating: [], count: columns), count: rows)
    for (device, part) in zip(sharding.mesh.devices, sharding.parts(rank: rank)) {
      holders[rowAxis.map { part[$0] } ?? 0][columnAxis.map { part[$0] } ?? 0].append(device.id)
    }
    cells = holders.map { $0.map { $0.map(String.init).joined(separator: ",") } }
    if rank > 2, let rowAxis, let columnAxis {
      let hidden = divided.filter { !shown.contains($0) }
      caption =
        "rows: axis \(rowAxis), columns: axis \(columnAxis)"
        + (hidden.isEmpty ? "" : "; also divided: \(hidden.map { "axis \($0)" }.joined(separator: ", "))")
    } else {
      caption = nil
    }
  }

  package var text: String {
    let width = (cells.flatMap { $0 }.map(\.count).max() ?? 0) + 4
    func centred(_ text: String) -> String {
      let left = (width - text.count) / 2
      return String(repeating: " ", count: left) + text
        + String(repeating: " ", count: width - text.count - left)
    }
    func line(_ left: String, _ middle: String, _ right: String) -> String {
      let dashes = String(repeating: "─", count: width)
      return left + cells[0].map { _ in dashes }.joined(separator: middle) + right
    }
    let rows = cells.map { "│" + $0.map(centred).joined(separator: "│") + "│" }
    let body = rows.joined(separator: "\n" + line("├", "┼", "┤") + "\n")
    let picture = line("┌", "┬", "┐") + "\n" + body + "\n" + line("└", "┴", "┘")
    return caption.map { picture + "\n" + $0 } ?? picture
  }
}

/// A picture in text of which device holds which part of a tensor of this shape (`jax.debug.visualize_sharding`).
///
/// - Throws: `TensorError` if the sharding does not fit the shape.
public func visualizeSharding(_ shape: Shape, _ sharding: NamedSharding) throws -> String {
  if let error = sharding.problem(with: shape, "visualizeSharding") { throw error }
  return ShardingPicture(sharding, rank: shape.count).text
}
