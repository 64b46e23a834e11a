package bangfu.simulate;

/**
 * A household so near to an income threshold that earning a little more or less changes what it
 * gets by more than it earns, if its file follows.
 *
 * @param tried true under the policy that is tried, false under today's
 * @param above true when it is just not below the threshold, so that earning less changes it
 * @param incomeFen as filed, of the year
 * @param changeFen what it would get more, or with a minus less, through the month's end: when
 *     below for earning the step more, when above for earning the step less
 */
public record Edge(
    String household,
    String headName,
    String town,
    int persons,
    boolean tried,
    boolean above,
    long incomeFen,
    long changeFen) {
  private static final String SEPARATOR = "\u001F";

  /** One line of text; no value holds a control character, as no delivered one does. */
  String toLine() {
    return String.join(
        SEPARATOR,
        household,
        headName,
        town,
        Integer.toString(persons),
        Boolean.toString(tried),
        Boolean.toString(above),
        Long.toString(incomeFen),
        Long.toString(changeFen));
  }

  static Edge parse(String line) {
    String[] parts = line.split(SEPARATOR, -1);
    return new Edge(
        parts[0],
        parts[1],
        parts[2],
        Integer.parseInt(parts[3]),
        Boolean.parseBoolean(parts[4]),
        Boolean.parseBoolean(parts[5]),
        Long.parseLong(parts[6]),
        Long.parseLong(parts[7]));
  }
}
