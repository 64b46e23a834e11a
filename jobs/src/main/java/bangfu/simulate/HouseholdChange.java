package bangfu.simulate;

/**
 * A household that would get more or less, or whose file would be opened or closed.
 *
 * @param town 镇街代码 on the last day; empty when unknown
 * @param persons as filed
 * @param proposal what would be proposed about its file under the policy that is tried
 */
public record HouseholdChange(
    String household,
    String headName,
    String town,
    int persons,
    Comparison sum,
    Proposal proposal) {
  private static final String SEPARATOR = "\u001F";

  /** One line of text; no value holds a control character, as no delivered one does. */
  String toLine() {
    return String.join(
        SEPARATOR,
        household,
        headName,
        town,
        Integer.toString(persons),
        Long.toString(sum.todayFen()),
        Long.toString(sum.triedFen()),
        proposal.name());
  }

  static HouseholdChange parse(String line) {
    String[] parts = line.split(SEPARATOR, -1);
    return new HouseholdChange(
        parts[0],
        parts[1],
        parts[2],
        Integer.parseInt(parts[3]),
        new Comparison(Long.parseLong(parts[4]), Long.parseLong(parts[5])),
        Proposal.valueOf(parts[6]));
  }
}
