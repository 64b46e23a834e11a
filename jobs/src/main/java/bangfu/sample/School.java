package bangfu.sample;

/**
 * An invented school.
 *
 * @param code 学校标识码, ten digits
 */
record School(String code, String name) {
  private static final String[] STEMS = {"新堤", "海棠", "荔山"};

  /**
   * One of the three schools of this stage in the town; beyond lower secondary, of the three in the
   * district.
   */
  static School draw(SchoolLadder rung, Town town, Dice dice) {
    return numbered(rung, town, dice.between(0, STEMS.length - 1));
  }

  /** Another school of the same stage. */
  static School otherThan(School school, SchoolLadder rung, Town town) {
    School first = numbered(rung, town, 0);
    return school.equals(first) ? numbered(rung, town, 1) : first;
  }

  private static School numbered(SchoolLadder rung, Town town, int number) {
    boolean local = rung.isBeforeUpperSecondary();
    int area = local ? town.number() : 9;
    String code = "44049" + area + rung.number() + Digits.padded(number + 1L, 3);
    return new School(code, (local ? town.stem() : "") + STEMS[number] + suffix(rung));
  }

  private static String suffix(SchoolLadder rung) {
    return switch (rung) {
      case PRESCHOOL -> "幼儿园";
      case PRIMARY -> "小学";
      case JUNIOR_SECONDARY -> "初级中学";
      case SENIOR_SECONDARY -> "高级中学";
      case SECONDARY_VOCATIONAL -> "中等职业学校";
      case TECHNICIAN -> "技工学校";
      case COLLEGE -> "职业技术学院";
      case BACHELOR -> "学院";
      case POSTGRADUATE -> "大学";
    };
  }
}
