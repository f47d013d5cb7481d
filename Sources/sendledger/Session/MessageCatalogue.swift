/// What each message means, at more length than the message itself has room for.
enum MessageCatalogue {
  static let explanations: [String: String] = [:]
}
