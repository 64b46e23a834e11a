package bangfu.ledger;

/** What the register says of a unit on the last day of the posting month. */
public interface FilingFacts {

  /** 镇街代码 of a household. */
  String town(String household);

  /** 村居代码 of a household. */
  String village(String household);

  String headName(String household);

  String personName(String person);
}
