package bangfu.payment;

import bangfu.engine.fold.CodePoints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a second person has to look at before a household's money goes to an account. Two that are
 * equal ask the same.
 *
 * @param codes why it is asked, in the order of {@link HoldCode}; at least one
 * @param account digits
 * @param holderDiedOn null unless the cardholder is dead
 * @param sharedWith the other households paid into the account, commas between; empty = none
 * @param paidAccount digits of the account of the last payment; empty when it is no other one
 */
public record AccountQuestion(
    String household,
    List<HoldCode> codes,
    String account,
    String accountName,
    String holderId,
    LocalDate holderDiedOn,
    String sharedWith,
    String paidAccount) {

  /**
   * The question about an account.
   *
   * @param paidAccount digits of the account of the last payment when it is another; else empty
   * @return null when there is nothing to ask
   */
  static AccountQuestion of(String household, Account account, String paidAccount) {
    List<HoldCode> codes = new ArrayList<>();
    if (!account.sharers().isEmpty()) {
      codes.add(HoldCode.ACCOUNT_CHECK);
    }
    if (account.holder().diedOn() != null) {
      codes.add(HoldCode.CARDHOLDER_DEAD);
    }
    if (!paidAccount.isEmpty()) {
      codes.add(HoldCode.ACCOUNT_CHANGED);
    }
    return codes.isEmpty()
        ? null
        : new AccountQuestion(
            household,
            codes,
            account.digits(),
            account.accountName(),
            account.holder().id(),
            account.holder().diedOn(),
            account.sharers().stream().sorted(CodePoints.ORDER).collect(Collectors.joining(",")),
            paidAccount);
  }

  /** The reason that stands in held.csv. */
  public HoldCode code() {
    return codes.get(0);
  }

  /** True when whoever answers it answers for later money too: an account is new only once. */
  boolean isOnlyOfChange() {
    return codes.equals(List.of(HoldCode.ACCOUNT_CHANGED));
  }
}
