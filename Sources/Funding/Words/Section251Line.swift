/// A line of the section 251 budget and outturn statements that SEND money is counted on.
///
/// Source: the lines as the Department for Education's statements print them, 2024-25. The social
/// care lines 3.4.1 and 3.4.2 and the breakdown of 1.4 are each year's own and are to be checked
/// against that year's guidance.
public enum Section251Line: String, Hashable, Sendable, CaseIterable {
  case individualSchoolsBudget = "1.0.1"
  case highNeedsPlaces = "1.0.2"
  case topUpMaintained = "1.2.1"
  case topUpAcademies = "1.2.2"
  case topUpIndependent = "1.2.3"
  case targetedMainstream = "1.2.4"
  case senSupportServices = "1.2.5"
  case hospitalEducation = "1.2.6"
  case alternativeProvision = "1.2.7"
  case supportForInclusion = "1.2.8"
  case specialSchoolsInDifficulty = "1.2.9"
  case privateFinance = "1.2.10"
  case directPayments = "1.2.11"
  case therapies = "1.2.13"
  case combinedBudgets = "1.4.1"
  case admissions = "1.4.2"
  case schoolsForums = "1.4.3"
  case terminationCosts = "1.4.4"
  case fallingRolls = "1.4.5"
  case capitalFromRevenue = "1.4.6"
  case prudentialBorrowing = "1.4.7"
  case independentWithoutSEN = "1.4.8"
  case equalPay = "1.4.9"
  case pupilGrowth = "1.4.10"
  case senTransportInsideDSG = "1.4.11"
  case exceptionsAgreed = "1.4.12"
  case infantClassSizes = "1.4.13"
  case otherItems = "1.4.14"
  case senTransport = "2.1.4"
  case senTransportPost16 = "2.1.6"
  case socialCareDirectPayments = "3.4.1"
  case shortBreaks = "3.4.2"

  public var title: String {
    switch self {
    case .individualSchoolsBudget: "Individual schools budget"
    case .highNeedsPlaces: "High needs places"
    case .topUpMaintained: "Top-up: maintained schools"
    case .topUpAcademies: "Top-up: academies, free schools and colleges"
    case .topUpIndependent: "Top-up and other: non-maintained and independent"
    case .targetedMainstream: "Additional targeted funding: mainstream"
    case .senSupportServices: "SEN support services"
    case .hospitalEducation: "Hospital education"
    case .alternativeProvision: "Other alternative provision"
    case .supportForInclusion: "Support for inclusion"
    case .specialSchoolsInDifficulty: "Special schools and PRUs in difficulty"
    case .privateFinance: "PFI and BSF costs, special and AP"
    case .directPayments: "Direct payments (SEN and disability)"
    case .therapies: "Therapies and other health-related services"
    case .combinedBudgets: "Contribution to combined budgets"
    case .admissions: "School admissions"
    case .schoolsForums: "Servicing of schools forums"
    case .terminationCosts: "Termination of employment costs"
    case .fallingRolls: "Falling rolls fund"
    case .capitalFromRevenue: "Capital expenditure from revenue"
    case .prudentialBorrowing: "Prudential borrowing costs"
    case .independentWithoutSEN: "Fees to independent schools without SEN"
    case .equalPay: "Equal pay: back pay"
    case .pupilGrowth: "Pupil growth"
    case .senTransportInsideDSG: "SEN transport within the DSG"
    case .exceptionsAgreed: "Exceptions agreed by the Secretary of State"
    case .infantClassSizes: "Infant class sizes"
    case .otherItems: "Other items"
    case .senTransport: "Home to school transport: SEN"
    case .senTransportPost16: "Home to school transport: post-16 SEN"
    case .socialCareDirectPayments: "Social care: direct payments"
    case .shortBreaks: "Short breaks for disabled children"
    }
  }
}

extension Section251Line: Comparable {
  /// The order of the statements, in which 1.2.2 comes before 1.2.10.
  public static func < (left: Section251Line, right: Section251Line) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }

  private var order: [Int] { rawValue.split(separator: ".").map { Int($0) ?? 0 } }
}
