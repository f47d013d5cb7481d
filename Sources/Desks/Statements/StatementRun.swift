package import Bookkeeping
package import Funding
package import Reporting
package import Storage

/// The statements of a month: read one after another, made and written several at once.
///
/// The books are one reading of the ledger, which answers one question at a time. What is then made of a
/// child's records needs nothing else, so that other cores do it while the next child is read.
package struct StatementRun {
  private let open: OpenBooks
  private let desk: StatementDesk
  /// How many statements are in hand at most, so that memory does not grow with children.
  private let most: Int
  private let today: Day
  private let isStopped: @Sendable () -> Bool
  private let write: @Sendable (Report, ChildReference) async throws -> Void

  /// `tasks` is how many cores may work at once, `today` the day of making, and `isStopped` whether a person
  /// has asked the run to end.
  package init(
    _ open: OpenBooks, _ desk: StatementDesk, tasks: Int, today: Day,
    isStopped: @escaping @Sendable () -> Bool,
    write: @escaping @Sendable (Report, ChildReference) async throws -> Void
  ) {
    self.open = open
    self.desk = desk
    most = max(1, tasks) * 2
    self.today = today
    self.isStopped = isStopped
    self.write = write
  }

  /// What came of it: the papers that are out, the statements held back, and why it stopped early, if it did.
  package struct Outcome {
    package var built: [Paper] = []
    package var held: [StatementDesk.Held] = []
    package var failure: (any Error)?
    package var wasStopped = false
  }

  private enum Step: Sendable {
    case made(Int, Result<Report, StatementDesk.Held>)
    case written(Int, Paper)
    case failed(any Error)
  }

  /// Makes and writes a statement for each child; what is out when something fails is told.
  package func build(_ children: [ChildReference]) async -> Outcome {
    let progress = open.progress.begin("Statements", of: children.count)
    defer { progress.end() }
    var built: [Int: Paper] = [:]
    var held: [Int: StatementDesk.Held] = [:]
    var failure: (any Error)?
    var wasStopped = false
    await withTaskGroup(of: Step.self) { group in
      var inHand = 0
      /// Takes up one that is ready: names its texts and has it written, or notes it as done.
      func takeUp() async {
        guard let step = await group.next() else { return }
        inHand -= 1
        do {
          switch step {
          case .made(let place, .success(let made)):
            guard failure == nil else { break }
            let child = children[place]
            let (report, paper) = try await open.proven(
              made, as: .statement, of: child.code, desk.period, on: today)
            inHand += 1
            group.addTask { [write] in
              do {
                try await write(report, child)
                return .written(place, paper)
              } catch {
                return .failed(error)
              }
            }
          case .made(let place, .failure(let hold)): held[place] = hold
          case .written(let place, let paper): built[place] = paper
          case .failed(let error): failure = failure ?? error
          }
        } catch {
          failure = failure ?? error
        }
        progress.show(built.count + held.count)
      }
      do {
        for (place, child) in children.enumerated() {
          while inHand >= most { await takeUp() }
          wasStopped = isStopped()
          if failure != nil || wasStopped { break }
          switch try await desk.books(of: child) {
          case .failure(let hold): held[place] = hold
          case .success(let books):
            inHand += 1
            group.addTask { [make = desk.maker] in .made(place, make.statement(from: books)) }
          }
        }
      } catch {
        failure = failure ?? error
      }
      while inHand > 0 { await takeUp() }
    }
    return Outcome(
      built: built.sorted { $0.key < $1.key }.map(\.value),
      held: held.sorted { $0.key < $1.key }.map(\.value), failure: failure, wasStopped: wasStopped)
  }
}
