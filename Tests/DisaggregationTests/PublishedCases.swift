import Foundation
import TestSupport

/// The cases that stand beside the project, with the figures that they have to come to.
struct PublishedCases: Decodable {
  let cases: [PublishedCase]

  static let path = SharedData.path("../disaggregation-examples.json")

  static func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  static func read() throws -> [PublishedCase] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONDecoder().decode(PublishedCases.self, from: bytes).cases
  }
}

struct PublishedCase: Decodable {
  let id: String
  let inputs: [String: PublishedFigure]
  let results: [String: PublishedFigure]
  let outcome: String

  /// The name that its contract and its request carry.
  var name: String { id.uppercased() }
}

/// A figure as it is printed: text, a whole number, or yes or no.
struct PublishedFigure: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      text = ""
    } else if let text = try? container.decode(String.self) {
      self.text = text
    } else if let isSo = try? container.decode(Bool.self) {
      text = String(isSo)
    } else {
      text = String(try container.decode(Int.self))
    }
  }
}
