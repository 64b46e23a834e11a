package bangfu.sample;

/** 教育: jy_enrolment. */
final class SchoolTables implements HouseholdTables {

  @Override
  public void write(SampleHousehold household, Dice dice, DeliveryWriter delivery) {
    for (SamplePerson person : household.members()) {
      for (Attendance attendance : SchoolCareer.of(person, household.town(), dice)) {
        delivery
            .row("jy_enrolment")
            .set("身份证号", person.id())
            .set("学校标识码", attendance.school().code())
            .set("学校名称", attendance.school().name())
            .set("学段", attendance.rung().stage().label())
            .set("年级", attendance.entryYear() + "级")
            .set("全日制", attendance.fullTime())
            .set("住宿", attendance.boarding())
            .set("入学日期", attendance.firstDay())
            .set("离校日期", attendance.lastDay())
            .set("入学学年", attendance.entryYear())
            .end();
      }
    }
  }
}
