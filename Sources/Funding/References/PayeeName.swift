/// The name of a payee, as far as it tells one from another.
public enum PayeeName {
  private static let forms: Set<String> = ["LTD", "LIMITED", "PLC", "LLP", "CIC", "THE"]

  /// Capitals and digits, one space between words, without the form of company and the asides that
  /// finance systems add: `Acorn Care & Education Ltd****6964` is `ACORN CARE AND EDUCATION`.
  public static func key(of name: String) -> String {
    let plain = name.prefix { $0 != "*" }.uppercased().replacing("&", with: " AND ")
    let words = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let kept = words.filter { !forms.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
  }

  /// Whether words stand in a name, whole and in their order; both are keys.
  package static func stand(_ words: String, in name: String) -> Bool {
    (" " + name + " ").contains(" " + words + " ")
  }
}
