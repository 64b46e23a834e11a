package bangfu.batch;

import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.payment.Account;
import bangfu.payment.Accounts;
import bangfu.quality.AccountNumber;
import bangfu.register.Register;
import bangfu.register.StoredRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The accounts of cz_account with the names of the members, as the register knows them. */
final class AccountBook implements Accounts {
  private static final Table ACCOUNTS = Tables.standard().table("cz_account");
  private static final Table MEMBERS = Tables.standard().table("nb_member");

  private final Register register;
  private final int known;
  private final Map<String, Integer> households = new HashMap<>();

  AccountBook(Register register, int known) {
    this.register = register;
    this.known = known;
    register.forEachRow(
        ACCOUNTS,
        known,
        row -> households.merge(AccountNumber.digits(row.value("账号")), 1, Integer::sum));
  }

  @Override
  public Map<String, Account> of(Collection<String> numbers) {
    Map<String, Set<String>> names = new HashMap<>();
    for (StoredRow row : register.rows(MEMBERS, numbers, known)) {
      String holder = row.value("户编号") + ' ' + row.value("身份证号");
      names.computeIfAbsent(holder, key -> new HashSet<>()).add(row.value("姓名"));
    }
    Map<String, Account> accounts = new HashMap<>();
    for (StoredRow row : register.rows(ACCOUNTS, numbers, known)) {
      String holder = row.value("户编号") + ' ' + row.value("持卡人身份证号");
      String bankCode = row.value("联行号");
      accounts.put(
          row.value("户编号"),
          new Account(
              names.getOrDefault(holder, Set.of()),
              row.value("户名"),
              row.value("账号"),
              row.value("开户行"),
              bankCode == null ? "" : bankCode,
              households.getOrDefault(AccountNumber.digits(row.value("账号")), 1)));
    }
    return accounts;
  }
}
