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
import bangfu.register.StoredRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

  private final LocalDate day;
  private final Map<String, LocalDate> deaths;
  private final Map<String, Set<String>> shared;
  private final Map<String, Account> byHousehold = new HashMap<>();
  private final Map<String, String> banks = new HashMap<>();

  /**
   * @param day the posting month's last day: who is a member then may be a cardholder
   */
  AccountBook(Register register, int known, LocalDate day) {
    this.day = day;
    this.deaths = deaths(register, known, day);
    this.shared = SharedAccounts.of(register, known);
    register.forEachBucket(known, bucket -> add(bucket.rows(ACCOUNTS), bucket.rows(MEMBERS)));
  }

  /** Accounts, and the members of all their households. */
  private void add(List<StoredRow> accounts, List<StoredRow> members) {
    Map<String, Set<String>> namesOfHolder = new HashMap<>();
    accounts.forEach(account -> namesOfHolder.put(holder(account.row(), "持卡人身份证号"), Set.of()));
    for (StoredRow member : members) {
      namesOfHolder.computeIfPresent(
          holder(member.row(), "身份证号"),
          (holder, names) ->
              Cardholder.isMember(member, day) ? with(member.value("姓名"), names) : names);
    }
    for (StoredRow account : accounts) {
      if (account.endedOn() == null) {
        Set<String> names = namesOfHolder.get(holder(account.row(), "持卡人身份证号"));
        byHousehold.put(account.row().subject(), account(account.row(), names));
      }
    }
  }

  /** Nearly always one name: small sets, for they stay in memory. */
  private static Set<String> with(String name, Set<String> names) {
    if (names.isEmpty()) {
      return Set.of(name);
    }
    Set<String> more = new HashSet<>(names);
    more.add(name);
    return more;
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

  private static String holder(Row row, String idColumn) {
    return row.value("户编号") + ' ' + row.value(idColumn);
  }

  private Account account(Row row, Set<String> names) {
    String id = row.value("持卡人身份证号");
    String bankCode = row.value("联行号");
    return new Account(
        new Account.Holder(id, names, deaths.get(id)),
        row.value("户名"),
        row.value("账号"),
        bank(row.value("开户行")),
        bankCode == null ? "" : bank(bankCode),
        sharers(row));
  }

  /** One text for all accounts of a bank. */
  private String bank(String text) {
    return banks.computeIfAbsent(text, t -> t);
  }

  private Set<String> sharers(Row row) {
    Set<String> served = shared.getOrDefault(AccountNumber.digits(row.value("账号")), Set.of());
    if (!served.contains(row.subject())) {
      return Set.of();
    }
    Set<String> others = new HashSet<>(served);
    others.remove(row.subject());
    return others;
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
