package bangfu.batch;

import bangfu.intake.Row;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import bangfu.payment.Account;
import bangfu.payment.Accounts;
import bangfu.quality.AccountNumber;
import bangfu.quality.Cardholder;
import bangfu.quality.SharedAccounts;
import bangfu.register.Register;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The accounts of cz_account with the names of the members, as the register knows them: read once,
 * about 400 bytes a household.
 */
final class AccountBook implements Accounts {
  private static final Table ACCOUNTS = Tables.standard().table("cz_account");
  private static final Table MEMBERS = Tables.standard().table("nb_member");
  private static final Table DEATHS = Tables.standard().table("zx_death");

  private final Map<String, Account> byHousehold = new HashMap<>();

  /**
   * @param day the posting month's last day: who is a member then may be a cardholder
   */
  AccountBook(Register register, int known, LocalDate day) {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    Map<String, Set<String>> namesOfHolder = new HashMap<>();
    register.forEachRow(
        ACCOUNTS,
        known,
        row -> {
          String digits = AccountNumber.digits(row.value("账号"));
          if (!digits.isEmpty() && !seen.add(digits)) {
            twice.add(digits);
          }
          namesOfHolder.put(holder(row, "持卡人身份证号"), new HashSet<>(2));
        });
    register.forEachStored(
        MEMBERS,
        known,
        member ->
            namesOfHolder.computeIfPresent(
                holder(member.row(), "身份证号"),
                (holder, names) -> {
                  if (Cardholder.isMember(member, day)) {
                    names.add(member.value("姓名"));
                  }
                  return names;
                }));
    Map<String, LocalDate> deaths = deaths(register, known, day);
    Map<String, Set<String>> shared = SharedAccounts.among(twice, register, known);
    register.forEachRow(
        ACCOUNTS,
        known,
        row ->
            byHousehold.put(
                row.subject(),
                account(
                    row,
                    new Account.Holder(
                        row.value("持卡人身份证号"),
                        namesOfHolder.get(holder(row, "持卡人身份证号")),
                        deaths.get(row.value("持卡人身份证号"))),
                    sharers(row, shared))));
  }

  /** Who died by a day, by identity number. */
  private static Map<String, LocalDate> deaths(Register register, int known, LocalDate day) {
    Map<String, LocalDate> deaths = new HashMap<>();
    register.forEachRow(
        DEATHS,
        known,
        row -> {
          LocalDate died = LocalDate.parse(row.value("死亡日期"));
          if (!died.isAfter(day)) {
            deaths.put(row.value("身份证号"), died);
          }
        });
    return deaths;
  }

  private static Set<String> sharers(Row row, Map<String, Set<String>> shared) {
    Set<String> served = shared.getOrDefault(AccountNumber.digits(row.value("账号")), Set.of());
    if (!served.contains(row.subject())) {
      return Set.of();
    }
    Set<String> others = new HashSet<>(served);
    others.remove(row.subject());
    return others;
  }

  private static String holder(Row row, String idColumn) {
    return row.value("户编号") + ' ' + row.value(idColumn);
  }

  private static Account account(Row row, Account.Holder holder, Set<String> sharers) {
    String bankCode = row.value("联行号");
    return new Account(
        holder,
        row.value("户名"),
        row.value("账号"),
        row.value("开户行"),
        bankCode == null ? "" : bankCode,
        sharers);
  }

  @Override
  public Map<String, Account> of(Collection<String> households) {
    Map<String, Account> accounts = new HashMap<>();
    for (String household : households) {
      Account account = byHousehold.get(household);
      if (account != null) {
        accounts.put(household, account);
      }
    }
    return accounts;
  }
}
