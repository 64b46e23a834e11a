package bangfu.recalculate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum that is not as it was posted; 0 is the change where only the payer or the payee is another.
 *
 * @param unit the smallest household number of its unit
 * @param subjectName name of the person, or of the household's head
 * @param oldFen net of the lines posted
 * @param newFen what is due
 * @param correction name of the kind of fact behind it, as 更正原因; empty = arrears of a sum that was
 *     never posted
 * @param facts the rows whose change makes the difference; empty when no row changed
 */
public record Difference(
    String unit,
    String household,
    String subject,
    String subjectName,
    String clause,
    String title,
    String period,
    long oldFen,
    long newFen,
    String correction,
    List<Fact> facts) {

  private static final String SEPARATOR = "\u001F";
  private static final int FACTS = 10;

  public Difference {
    facts = List.copyOf(facts);
  }

  public long changeFen() {
    return newFen - oldFen;
  }

  /** One line of text; no value holds a control character, as no delivered one does. */
  String toLine() {
    List<String> parts =
        new ArrayList<>(
            List.of(
                unit,
                household,
                subject,
                subjectName,
                clause,
                title,
                period,
                Long.toString(oldFen),
                Long.toString(newFen),
                correction));
    facts.forEach(fact -> parts.add(fact.toPart()));
    return String.join(SEPARATOR, parts);
  }

  /** What {@link #toLine} wrote. */
  static Difference parse(String line) {
    String[] parts = line.split(SEPARATOR, -1);
    return new Difference(
        parts[0],
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        parts[5],
        parts[6],
        Long.parseLong(parts[7]),
        Long.parseLong(parts[8]),
        parts[9],
        Arrays.stream(parts).skip(FACTS).map(Fact::parse).toList());
  }
}
