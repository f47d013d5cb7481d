import Foundation

/// Files that others published, which stand beside the project where it is developed and not in it.
public enum SharedData {
  /// The folder, or none on a machine that does not have it.
  public static let folder: String? = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/data").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  /// Whether tests that read them are to run.
  ///
  /// Where CI runs they have to.
  public static var isThere: Bool {
    if folder == nil, ProcessInfo.processInfo.environment["CI"] == "true" {
      preconditionFailure("the published files have to be there where CI runs")
    }
    return folder != nil
  }

  public static func path(_ name: String) -> String { (folder ?? "") + "/" + name }

  public static func bytes(_ name: String) -> [UInt8] {
    FileManager.default.contents(atPath: path(name)).map(Array.init) ?? []
  }
}

/// The project's own files.
public enum Project {
  public static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  public static func path(_ name: String) -> String { folder + "/" + name }

  public static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
