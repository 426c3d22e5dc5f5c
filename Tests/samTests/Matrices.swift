/// Small files that the tests of the command line share.
enum Sample {
  /// A built-in matrix whose figures are published and do not change.
  static let builtIn = "rwanda-2022-ifpri"
  /// Three accounts without kinds.
  static let plain = ",a,b,w\na,,5,3\nb,6,,2\nw,2,3,\n"
  /// The kinds of `plain`.
  static let plainKinds = "code,name,kind\na,Farms,activity\nb,People,household\nw,,rest-of-world\n"

  /// An economy with Nexus codes, whose accounts all balance exactly.
  static let nexus = """
    2020 Social Accounting Matrix for Nowhere,Code,amaiz,aeduc,cmaiz,ceduc,flab-n,fcap,hhd-r1,hhd-u5,gov,dtax,stax,s-i,row,total
    Maize,amaiz,0,0,100,0,0,0,20,0,0,0,0,0,0,120
    "Education, all",aeduc,0,0,0,80,0,0,0,0,0,0,0,0,0,80
    Maize (commodity),cmaiz,10,5,0,0,0,0,60,40,0,0,0,10,15,140
    Education (commodity),ceduc,0,5,0,0,0,0,5,20,50,0,0,0,0,80
    Labour,flab-n,70,50,0,0,0,0,0,0,0,0,0,0,0,120
    Capital,fcap,40,20,0,0,0,0,0,0,0,0,0,0,0,60
    Rural poor,hhd-r1,0,0,0,0,80,10,0,0,10,0,0,0,0,100
    Urban rich,hhd-u5,0,0,0,0,40,50,0,0,0,0,0,0,0,90
    Government,gov,0,0,0,0,0,0,0,0,0,25,10,0,25,60
    Direct taxes,dtax,0,0,0,0,0,0,5,20,0,0,0,0,0,25
    Sales tax,stax,0,0,10,0,0,0,0,0,0,0,0,0,0,10
    Saving,s-i,0,0,0,0,0,0,10,10,0,0,0,0,-10,10
    World,row,0,0,30,0,0,0,0,0,0,0,0,0,0,30
    Total,total,120,80,140,80,120,60,100,90,60,25,10,10,30,

    """

  /// The endogenous accounts of `nexus` under the default closure.
  static let endogenous = [
    "amaiz", "aeduc", "cmaiz", "ceduc", "flab-n", "fcap", "hhd-r1", "hhd-u5",
  ]

  /// A map that adds the taxes of `nexus`, and keeps its other accounts.
  static let map =
    "code,group\n" + (endogenous + ["gov", "s-i", "row"]).map { "\($0),\($0)\n" }.joined()
    + "dtax,tax\nstax,tax\n"

  /// A programme for `nexus`.
  static let programme = """
    programme,name,family,account,share,role,evidence
    cash,Cash,social-protection,hhd-r1,0.9,transfer,assumed
    cash,,,ceduc,0.1,purchase,assumed

    """
}
