package import Bookkeeping

/// Everything that is wrong with a written file, in the order of its lines.
package struct WrittenFaults: Error {
  package let list: [Diagnostic]

  package init(_ list: [Diagnostic]) { self.list = list }
}

/// A file while it is read: what it is, and what has been found wrong with it so far.
final class WrittenSheet {
  let fault: WrittenFault
  private(set) var faults: [(fault: Diagnostic, column: Int)] = []

  init(_ fault: WrittenFault) { self.fault = fault }

  func refuse(_ diagnostic: Diagnostic, column: Int = 1) { faults.append((diagnostic, column)) }

  /// In the order of the lines, those of another file after all others.
  var ordered: [Diagnostic] {
    func key(_ fault: Diagnostic) -> (Bool, Int) {
      (fault.place.map { $0.file != self.fault.file } ?? false, fault.place?.line ?? 1)
    }
    return faults.enumerated().sorted { one, other in
      let (left, right) = (key(one.element.fault), key(other.element.fault))
      if left.0 != right.0 { return !left.0 }
      return (left.1, one.element.column, one.offset) < (
        right.1, other.element.column, other.offset
      )
    }.map(\.element.fault)
  }
}
