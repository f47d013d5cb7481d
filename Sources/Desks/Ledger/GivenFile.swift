/// A file that somebody gave: how they call it, and where it is.
package struct GivenFile: Hashable, Sendable {
  /// The file as its giver names it, which is how reports and messages name it.
  package let name: String
  package let path: String

  package init(_ name: String, at path: String) {
    self.name = name
    self.path = path
  }

  /// Its name without folders.
  var lastName: String { String(name.split(separator: "/").last ?? "") }

  /// The path of a file that is named as it is seen from this file's folder.
  func path(beside name: String) -> String {
    if name.hasPrefix("/") { return name }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder + [Substring(name)]).joined(separator: "/")
  }
}
