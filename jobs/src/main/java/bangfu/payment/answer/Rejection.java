package bangfu.payment.answer;

import bangfu.intake.Fault;

/**
 * A row of an answer that was not taken.
 *
 * @param line the physical line, from 1; 0 when the whole file is refused
 * @param column 列; empty when the whole line is at fault
 * @param value what the bank wrote there, unmasked: for the file, never for the screen
 * @param code name of a {@link Why}, or of a reject code of reading
 * @param message in Chinese
 */
public record Rejection(int line, String column, String value, String code, String message) {

  /** Why a row that could be read does not count. */
  public enum Why {
    UNKNOWN("明细流水号", "没有发出过这个号；整行退回"),
    OTHER_BATCH("明细流水号", "这个号不在回盘文件写明的批次里；整行退回"),
    REPEATED("明细流水号", "同一文件中出现多次，无法判断以哪一行为准；各行都退回"),
    NOT_SENT("明细流水号", "所在批次尚未发送，银行不可能已办理；整行退回"),
    ACCOUNT("收款账号", "与发出的账号不同；整行退回"),
    AMOUNT("金额", "与发出的金额不同；整行退回"),
    TOO_LONG("返回码、说明", "返回码超过 200 字，或说明超过 1000 字；整行退回"),
    CONTRADICTION("状态", "与先前的终局结果相反；核实后用 --override 重新接收；整行退回"),
    ENDED("状态", "此前失败，已另发或已终止，不能再算成功；请与银行核实是否重复付款；整行退回");

    private final String column;
    private final String explanation;

    Why(String column, String explanation) {
      this.column = column;
      this.explanation = explanation;
    }

    Rejection of(int line, String value) {
      return new Rejection(line, column, value, name(), explanation);
    }
  }

  static Rejection of(Fault fault) {
    return new Rejection(
        fault.line(), fault.column(), fault.value(), fault.code().name(), fault.message());
  }
}
