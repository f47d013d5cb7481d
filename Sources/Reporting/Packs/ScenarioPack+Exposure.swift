import Bookkeeping
import Funding
import Modelling

extension ScenarioPack {
  /// The fifth part: what each partner would bear beyond its contribution, under every option.
  var exposure: [Report.Block] {
    plan.options.indices.flatMap { index -> [Report.Block] in
      [.table(borne(index)), .table(shares(index))]
    } + [
      .paragraph(
        "P90 is not a sum: in 9 of 10 runs a partner bears no more than that. \(reserveWords)"),
      .table(affordability),
    ] + services + restricted + notes(of: plan.partners)
  }

  /// What stands in the restricted part each year, and what it may be used for.
  private var restricted: [Report.Block] {
    let parts = plan.sharing.restricted
    guard !parts.isEmpty else { return [] }
    let rows = parts.flatMap { part in
      plan.outlook.everyYear.map { year in
        Table.Row([
          .text(year.description), .text(part.partner),
          .money(plan.outlook.raised(part.amount, to: year)),
          .text("\(part.fund.name), within the schools budget"), .text("no one’s overspend"),
        ])
      }
    }
    return [
      .table(
        Table(
          "restricted",
          caption: "The restricted part: the Dedicated Schools Grant, outside the figures above",
          columns: [
            Table.Column("year", "Year", .text), Table.Column("partner", "Partner", .text),
            Table.Column("amount", "Puts in", .money), Table.Column("for", "May pay for", .text),
            Table.Column("bears", "Bears", .text),
          ], rows: rows))
    ]
  }

  /// Whose services the cost is, where a rule goes by them.
  private var services: [Report.Block] {
    guard let services = plan.sharing.services else { return [] }
    let table = Table(
      "services", caption: "Whose services the cost is, in every year and under every option",
      columns: [Table.Column("partner", "Partner", .text), Table.Column("share", "Share", .text)],
      rows: plan.partners.map { partner in
        let own = services.shares.shares.first { $0.partner == partner.reference }
        return Table.Row([.text(partner.name), .text((own?.share ?? .zero).description)])
      })
    return [
      .table(table), .paragraph("Source: \(services.source), \(spoken(services.sourced))."),
    ]
  }

  /// What happens to the reserve, as a sentence.
  var reserveWords: String {
    let reserve = plan.sharing.reserve
    return switch reserve {
    case .toppedUp(.zero), .runDown(.zero): "There is no reserve."
    case .toppedUp: "This \(reserve.words)."
    case .runDown: reserve.words.sentence
    }
  }

  private var lastYear: String { figures.base.years.last?.year.description ?? "" }

  /// Partners, the reserve and nobody, each year; together they are the gap.
  func borne(_ index: Int, of only: PartnerReference? = nil) -> Table {
    let exposure = figures.exposures[index]
    let bands = outcome.options[index].parts.last ?? []
    let partners = plan.partners.enumerated().filter { only == nil || $0.1.reference == only }
    var rows = partners.map { place, partner in
      row(
        partner.name, exposure.years.map { $0.division.borne(by: partner.reference) },
        bands[place].amount(at: 90))
    }
    if only == nil {
      let count = plan.partners.count
      rows += [
        row("From reserve", exposure.years.map(\.division.reserve), bands[count].amount(at: 90)),
        row("Nobody", exposure.years.map(\.division.unallocated), bands[count + 1].amount(at: 90)),
        Table.Row(
          [.text("Gap")] + exposure.years.map { .money($0.division.variance) } + [.blank],
          isTotal: true),
      ]
    }
    return Table(
      "exposure-\(plan.options[index].code)",
      caption: "\(plan.options[index].name), extra above the agreed contribution",
      columns: [Table.Column("partner", "Partner", .text)] + yearColumns
        + [Table.Column("p90", "P90 \(lastYear)", .money)], rows: rows)
  }

  private func row(_ name: String, _ amounts: [Money], _ most: Money) -> Table.Row {
    Table.Row([.text(name)] + amounts.map { .money($0) } + [.money(most)])
  }

  /// The same as a share of each partner's contribution.
  private func shares(_ index: Int) -> Table {
    let exposure = figures.exposures[index]
    return Table(
      "share-\(plan.options[index].code)",
      caption: "\(plan.options[index].name), extra as a share of the partner’s contribution",
      columns: [Table.Column("partner", "Partner", .text)]
        + exposure.years.map {
          Table.Column("share-\($0.year)", $0.year.description, .share)
        },
      rows: plan.partners.map { partner in
        Table.Row(
          [.text(partner.name)]
            + exposure.years.map {
              $0.share(of: partner.reference).map { .share($0.fraction) } ?? .blank
            })
      })
  }

  /// When each partner would bear more than it says it can.
  var affordability: Table { affordability(of: plan.partners) }

  func affordability(of partners: [PackPartner]) -> Table {
    Table(
      "affordability", caption: "The first year in which a partner bears more than it can afford",
      columns: [
        Table.Column("partner", "Partner", .text),
        Table.Column("line", "Can afford", .share),
      ] + plan.options.map { Table.Column("beyond-\($0.code)", $0.shortName, .text) },
      rows: partners.map { partner in
        Table.Row(
          [.text(partner.name), .share(partner.affordable.fraction)]
            + figures.exposures.map { exposure in
              let year = exposure.years.first {
                $0.isBeyond(partner.affordable, for: partner.reference)
              }
              return .text(year?.year.description ?? "No year")
            })
      })
  }

  func notes(of partners: [PackPartner]) -> [Report.Block] {
    partners.compactMap { partner in
      partner.note.map { .paragraph("Note of \(partner.name): \($0)") }
    }
  }

  /// The sixth part: one named year, step by step.
  var waterfall: [Report.Block] {
    guard let year = figures.exposures[0].years.first(where: { $0.year == plan.sharing.shown })
    else { return [] }
    let table = Table(
      "waterfall",
      caption: "\(plan.options[0].name), \(year.year): how the difference is shared, by clause",
      columns: [
        Table.Column("step", "Step", .number), Table.Column("rule", "Rule", .text),
        Table.Column("amount", "Amount", .money), Table.Column("reserve", "Reserve", .money),
      ]
        + plan.partners.map { Table.Column($0.reference.code, $0.short, .money) },
      rows: steps(of: year.division))
    let gap = year.division.gap.map { [Report.Block.paragraph($0.sentence)] } ?? []
    return [.table(table)] + gap + [.table(underspend)]
  }

  private func steps(of division: DividedVariance) -> [Table.Row] {
    var rows = division.steps.enumerated().map { index, step in
      Table.Row(
        [.number(index + 1), .text("\(named(step.words)) (clause \(step.clause))")]
          + ([step.amount, step.reserve] + step.borne).map { .money($0) })
    }
    if division.unallocated != .zero {
      rows.append(
        Table.Row(
          [.blank, .text("Nobody: the agreement does not say"), .money(division.unallocated)]
            + division.borne.map { _ in .blank } + [.blank]))
    }
    let sums = [division.variance, division.reserve] + division.borne
    return rows + [Table.Row([.blank, .text("Total")] + sums.map { .money($0) }, isTotal: true)]
  }

  /// Rules of an underspend in the same form, without amounts.
  private var underspend: Table {
    let tiers = plan.sharing.rules.tiers(for: .under)
    return Table(
      "underspend-rules", caption: "How an underspend would be shared",
      columns: [
        Table.Column("step", "Step", .number), Table.Column("rule", "Rule", .text),
        Table.Column("clause", "Clause", .text),
      ],
      rows: tiers.isEmpty
        ? [Table.Row([.blank, .text("The agreement does not say"), .blank])]
        : tiers.enumerated().map { index, tier in
          Table.Row([
            .number(index + 1), .text(named(tier.words(isFirst: index == 0))),
            .text(tier.clause),
          ])
        })
  }

  /// Words in which partners are called by their headings, and not by their references.
  private func named(_ words: String) -> String {
    words.split(separator: " ").map { word in
      plan.partners.first { $0.reference.code == word }?.short ?? String(word)
    }.joined(separator: " ").capitalised.replacing("'", with: "’")
  }
}

extension String {
  /// With a capital and a full stop.
  var sentence: String { capitalised + (hasSuffix(".") ? "" : ".") }

  /// With a capital.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
