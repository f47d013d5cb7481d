public import ArgumentParser
public import Bookkeeping
public import Funding
public import Importing
public import Rendering

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

extension ImportReference: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Layer: ExpressibleByArgument {}
extension ImportKind: ExpressibleByArgument {}
extension MoneyUnit: ExpressibleByArgument {}
extension JournalFormat: ExpressibleByArgument {}
