import SocialAccounting
import Testing

struct `Reading supply-use tables` {
  private let supply =
    "product,name,farm,shop,imports,Total\nmaize,Maize,90,10,5,105\ncloth,Cloth,0,100,0,100\n"
  private let use =
    "product,farm,shop,final\nmaize,12,8,85\ncloth,10,7,83\nwages,60,95,\nrent,8,,\n"

  @Test func `labels say what is what, and totals are passed over`() throws {
    let table = try SupplyUseFile.read(supply: file(supply), use: file(use))
    #expect(table.products == ["maize", "cloth"])
    #expect(table.activities == ["farm", "shop"])
    #expect(table.otherSupply.items == ["imports"])
    #expect(table.finalUses.items == ["final"])
    #expect(table.valueAdded.items == ["wages", "rent"])
    let block = try table.productionBlock()
    #expect(try block["farm", "maize"] == 90)
    #expect(try block["imports", "maize"] == 5)
    #expect(try block["cloth", "final"] == 83)
  }

  @Test func `what does not agree is named`() {
    #expect(
      complaint {
        _ = try SupplyUseFile.read(
          supply: file(supply), use: file(use.replacing("85", with: "84")))
      }.mentions("the product 'maize' is supplied for 105 and used for 104"))
    #expect(
      complaint {
        _ = try SupplyUseFile.read(
          supply: file(supply), use: file(use.replacing("cloth", with: "clot")))
      }.mentions("'cloth' is supplied and not used", "Did you mean 'clot'"))
    #expect(
      complaint {
        _ = try SupplyUseFile.read(supply: file(supply), use: file(use.replacing("60", with: "x")))
      }.mentions("line 4, cell 2, row 'wages', column 'farm'", "'x' is not a finite decimal"))
  }
}
