package bangfu.payment;

import java.util.Collection;
import java.util.Map;

/** The accounts of cz_account as the register knows them on the last day of the posting month. */
public interface Accounts {

  /**
   * The accounts of a page of households.
   *
   * @param households at most {@link OpenLines#HOUSEHOLDS_PER_PAGE}
   * @return by household number; none for a household without an account
   */
  Map<String, Account> of(Collection<String> households);
}
