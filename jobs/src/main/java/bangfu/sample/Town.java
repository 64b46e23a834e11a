package bangfu.sample;

/** The six towns in the order of annex 1. */
enum Town {
  JING_AN("440403107", "井岸", 1),
  DOU_MEN("440403103", "斗门", 2),
  BAI_JIAO("440403106", "白蕉", 3),
  QIAN_WU("440403105", "乾务", 4),
  LIAN_ZHOU("440403100", "莲洲", 5),
  BAI_TENG("440403001", "白藤", 6);

  private final String code;
  private final String stem;
  private final int number;

  Town(String code, String stem, int number) {
    this.code = code;
    this.stem = stem;
    this.number = number;
  }

  /** The town's column in annex 1, from 1. */
  int number() {
    return number;
  }

  /** 镇街代码, nine digits. */
  String code() {
    return code;
  }

  /** The name without 镇 or 街道. */
  String stem() {
    return stem;
  }

  /** The last six digits of the code, which begin household, voucher and card numbers. */
  String shortCode() {
    return code.substring(3);
  }

  /** 村居代码: the town's code and three digits; {@code index} counts from 0. */
  String villageCode(int index) {
    return code + (201 + index);
  }
}
