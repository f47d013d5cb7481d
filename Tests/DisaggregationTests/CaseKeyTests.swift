import Bookkeeping
import Disaggregation
import Funding
import TestSupport
import Testing

@testable import Importing

/// Any key of a case may hold anything: the case comes to something, and no other suffers.
struct CaseKeyTests {
  private static let bases = [
    "\"contract_sum\": 216000, \"capacity_hours\": 2400, \"child_hours\": 18, \"market_hour\": 95",
    "\"framework_hour\": 45, \"hours_week\": 15, \"weeks\": 39, \"family_hour\": 42",
    "\"top_up\": 12132, \"school_marginal_hour\": 38, \"market_hour\": 80, \"child_hours\": 39",
    "\"route_day\": 190, \"days\": 190, \"children\": 6, \"miles_one_way\": 4, \"rate_mile\": 0.60",
    "\"hours_released_step\": 700, \"step_saving\": 27000, \"market_hour\": 95, \"child_hours\": 18",
  ]

  private static let values = [
    "null", "\"\"", "0", "-1", "1", "0.01", "999999.99", "1000000", "999999999999.99",
    "99999999999999999999", "0.005", "true", "[]", "[1, [2]]", "{}", "\"2099-12-31\"",
    "\"1990-01-01\"", "\"high-needs\"", "\"a\\u0000b\"", "\"\\u00e9\"",
  ]

  /// The keys, of units two that no base is counted in and those that all of them are.
  private static let fields = CaseFields.specs.filter { field in
    let units: [Rate.Unit] = [.hour, .night, .place]
    let isOfUnits = CaseUnitKey.allCases.contains { key in
      units.contains { key.name($0) == field.name }
    }
    let key = CaseKey(rawValue: field.name)
    return isOfUnits || (key != nil && key != .id && key != .title)
  }

  @Test(arguments: bases.indices)
  func `a case with anything behind any key comes to something`(base: Int) throws {
    var cases: [String] = []
    for field in Self.fields {
      for value in Self.values where !Self.bases[base].contains("\"\(field.name)\"") {
        cases.append(
          "{\"id\": \"K\(cases.count)\", \"title\": \"Help\", "
            + "\"inputs\": {\(Self.bases[base]), \"\(field.name)\": \(value)}}")
      }
    }
    let imported = try Imported(
      cases: "{\"cases\": [\n" + cases.joined(separator: ",\n") + "\n]}\n")
    #expect(imported.unusable == nil)
    #expect(imported.readings.count + imported.refusals.count == cases.count)
    #expect(imported.readings.count > cases.count / 20)
    #expect(imported.refusals.allSatisfy { $0.place != nil })
    for request in imported.requests {
      let given = try imported.assessed(String(request.reference.code.dropFirst(7)))
      #expect(given.effect == nil || given.missing.isEmpty)
    }
  }

  @Test func `every key has one name, and none is two`() {
    let names = CaseFields.specs.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(
      CaseKey.allCases.allSatisfy { CaseFields.specs[CaseFields.place($0)].name == $0.rawValue })
  }

  @Test func `a mark, tabs and another encoding make no difference`() throws {
    let text =
      "{\"cases\":\t[{\n\t\"id\": \"K1\",\n\t\"title\": \"Caf\u{e9}\", \"inputs\": {\n\t\(Self.bases[0])}}]}"
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let all = try [mark + Array(text.utf8), Array(text.utf8), latin].map { try Imported(cases: $0) }
    #expect(all.allSatisfy { $0.refusals.isEmpty && $0.readings.count == 1 })
    #expect(Set(all.flatMap { $0.readings.map(\.identity) }).count == 1)
  }
}
