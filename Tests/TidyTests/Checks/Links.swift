/// Links from one page to another file of the project.
enum Links {
  /// The paths, from the folder of the project, that a page links to.
  ///
  /// Links to the web and within the page are passed over, and so is what stands between fences.
  static func targets(of page: String, at path: String) -> [String] {
    var isCode = false
    var found: [String] = []
    for line in page.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode { continue }
      for part in line.split(separator: "](", omittingEmptySubsequences: false).dropFirst() {
        let link = part.prefix { $0 != ")" && $0 != "#" && $0 != " " }
        if !link.isEmpty, !link.contains(":") { found.append(resolved(String(link), from: path)) }
      }
    }
    return found
  }

  /// A link's path, from the folder of the project.
  private static func resolved(_ link: String, from path: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in link.split(separator: "/") {
      switch part {
      case ".": break
      case ".." where !parts.isEmpty: parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
