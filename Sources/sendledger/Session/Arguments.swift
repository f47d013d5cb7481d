public import ArgumentParser
public import Bookkeeping
public import Funding
public import Importing
public import Modelling
public import Rendering
public import Reporting

// What the subject's own types look like on a command line.

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Month: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension FinancialYear: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ChildReference: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension DecisionReference: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ContractReference: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ImportReference: ExpressibleByArgument {
  /// Reads `B-0004`, or its number alone.
  public init?(argument: String) {
    if let reference = ImportReference(argument) {
      self = reference
    } else if let number = Int(argument), number > 0 {
      self.init(number)
    } else {
      return nil
    }
  }
}

extension CensusDay: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }

  public var defaultValueDescription: String { description }
}

extension ChildMoves.Placing: ExpressibleByArgument {}
extension Layer: ExpressibleByArgument {}
extension ImportKind: ExpressibleByArgument {}
extension MoneyUnit: ExpressibleByArgument {}
extension JournalFormat: ExpressibleByArgument {}
