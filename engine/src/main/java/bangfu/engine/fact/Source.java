package bangfu.engine.fact;

/**
 * The extract row that proves a fact.
 *
 * @param table name of the extract table
 * @param delivery number of the delivery that brought the row, from 1; 0 outside the register
 * @param line physical line of the file, or sheet row, from 1
 */
public record Source(String table, int delivery, int line) implements Comparable<Source> {

  /** A fact that no delivery brought, such as one of a worked case. */
  public static final Source NONE = new Source("", 0, 0);

  @Override
  public int compareTo(Source other) {
    int byTable = table.compareTo(other.table);
    int byDelivery = byTable != 0 ? byTable : Integer.compare(delivery, other.delivery);
    return byDelivery != 0 ? byDelivery : Integer.compare(line, other.line);
  }

  /** {@code table:line@delivery}. */
  @Override
  public String toString() {
    return table + ':' + line + '@' + delivery;
  }
}
