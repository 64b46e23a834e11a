package bangfu.register;

import bangfu.intake.Row;
import bangfu.intake.Tables;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A version of a row, as the table {@code fact} holds it.
 *
 * @param since the delivery that brought it
 * @param until the first delivery that no longer has it in force
 * @param corrects its undated columns count for all time
 */
record FactVersion(String subject, Row row, int since, int until, State state, boolean corrects) {
  static final String COLUMNS =
      "subject, table_name, since_delivery, until_delivery, state, corrects, line_no, content";

  /** What the register holds of the row, in the order of the numbers that stand for them. */
  enum State {
    STANDS,
    /** Ended on the as-of day of the delivery that brought this version. */
    ENDED,
    /** A correcting delivery left it out. */
    NEVER_TRUE;

    private static final State[] ALL = values();
  }

  /** The version at the cursor of a query for {@link #COLUMNS}. */
  static FactVersion of(ResultSet cursor, Tables tables) throws SQLException {
    return new FactVersion(
        cursor.getString(1),
        Row.parse(tables.table(cursor.getString(2)), cursor.getInt(7), cursor.getString(8)),
        cursor.getInt(3),
        cursor.getInt(4),
        State.ALL[cursor.getInt(5)],
        cursor.getBoolean(6));
  }

  /** True for whoever knows a delivery and none after it. */
  boolean inForce(int knownDelivery) {
    return since <= knownDelivery && knownDelivery < until;
  }
}
