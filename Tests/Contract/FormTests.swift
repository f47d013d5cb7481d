@testable import StorageSQLite
import Testing

/// What a file is made of is known by one digest, which is that of a file made now.
struct FormTests {
  @Test(arguments: ["ledger", "register"])
  func `the form of a fresh file is the one that is looked for`(name: String) throws {
    let kind = name == "ledger" ? DatabaseFile.Kind.ledger : .register
    let made = try DatabaseFile.rules(of: kind)
    #expect(DatabaseFile.form(of: made) == kind.form)
    for place in made.keys.sorted() {
      var other = made
      other[place] = nil
      #expect(DatabaseFile.form(of: other) != kind.form, "without \(place)")
    }
    var other = made
    other["aside"] = "view aside CREATE VIEW aside AS SELECT 1"
    #expect(DatabaseFile.form(of: other) != kind.form)
  }
}
