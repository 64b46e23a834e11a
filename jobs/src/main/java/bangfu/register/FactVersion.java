package bangfu.register;

import bangfu.intake.Row;

/**
 * A version of a row. Of the versions of one row, the one with the greatest {@code since} that is
 * not after the delivery known is in force.
 *
 * @param since the delivery that brought it
 * @param corrects its undated columns count for all time
 */
record FactVersion(Row row, int since, State state, boolean corrects) {

  /** What the register holds of the row. */
  enum State {
    STANDS(0),
    /** Ended on the as-of day of the delivery that brought this version. */
    ENDED(1),
    /** A correcting delivery left it out. */
    NEVER_TRUE(2),
    /** From this delivery on the row is about somebody else, in whose bucket it goes on. */
    MOVED(3);

    private static final State[] BY_CODE = {STANDS, ENDED, NEVER_TRUE, MOVED};
    private final int code;

    State(int code) {
      this.code = code;
    }

    static State of(int code) {
      return BY_CODE[code];
    }

    /** What stands for it in a page. */
    int code() {
      return code;
    }
  }

  /** A row as a delivery brought it. */
  static FactVersion standing(Row row, int since) {
    return new FactVersion(row, since, State.STANDS, false);
  }

  FactVersion in(State other, int delivery) {
    return new FactVersion(row, delivery, other, false);
  }

  /** For whoever keeps a few versions of a page and not the page: see {@link Row#alone}. */
  FactVersion alone() {
    return new FactVersion(row.alone(), since, state, corrects);
  }

  /** Whom it is about, or null. */
  String subject() {
    return row.subject();
  }
}
