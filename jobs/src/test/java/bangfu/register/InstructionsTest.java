package bangfu.register;

import static bangfu.register.Bureau.ANNA;
import static bangfu.register.Bureau.BO;
import static bangfu.register.Bureau.HOUSEHOLDS;
import static bangfu.register.Bureau.MEMBERS;
import static bangfu.register.Bureau.household;
import static bangfu.register.Bureau.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.engine.time.DaySet;
import bangfu.intake.FileReport;
import bangfu.intake.Table;
import bangfu.intake.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What clerks say about deliveries; details.md, "Snapshots over time". */
@OnEachDatabase
class InstructionsTest {
  @Parameter TestServer server;

  private static final Table MEMBER_TABLE = Tables.standard().table("nb_member");
  private static final String BO_KEY = "H2," + BO + ",";

  @TempDir Path folder;
  private Bureau bureau;

  @BeforeEach
  void receiveTwoHouseholds() throws Exception {
    bureau = Bureau.withTwoHouseholds(server, folder);
  }

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void aConfirmedDisappearanceEndsTheRowOnTheDayOfItsDelivery() throws Exception {
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安"));
    bureau.receive("2017-04-30", true, confirming(BO_KEY));

    assertThat(bureau.row("nb_member", BO_SUBJECT, 2).endedOn()).isEqualTo("2017-04-30");
    assertThat(bureau.row("nb_member", BO_SUBJECT, 1).endedOn()).isNull();
    assertThat(bureau.absentKeys("nb_member")).isEmpty();
    assertThat(decisions()).containsExactly("CONFIRM_VANISHED nb_member:" + BO_KEY + " 镇街来函");
  }

  @Test
  void aDisappearanceOfAnEarlierDeliveryIsConfirmedWithoutFiles() throws Exception {
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安"));
    bureau.receive("2017-04-30");
    assertThat(bureau.absentKeys("nb_member")).hasSize(1);

    bureau.receive("2017-05-10", false, confirming(null));

    assertThat(bureau.row("nb_member", BO_SUBJECT, 3).endedOn()).isEqualTo("2017-05-10");
    assertThat(bureau.row("nb_member", BO_SUBJECT, 2).endedOn()).isNull();
    assertThat(bureau.absentKeys("nb_member")).isEmpty();
  }

  @Test
  void anEndedRowThatIsNotDeliveredAgainIsNoQuestionAnyMore() throws Exception {
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安"));
    bureau.receive("2017-04-30", true, confirming(null));
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安娜"));
    bureau.receive("2017-05-31");

    assertThat(bureau.absentKeys("nb_member")).isEmpty();
    assertThat(bureau.row("nb_member", BO_SUBJECT, 3).endedOn()).isEqualTo("2017-04-30");
  }

  @Test
  void aRowThatComesBackAfterItsEndStandsAgain() throws Exception {
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安"));
    bureau.receive("2017-04-30", true, confirming(null));
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安") + member("H2", BO, "博"));
    bureau.receive("2017-05-31");

    assertThat(bureau.row("nb_member", BO_SUBJECT, 3).endedOn()).isNull();
  }

  @Test
  void aRowThatDidNotVanishCannotBeConfirmed() throws Exception {
    assertThatThrownBy(() -> bureau.receive("2017-04-30", false, confirming(BO_KEY)))
        .isInstanceOf(NothingVanishedException.class)
        .hasMessageContaining(BO_KEY);
    assertThat(bureau.register.newestDelivery()).isEqualTo(1);
    assertThat(decisions()).isEmpty();
  }

  @Test
  void theSameConfirmationAgainIsNoMistake() throws Exception {
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安"));
    bureau.receive("2017-04-30", true, confirming(BO_KEY));

    assertThat(bureau.receive("2017-05-01", false, confirming(BO_KEY)).delivery()).isEqualTo(3);
    assertThat(bureau.row("nb_member", BO_SUBJECT, 3).endedOn()).isEqualTo("2017-04-30");
  }

  @Test
  void aCorrectionCountsForAllTime() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "2"));
    bureau.receive("2017-04-30", true, correcting("nb_household"));

    assertThat(groupOf("H2", "2017-03-31")).isEqualTo("2");
  }

  @Test
  void aCorrectionOfAValueThatIsKnownAlreadyCountsForAllTimeToo() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "2"));
    bureau.receive("2017-04-30");
    assertThat(groupOf("H2", "2017-03-31")).isEqualTo("1");

    bureau.deliver("nb_household", HOUSEHOLDS + household("H2", "2") + household("H1", "1"));
    bureau.receive("2017-05-31", true, correcting("nb_household"));

    assertThat(groupOf("H2", "2017-03-31")).isEqualTo("2");
  }

  @Test
  void whatACorrectionLeavesOutWasNeverTrue() throws Exception {
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安"));
    bureau.receive("2017-04-30", true, correcting("nb_member"));

    assertThat(bureau.rows("nb_member", BO_SUBJECT, 2)).isEmpty();
    assertThat(bureau.rows("nb_member", BO_SUBJECT, 1)).hasSize(1);
    assertThat(bureau.absentKeys("nb_member")).isEmpty();
  }

  @Test
  void whatACorrectionNamesInARejectedRowIsAQuestion() throws Exception {
    bureau.deliver(
        "nb_member", MEMBERS + member("H1", ANNA, "安") + member("H2", BO, "博").replace("女", "未知"));
    bureau.receive("2017-04-30", true, correcting("nb_member"));

    assertThat(bureau.rows("nb_member", BO_SUBJECT, 2)).hasSize(1);
    assertThat(bureau.absentKeys("nb_member")).hasSize(1);
  }

  @Test
  void aSupplementReplacesJustItsRows() throws Exception {
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安") + member("H2", BO, "").strip());
    bureau.receive("2017-04-30");
    assertThat(bureau.absentKeys("nb_member")).hasSize(1);

    bureau.withhold("nb_member");
    bureau.withhold("nb_household");
    bureau.deliver("nb_member.mend", MEMBERS.strip() + ",退回原因\n" + mended("博文"));
    DeliveryReport report = bureau.receive("2017-05-02", true, SUPPLEMENT);

    assertThat(report.files().get(0).status()).isEqualTo(FileStatus.SUPPLEMENT);
    assertThat(report.files().get(0).changes()).isEqualTo(new Changes(0, 1, 0));
    assertThat(bureau.row("nb_member", BO_SUBJECT, 3).value("姓名")).isEqualTo("博文");
    assertThat(bureau.row("nb_member", BO_SUBJECT, 2).value("姓名")).isEqualTo("博");
    assertThat(bureau.rows("nb_member", "H1", 3)).hasSize(1);
    assertThat(bureau.absentKeys("nb_member")).isEmpty();
    assertThat(bureau.register.lastAccepted(3).get("nb_member").delivery()).isEqualTo(2);
    assertThat(bureau.register.supplements(2)).isEmpty();
    assertThat(bureau.register.supplements(3)).isEqualTo(report.files());
    assertThat(bureau.receive("2017-05-02", true, SUPPLEMENT).isNew()).isFalse();
  }

  @Test
  void aTableThatShrinksStopsTheDelivery() throws Exception {
    deliverHouseholds(100);
    bureau.receive("2017-04-30");
    deliverHouseholds(95);
    bureau.receive("2017-05-01");
    deliverHouseholds(90);

    assertThatThrownBy(() -> bureau.receive("2017-05-02"))
        .isInstanceOf(ShrunkDeliveryException.class)
        .hasMessageContaining("nb_household: 95 -> 90");
    assertThat(bureau.register.newestDelivery()).isEqualTo(3);

    bureau.receive("2017-05-02", true, Instructions.ACCEPT_SHRINK);
    assertThat(bureau.register.newestDelivery()).isEqualTo(4);
    assertThat(decisions()).containsExactly("ACCEPT_SHRINK nb_household: 95 -> 90 ");
  }

  @Test
  void rejectedRowsAreNotLost() throws Exception {
    deliverHouseholds(100);
    bureau.receive("2017-04-30");
    StringBuilder csv = new StringBuilder(HOUSEHOLDS);
    for (int i = 1; i <= 100; i++) {
      csv.append(household("H" + i, i <= 90 ? "2" : "no group"));
    }
    bureau.deliver("nb_household", csv.toString());

    FileReport households = bureau.receive("2017-05-01").files().get(0).report();

    assertThat(households.acceptedRows()).isEqualTo(90);
    assertThat(households.rejectedRows()).isEqualTo(10);
    assertThat(groupOf("H90", "2017-05-01")).isEqualTo("2");
    assertThat(groupOf("H91", "2017-05-01")).isEqualTo("1");
  }

  @Test
  void whatAppearedChangedAndVanishedIsCounted() throws Exception {
    bureau.deliver(
        "nb_household",
        HOUSEHOLDS + household("H1", "2") + household("H3", "1") + household("H4", "1"));
    DeliveryReport report = bureau.receive("2017-04-30");

    assertThat(report.files().get(0).changes()).isEqualTo(new Changes(2, 1, 1));
    assertThat(report.files().get(1).changes()).isEqualTo(Changes.NONE);
    assertThat(report.silentDepartments()).contains("民政").doesNotContain("区委农办");
  }

  private static final String BO_SUBJECT = "H2";
  private static final Instructions SUPPLEMENT =
      new Instructions(Set.of(), List.of(), false, true, "", "clerk");

  private static Instructions confirming(String key) {
    return new Instructions(
        Set.of(),
        List.of(new Instructions.Confirmation(MEMBER_TABLE, key)),
        false,
        false,
        "镇街来函",
        "clerk");
  }

  private static Instructions correcting(String table) {
    return new Instructions(Set.of(table), List.of(), false, false, "", "clerk");
  }

  private static String mended(String name) {
    return member("H2", BO, name).stripTrailing() + ",姓名不能为空\n";
  }

  private void deliverHouseholds(int number) throws Exception {
    StringBuilder csv = new StringBuilder(HOUSEHOLDS);
    for (int i = 1; i <= number; i++) {
      csv.append(household("H" + i, "1"));
    }
    bureau.deliver("nb_household", csv.toString());
  }

  private String groupOf(String household, String day) {
    return bureau
        .row("nb_household", household, bureau.register.newestDelivery())
        .undated(row -> row.value("帮扶类别"))
        .at(DaySet.day(LocalDate.parse(day)));
  }

  private List<String> decisions() {
    return JdbcClient.create(bureau.database.dataSource())
        .sql(
            "select kind || ' ' || about || ' ' || reason from delivery_decision"
                + " order by delivery_no, decision_no")
        .query(String.class)
        .list();
  }
}
