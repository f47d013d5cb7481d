import Foundation
import Synchronization

/// Whether a person has asked this run to end: with Ctrl+C, or by ending the process.
///
/// What writes one paper after another looks before each, ends there and says how far it came. Asked a second
/// time, the process ends at once, as any other does at the first.
enum StopSign {
  private static let raised = Atomic(false)

  private static let watch: Void = {
    for signal in [SIGINT, SIGTERM] {
      Foundation.signal(signal) { _ in
        StopSign.raised.store(true, ordering: .relaxed)
        for signal in [SIGINT, SIGTERM] { Foundation.signal(signal, SIG_DFL) }
      }
    }
  }()

  /// Watches from the first time that it is asked.
  static var isRaised: Bool {
    watch
    return raised.load(ordering: .relaxed)
  }
}
