public import Bookkeeping
public import Funding

extension LedgerReading {
  /// The word by which a child is forgotten, with its record; none where it is not.
  public func forgotten(_ child: ChildReference) async throws(StorageFailure)
    -> Numbered<ChildForgotten>?
  {
    let last = try await last(ChildForgotten.self, of: child.code)
    return last.flatMap { $0.value.isTakenBack ? nil : $0 }
  }

  /// The children who are forgotten.
  public func forgottenChildren() async throws(StorageFailure) -> Set<ChildReference> {
    try await all(ChildForgotten.self).reduce(into: []) { children, word in
      if word.value.isTakenBack {
        children.remove(word.value.child)
      } else {
        children.insert(word.value.child)
      }
    }
  }
}

extension Bookkeeper {
  /// Records that a child is forgotten, or may be named again: whichever it is not.
  ///
  /// - Returns: whether it was recorded, and did not stand already.
  @discardableResult
  public func forget(
    _ child: ChildReference, because reason: LedgerText, takingBack isTakenBack: Bool = false
  ) async throws(PostingFailure) -> Bool {
    try await posting {
      guard try await (writer.forgotten(child) == nil) != isTakenBack else { return false }
      let forgotten = ChildForgotten(child, on: latest, isTakenBack: isTakenBack)
      _ = try await keep(forgotten.fact(because: reason, from: word(on: child)))
      return true
    }
  }

  /// Refuses a family that the register is not to name again.
  public func admit(_ family: Family) async throws(PostingFailure) {
    try await posting {
      guard let found = try await writer.forgotten(family.child)?.value else { return }
      throw EventRefusal.childForgotten(found.child, on: found.day)
    }
  }
}
