import Bookkeeping
import Funding
import Testing

/// What each fund may pay for, beside a list written out by hand.
struct PermittedUseTests {
  /// The agencies, the lines and the sections of one fund; none of a line where it may be left out.
  private struct Allowed {
    let agencies: Set<String>
    let lines: Set<String?>
    let sections: Set<String>
  }

  private static let highNeeds: Set<String?> = [
    "1.0.2", "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.2.6", "1.2.7", "1.2.8", "1.2.9",
    "1.2.10", "1.2.11", "1.2.13",
  ]

  private static func allowed(_ fund: Fund) -> Allowed {
    switch fund.description {
    case "schools", "early-years":
      Allowed(agencies: ["education"], lines: ["1.0.1"], sections: [])
    case "central":
      Allowed(
        agencies: ["education"],
        lines: [
          "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.5", "1.4.6", "1.4.7", "1.4.8", "1.4.9",
          "1.4.10", "1.4.11", "1.4.12", "1.4.13", "1.4.14",
        ], sections: [])
    case "high-needs": Allowed(agencies: ["education"], lines: highNeeds, sections: ["F"])
    case "pool-education-POOL-2026":
      Allowed(agencies: ["education"], lines: highNeeds.union([nil]), sections: ["F"])
    case "social-care":
      Allowed(agencies: ["social-care"], lines: ["3.4.1", "3.4.2"], sections: ["H"])
    case "health-NORTH-ICB": Allowed(agencies: ["health"], lines: [nil], sections: ["F", "G"])
    case "pool-general-POOL-2026":
      Allowed(
        agencies: ["social-care", "health"], lines: [nil, "3.4.1", "3.4.2"], sections: [])
    case "general-fund":
      Allowed(agencies: ["education"], lines: ["2.1.4", "2.1.6"], sections: [])
    default: Allowed(agencies: [], lines: [], sections: [])
    }
  }

  @Test(arguments: Words.funds, ["2026-04-01", "2027-03-31", "2013-04-01"])
  func `a fund pays for what its table allows, and for nothing else`(fund: Fund, on day: String) {
    let allowed = PermittedUseTests.allowed(fund)
    for line in [nil] + Section251Line.allCases {
      for agency in [nil] + Agency.allCases {
        let use = Use(line: line, agency: agency)
        let isAllowed =
          allowed.lines.contains(line?.rawValue)
          && (agency.map { allowed.agencies.contains($0.rawValue) } ?? true)
        let objection = Coding(fund, .allocated, use).objection(on: Words.day(day))
        #expect((objection == nil) == isAllowed, "\(fund), \(use)")
      }
    }
  }

  @Test(arguments: Words.funds)
  func `a plan line is of a section that its fund pays for`(fund: Fund) {
    let allowed = PermittedUseTests.allowed(fund)
    for line in [nil] + Section251Line.allCases {
      for agency in Agency.allCases {
        for section in [nil] + PlanSection.allCases {
          let isAllowed =
            allowed.lines.contains(line?.rawValue) && allowed.agencies.contains(agency.rawValue)
            && (section.map { allowed.sections.contains($0.rawValue) } ?? true)
          let use = Use(line: line, agency: agency, planLine: Words.plan)
          let planLine = try? Lines.line(section: section, from: fund, use)
          #expect((planLine != nil) == isAllowed, "\(fund), \(use)")
        }
      }
    }
  }

  @Test func `before the table begins no fund pays for anything`() {
    let coding = Coding(.highNeeds, .allocated, Use(line: .therapies))
    let day = Words.day("2013-03-31")
    #expect(coding.objection(on: day) == .noTable(day))
  }
}
