package bangfu.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/** 民政: mz_dibao, mz_wubao, mz_dibao_application. */
final class RollTables implements HouseholdTables {

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    if (household.has(Trait.WUBAO)) {
      writeWubao(household, dice, delivery);
    } else if (household.profile().anyMember(Trait.DIBAO)) {
      writeFormerDibao(household, dice, delivery);
    } else if (dice.chance(30)) {
      writeLaterDibao(household, dice, delivery);
    }
    for (SamplePerson person : household.members()) {
      writeApplication(person, dice, delivery);
    }
  }

  /** A few leave the roll for the dibao roll, the first day after the last. */
  private static void writeWubao(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    SamplePerson person = household.head();
    LocalDate last =
        dice.chance(15) ? SampleDates.monthEnd(dice.day("2017-09-01", "2019-06-30")) : null;
    delivery
        .row("mz_wubao")
        .set("身份证号", person.id())
        .set("供养方式", dice.chance(200) ? "集中" : "分散")
        .set("起始日期", dice.day("2008-01-01", "2016-11-30").withDayOfMonth(1))
        .set("终止日期", last)
        .end();
    if (last != null) {
      Spell spell = new Spell(last.plusDays(1), household.exitedOn(), monthlyFen(dice));
      writeDibao(household, person, spell, delivery);
    }
  }

  private static void writeFormerDibao(
      SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    LocalDate first = dice.day("2012-01-01", "2016-11-30").withDayOfMonth(1);
    boolean ends = dice.chance(70);
    LocalDate last = ends ? SampleDates.monthEnd(dice.day("2017-05-01", "2019-09-30")) : null;
    Spell spell =
        new Spell(first, SampleDates.earlier(last, household.exitedOn()), monthlyFen(dice));
    Spell resumed =
        ends && dice.chance(300)
            ? new Spell(
                last.plusDays(1).plusMonths(dice.between(2, 8)),
                household.exitedOn(),
                monthlyFen(dice))
            : null;
    for (SamplePerson person : household.members()) {
      if (person.has(Trait.DIBAO)) {
        writeDibao(household, person, spell, delivery);
        if (resumed != null) {
          writeDibao(household, person, resumed, delivery);
        }
      }
    }
  }

  private static void writeLaterDibao(
      SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    LocalDate first = dice.day("2017-05-01", "2019-07-31").withDayOfMonth(1);
    Spell spell = new Spell(first, household.exitedOn(), monthlyFen(dice));
    for (SamplePerson person : household.members()) {
      writeDibao(household, person, spell, delivery);
    }
  }

  private static int monthlyFen(Dice dice) {
    return 100 * dice.between(150, 480);
  }

  /**
   * From the birth on at the earliest, until death or departure at the latest; a spell without days
   * is no row.
   */
  private static void writeDibao(
      SampleHousehold household, SamplePerson person, Spell spell, DeliveryWriter delivery) {
    LocalDate first = SampleDates.later(spell.first(), person.birth());
    LocalDate last = person.untilDeath(SampleDates.earlier(spell.last(), person.fate().leftOn()));
    if (last != null && last.isBefore(first)) {
      return;
    }
    delivery
        .row("mz_dibao")
        .set("身份证号", person.id())
        .set("低保证号", "DB" + household.serial())
        .set("起始日期", first)
        .set("终止日期", last)
        .setFen("月实发金额", (long) spell.monthlyFen())
        .end();
  }

  private static void writeApplication(SamplePerson person, Dice dice, DeliveryWriter delivery) {
    boolean outside = !person.has(Trait.DIBAO) && !person.has(Trait.WUBAO);
    if (person.is(Kind.ELDER) && outside && dice.chance(50)) {
      YearMonth month = YearMonth.from(dice.day("2017-02-01", "2019-06-30"));
      if (!person.isDeadOn(month.atDay(1))) {
        delivery
            .row("mz_dibao_application")
            .set("身份证号", person.id())
            .set("申请月份", month.toString())
            .end();
      }
    }
  }

  private record Spell(LocalDate first, LocalDate last, int monthlyFen) {}
}
