import Bookkeeping
import Funding

extension FamilyStatement {
  /// S10: what has changed: lines, placements, and what was put right.
  var whatHasChanged: [Report.Block] {
    let changes = lineChanges + placementsEnded + putRight + movedOn
    return [.heading("What has changed")]
      + (changes.isEmpty ? ["Nothing has changed this month."] : changes).map { .paragraph($0) }
  }

  /// New lines, and rates that went up or down.
  private var lineChanges: [String] {
    lines.flatMap { standing in
      zip([nil] + standing.versions.map(Optional.some), standing.versions).compactMap { old, new in
        guard period.days.contains(new.from) else { return nil }
        let what = books.text(new.purpose.code) ?? "Some help"
        let decided = "This was decided on \(spoken(new.decision.on)) by \(new.decision.by)."
        guard let old else { return "\(what) is new from \(spokenInYear(new.from)). \(decided)" }
        guard old.rate != new.rate else { return nil }
        return "\(what) went from \(old.rate.spoken) to \(new.rate.spoken)"
          + " on \(spokenInYear(new.from)). \(decided)"
      }
    }
  }

  private var placementsEnded: [String] {
    books.records.compactMap { record in
      guard case .posted(.placementEnded, let entry) = record.content,
        period.days.contains(entry.day), let first = entry.movements.first,
        let line = first.credit.use.planLine ?? first.debit.use.planLine,
        let plan = lines.first(where: { $0.reference == line })?.line(on: entry.day)
      else { return nil }
      let setting = books.text(plan.use.provider?.code) ?? "the setting"
      return "\(name)’s place at \(setting) ended on \(spokenInYear(entry.day))."
        + " \(setting) owes us \(first.amount.inWords). This does not change your money."
    }
  }

  /// Entries that were taken back this month.
  private var putRight: [String] {
    books.records.compactMap { record in
      guard let entry = record.content.entry, case .reverses(let number) = entry.correction,
        period.days.contains(entry.day)
      else { return nil }
      let amount = entry.movements.map(\.amount).max() ?? .zero
      let old = books.records.first { $0.number == number }?.content.entry
      let day = old.map { spokenInYear($0.belongsTo) } ?? "an earlier day"
      return "We put right \(amount.inWords) of \(day) (ref \(number)). It no longer counts."
        + " The person who did this is \(record.actor)."
    }
  }

  /// What belongs to an earlier month and is counted in this one.
  private var movedOn: [String] {
    books.records.compactMap { record in
      guard let entry = record.content.entry, let own = entry.ownDay,
        period.days.contains(entry.day), entry.correction == nil
      else { return nil }
      let amount = entry.movements.map(\.amount).max() ?? .zero
      return "\(amount.inWords) of \(spoken(own)) is counted in this month (ref \(record.number))."
        + " The books for the earlier month were closed."
    }
  }

  /// S12: what to do if something is wrong, and who else can look at it.
  var ifSomethingIsWrong: [Report.Block] {
    var complaints = [
      "Is something wrong? Tell us and we will look at it. Ask for \(contact).",
      "If we got it wrong, we will fix it and send you a new report.",
      "If you are still not happy, you can complain to the council."
        + " If you are not happy with our answer, you can ask the Ombudsman to look at it."
        + " This is the Local Government and Social Care Ombudsman.",
    ]
    if parts.contains(where: { $0.agency == .health }) {
      complaints.append(
        "For the NHS money, complain to the NHS first."
          + " After that you can ask the Parliamentary and Health Service Ombudsman.")
    }
    complaints += [
      "If you disagree with a decision about the budget, ask us to look again."
        + " If you disagree with the help in the plan, you can go to the SEND Tribunal.",
      "All of this is free. You can get free help from \(words.advice). They do not work for us.",
    ]
    return [.heading("If something is wrong")] + complaints.map { .paragraph($0) }
  }
}
