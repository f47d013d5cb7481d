import Foundation

/// Text that a test expects, kept in a file that `SENDLEDGER_RECORD=1` writes and nobody types.
public enum Golden {
  /// The text in the file; or, when recording, the text that was found, once it is in the file.
  ///
  /// - Parameters:
  ///   - file: the path of the file, from the folder of the project.
  ///   - found: what the program printed.
  /// - Returns: what the program is to print.
  /// - Throws: what reading or writing the file threw.
  public static func text(_ file: String, found: String) throws -> String {
    let path = Project.path(file)
    if ProcessInfo.processInfo.environment["SENDLEDGER_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try found.write(toFile: path, atomically: true, encoding: .utf8)
    }
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
