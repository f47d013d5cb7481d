import Foundation
import TestSupport
import Testing

/// L10: the same head and settings give the same bytes, wherever and how often they are asked for.
struct SameBytesPromise {
  private static let surroundings: [[String: String]] = [
    [:],
    ["LANG": "C", "LC_ALL": "C", "TZ": "UTC"],
    ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia"],
    ["LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "TZ": "America/St_Johns"],
    ["LANG": "ar_EG.UTF-8", "LANGUAGE": "ar", "TZ": "Asia/Kathmandu", "LIBDISPATCH_WIDTH": "1"],
  ]

  private static let reports = [
    "status", "check --as-of 2026-10-31 --format csv", "block position --period 2026-10",
    "block position --period 2026-10 --format csv", "block position --period 2026-10 --format json",
    "block position --period 2026-10 --format html", "block transfers --format csv",
    "trial-balance --as-of 2026-10-31",
    "trial-balance --layer budget --as-of 2027-03-31 --format csv",
    "trial-balance --as-of 2026-10-31 --format json", "year show 2026-27 --format csv",
    "child show SPB-004655", "budget show --fund high-needs --format csv", "policy show",
    "audit log --last 999 --format csv", "audit verify", "import list", "explain",
    "trace trial-balance/actual/2026-10-31/high-needs/bank --format csv",
    "trace position/2026-10/high-needs --addresses",
  ]

  private func binary(_ more: [String: String]) -> Binary {
    Binary(
      environment: more.merging([
        "SENDLEDGER_TODAY": "2026-10-31", "SENDLEDGER_USER": "a.khan",
        "SENDLEDGER_SALT": String(repeating: "a1", count: 32), "HOME": "/",
      ]) { one, _ in one })
  }

  @Test(arguments: reports)
  func `L10: a report is the same bytes in any locale and time zone, and each time`(line: String)
    async throws
  {
    let year = try await WorkedYear.october.value
    let words = line.split(separator: " ").map(String.init)
    let here = await year.terminal.type(words + (words[0] == "explain" ? [] : ["-C", year.ledger]))
    #expect(here.status == 0)
    for place in Self.surroundings + [[:]] {
      let there = try binary(place).type(
        words + (words[0] == "explain" ? [] : ["-C", year.ledger]))
      #expect(there.out == Array(here.out.utf8), "\(place)")
      #expect(there.status == here.status, "\(place)")
    }
  }

  @Test func `L10: statements and exports are the same bytes too`() async throws {
    let year = try await WorkedYear.october.value
    var found: [[String: [UInt8]]] = []
    for place in Self.surroundings {
      let scratch = try Scratch()
      for format in ["html", "txt", "csv", "json"] {
        #expect(
          try binary(place).type([
            "statement", "build", "--period", "2026-10", "-C", year.ledger, "--output-folder",
            scratch.path + "/out", "--format", format,
          ]).status == 0)
      }
      for format in ["ledger", "hledger", "beancount"] {
        #expect(
          try binary(place).type([
            "export", "--format", format, "--output", scratch.path + "/out/\(format)", "-C",
            year.ledger,
          ]).status == 0)
      }
      found.append(try files(in: scratch.path + "/out"))
    }
    #expect(found[0].count == 7)
    for other in found { #expect(other == found[0]) }
  }

  @Test func `L10: a ledger made in any locale and time zone has the same head`() throws {
    let kept = try Project.text("Tests/sendledgerTests/WorkedMonth/head.txt")
    let digest = try #require(kept.split { $0.isWhitespace }.last { $0.count == 64 })
    for place in Self.surroundings.prefix(3) {
      let scratch = try Scratch()
      let made = try binary(place).type([
        "demo", scratch.path + "/ledger", "--output-folder", scratch.path + "/out",
      ])
      #expect(made.status == 0)
      let status = try binary(place).type(["status", "-C", scratch.path + "/ledger"])
      #expect(String(decoding: status.out, as: UTF8.self).contains(digest))
    }
  }

  private func files(in folder: String) throws -> [String: [UInt8]] {
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try paths.reduce(into: [:]) { files, path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      if isFolder.boolValue { return }
      files[path] = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + path)))
    }
  }
}
