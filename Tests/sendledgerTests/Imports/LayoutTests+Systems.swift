extension LayoutTests {
  /// As finance systems export them: line items by cost centre, a ledger enquiry, a list of transactions.
  static let systems = [
    Layout(
      kind: "payments",
      text: """
        Cost Center,Cost Element,Cost element name,Posting Date,Document Number,Name of offsetting account,Val/COArea Crcy,Name
        K1200,4422,Ind spec schools,03.09.2026,5100001,OAKFIELD SCHOOL,1430.14,Autumn
        K1200,4422,Ind spec schools,04.09.2026,5100002,ASH SCHOOL,30.14-,Autumn
        """,
      lines: [
        "  payee: Name of offsetting account", "  code: Cost Element", "  cost centre: Cost Center",
        #"  amount: "Val/COArea Crcy""#, "  description: Cost element name",
      ], sum: "1,400.00"),
    Layout(
      kind: "payments",
      text: """
        TransNo,Trans.date,Account,Account(T),CostC,CostC(T),Ap/Ar ID,Ap/Ar ID(T),Text,Amount,Cumulative Amount
        20001,03/09/2026,4422,Ind spec schools,K1200,SEN,30012,OAKFIELD SCHOOL,Autumn,1430.14,1430.14
        20002,04/09/2026,4422,Ind spec schools,K1200,SEN,30019,ASH SCHOOL,Autumn,930.00,2360.14
        """,
      lines: [
        #"  payee: "Ap/Ar ID(T)""#, "  code: Account", "  amount: Amount",
        #"# See that amount is what each row comes to. Other columns of money: Cumulative Amount."#,
      ], sum: "2,360.14"),
    Layout(
      kind: "payments",
      text: """
        Account,Natural Account,Natural Account Description,Cost Centre,Supplier Name,Date,Invoice Amount,Line Amount
        10-K1200-4422,4422,Ind spec schools,K1200,OAKFIELD SCHOOL,03/09/2026,1500.00,1430.14
        10-K1200-4423,4423,Transport,K1200,OAKFIELD SCHOOL,03/09/2026,1500.00,69.86
        """,
      lines: [
        "  code: Natural Account", "  amount: Line Amount",
        "# See that amount is what each row comes to. Other columns of money: Invoice Amount.",
      ], sum: "1,500.00"),
  ]
}
