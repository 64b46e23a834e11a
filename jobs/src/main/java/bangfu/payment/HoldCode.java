package bangfu.payment;

/** 原因代码 of held.csv, in the order in which they are looked for. */
public enum HoldCode {
  /** The bank gave the payment back and it was decided not to pay it again. */
  WRITTEN_OFF("银行退回后已决定不再支付"),
  NO_PAYER("尚无付款规则"),
  NO_ACCOUNT("没有一卡通账户"),
  ACCOUNT_CHECK("持卡人不是本户成员, 或户名与该成员姓名不符, 或账号不可用, 或账号用于两户"),
  NAME_ENCODING("户名、账号或开户行有银行文件不能表示的字, 或超过其长度"),

  /** Only once approval is in use. */
  CARDHOLDER_DEAD("持卡人已死亡, 须由另一个人放行"),

  /** Only once approval is in use. */
  ACCOUNT_CHANGED("账号与上次付款的不同, 须由另一个人放行");

  private final String explanation;

  HoldCode(String explanation) {
    this.explanation = explanation;
  }

  /** 说明. */
  public String explanation() {
    return explanation;
  }
}
