package bangfu.quality;

import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.register.Register;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Accounts that serve several households; a household that the register does not know is none. */
public final class SharedAccounts {
  private static final Table ACCOUNTS = Tables.standard().table("cz_account");
  private static final Table HOUSEHOLDS = Tables.standard().table("nb_household");
  private static final String HOUSEHOLD = "户编号";
  private static final String NUMBER = "账号";

  private SharedAccounts() {}

  /** The households of each account that serves more than one, by its digits. */
  public static Map<String, Set<String>> of(Register register, int known) {
    Set<String> numbers = register.sharedValues(ACCOUNTS, NUMBER, known, AccountNumber::digits);
    if (numbers.isEmpty()) {
      return Map.of();
    }
    Map<String, Set<String>> served = new HashMap<>();
    register.forEachRow(
        ACCOUNTS,
        known,
        row -> {
          String digits = AccountNumber.digits(row.value(NUMBER));
          if (numbers.contains(digits)) {
            served.computeIfAbsent(digits, d -> new HashSet<>()).add(row.value(HOUSEHOLD));
          }
        });
    Set<String> named = new HashSet<>();
    served.values().forEach(named::addAll);
    Set<String> introduced = new HashSet<>();
    register.forEachRow(
        HOUSEHOLDS,
        known,
        row -> {
          if (named.contains(row.subject())) {
            introduced.add(row.subject());
          }
        });
    served.values().forEach(households -> households.retainAll(introduced));
    served.values().removeIf(households -> households.size() < 2);
    return served;
  }
}
