package bangfu.sample;

import java.time.LocalDate;

/** 人社: rs_medical, rs_pension. */
final class InsuranceTables implements HouseholdTables {
  private static final long RESIDENT_PREMIUM_FEN = 36_000;

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    for (SamplePerson person : household.members()) {
      boolean becomesEmployee = writeMedical(person, dice, delivery);
      if (!becomesEmployee) {
        writePension(person, dice, delivery);
      }
    }
  }

  /**
   * All disabled and all elders are insured as residents through 2017, so that part 5's premiums
   * come out. Gives true for who is or will be in the employees' scheme.
   */
  private static boolean writeMedical(SamplePerson person, Dice dice, DeliveryWriter delivery) {
    LocalDate first = SampleDates.later(dice.pick(day(2012), day(2014), day(2016)), person.birth());
    if (person.employee()) {
      writeSpell(person, "职工", first, null, delivery);
      return true;
    }
    if (person.has(Trait.DISABLED) || person.is(Kind.ELDER)) {
      return writeThrough2017(person, first, dice, delivery);
    }
    if (dice.chance(965)) {
      LocalDate lapse = dice.pick(day(2018), day(2019)).minusDays(1);
      writeSpell(person, "居民", first, dice.chance(12) ? lapse : null, delivery);
    }
    return false;
  }

  private static boolean writeThrough2017(
      SamplePerson person, LocalDate first, Dice dice, DeliveryWriter delivery) {
    boolean becomesEmployee = person.is(Kind.LABOUR) && dice.chance(40);
    boolean renewed = becomesEmployee || dice.chance(80);
    if (renewed) {
      writeSpell(person, "居民", first, day(2018).minusDays(1), delivery);
      writeSpell(person, becomesEmployee ? "职工" : "居民", day(2018), null, delivery);
    } else {
      LocalDate last = dice.chance(8) ? day(2019).minusDays(1) : null;
      writeSpell(person, "居民", first, last, delivery);
    }
    return becomesEmployee;
  }

  private static void writeSpell(
      SamplePerson person,
      String scheme,
      LocalDate first,
      LocalDate last,
      DeliveryWriter delivery) {
    if (person.isDeadOn(first)) {
      return;
    }
    delivery
        .row("rs_medical")
        .set("身份证号", person.id())
        .set("险种", scheme)
        .set("起始日期", first)
        .set("终止日期", person.untilDeath(last))
        .setFen("个人应缴", scheme.equals("居民") ? RESIDENT_PREMIUM_FEN : null)
        .end();
  }

  private static LocalDate day(int year) {
    return LocalDate.of(year, 1, 1);
  }

  private static void writePension(SamplePerson person, Dice dice, DeliveryWriter delivery) {
    boolean elder = person.is(Kind.ELDER);
    boolean ofWorkingAge = person.is(Kind.LABOUR) || person.is(Kind.DEPENDANT);
    boolean registered = elder ? dice.chance(960) : ofWorkingAge && dice.chance(700);
    if (!registered) {
      return;
    }
    boolean insured = dice.chance(900);
    int years = elder && dice.chance(600) ? dice.between(15, 22) : dice.between(0, 14);
    boolean draws = elder && insured && years >= 15;
    delivery
        .row("rs_pension")
        .set("身份证号", person.id())
        .set("参保", insured)
        .set("累计缴费年限", years)
        .setFen("月待遇", draws ? pensionFen(dice) : null)
        .end();
  }

  /** A few stand exactly at 80% of the sample's standard of 2017, or a fen above it. */
  private static long pensionFen(Dice dice) {
    return switch (dice.weighted(20, 20, 960)) {
      case 0 -> 55_200;
      case 1 -> 55_201;
      default -> 10L * dice.between(1_300, 7_600);
    };
  }
}
