package bangfu.payment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * To which account each household was paid last. What the bank gave back was paid to nobody, and
 * what is not sent yet is no payment.
 */
final class LastPayments {
  private static final int FETCH_ROWS = 1000;
  private static final String BATCHES =
      "select b.batch_no from payment_batch b where not exists (select 1 from unsent_batch u"
          + " where u.batch_no = b.batch_no) order by b.batch_no";

  /** Rows that were withdrawn before they were sent ended without an answer. */
  private static final String PAYMENTS =
      "select r.household_no, r.account from bank_file f join bank_row r"
          + " on r.file_name = f.file_name where f.payment_batch = ? and not exists (select 1"
          + " from bank_row_end e where e.detail_no = r.detail_no and not exists (select 1"
          + " from bank_answer a where a.detail_no = r.detail_no)) and not exists (select 1"
          + " from returned_row b where b.detail_no = r.detail_no)";

  private LastPayments() {}

  /**
   * A payment that counts as sent.
   *
   * @param account digits
   * @param batch its number
   */
  record Payment(String account, int batch) {}

  /**
   * The last payments that went to another account than the household has now, by household. Keeps
   * only these in memory, however many households there are.
   */
  static Map<String, Payment> elsewhere(DataSource source, Accounts accounts) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    jdbc.setFetchSize(FETCH_ROWS);
    Map<String, Payment> elsewhere = new HashMap<>();
    List<Integer> batches = jdbc.queryForList(BATCHES, Integer.class);
    for (int batch : batches) {
      jdbc.query(
          PAYMENTS,
          row -> {
            String household = row.getString(1);
            String paid = row.getString(2);
            Account now = accounts.of(Set.of(household)).get(household);
            if (now == null || now.digits().equals(paid)) {
              elsewhere.remove(household);
            } else {
              elsewhere.put(household, new Payment(paid, batch));
            }
          },
          batch);
    }
    return elsewhere;
  }
}
