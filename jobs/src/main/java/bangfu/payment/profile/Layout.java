package bangfu.payment.profile;

import java.util.List;

/**
 * How a file is laid out: rows that sum up, a row of column names, the payments, rows that sum up.
 *
 * @param names whether the row of column names is there
 * @param header rows before the names
 * @param trailer rows behind the payments
 */
record Layout<F extends Field>(
    BankEncoding encoding,
    Form form,
    AmountUnit unit,
    boolean names,
    List<List<Cell<SummaryField>>> header,
    List<Cell<F>> columns,
    List<List<Cell<SummaryField>>> trailer) {

  Layout {
    header = List.copyOf(header);
    columns = List.copyOf(columns);
    trailer = List.copyOf(trailer);
  }

  /** The row of column names. */
  List<Cell<F>> headings() {
    return columns.stream().map(Cell::heading).toList();
  }
}
