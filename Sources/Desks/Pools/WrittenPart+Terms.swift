import Funding
import Importing
import Modelling

extension WrittenPart {
  func percent(_ name: String) -> Percentage? {
    value(name, as: "per cent such as 3.5") { Percentage($0) }
  }

  func partner(_ name: String) -> PartnerReference? {
    value(name, as: "a partner’s reference such as ICB") { PartnerReference($0) }
  }

  /// Per cent as millionths: 1.2 is 12,000.
  func millionths(_ name: String) -> Int64? { percent(name).map { $0.thousandths * 10 } }
}
