public import ArgumentParser
public import Bookkeeping
public import Funding
public import Importing
public import Modelling
public import Rendering
public import Reporting

// What the subject's own types look like on a command line.

extension Day: ExpressibleByArgument {}
extension Month: ExpressibleByArgument {}
extension FinancialYear: ExpressibleByArgument {}
extension ChildReference: ExpressibleByArgument {}
extension DecisionReference: ExpressibleByArgument {}
extension ContractReference: ExpressibleByArgument {}
extension PoolReference: ExpressibleByArgument {}
extension Layer: ExpressibleByArgument {}
extension ImportKind: ExpressibleByArgument {}
extension MoneyUnit: ExpressibleByArgument {}
extension JournalFormat: ExpressibleByArgument {}
extension ChildMoves.Placing: ExpressibleByArgument {}

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
  public var defaultValueDescription: String { description }
}
