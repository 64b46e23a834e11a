package bangfu.register;

import static bangfu.register.Bureau.ANNA;
import static bangfu.register.Bureau.BO;
import static bangfu.register.Bureau.HOUSEHOLDS;
import static bangfu.register.Bureau.MEMBERS;
import static bangfu.register.Bureau.household;
import static bangfu.register.Bureau.member;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import bangfu.engine.time.DaySet;
import bangfu.engine.time.Timeline;
import bangfu.intake.DeliveredBytes;
import bangfu.intake.DeliveredFile;
import bangfu.intake.Delivery;
import bangfu.intake.FileChangedException;
import bangfu.intake.RejectedRow;
import bangfu.intake.Tables;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class ReceptionTest {
  @Parameter TestServer server;

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
  void theFirstDeliveryIsInForce() {
    assertThat(bureau.register.newestDelivery()).isEqualTo(1);
    assertThat(bureau.row("nb_household", "H2", 1).source()).hasToString("nb_household:3@1");
  }

  @Test
  void theSameBytesAgainAreNoNewDelivery() throws Exception {
    DeliveryReport again = bureau.receive("2017-01-01");

    assertThat(again.isNew()).isFalse();
    assertThat(again.delivery()).isEqualTo(1);
    assertThat(again.files()).extracting(ReceivedFile::status).containsOnly(FileStatus.SAME);
  }

  @Test
  void aChangedRowIsANewVersionAndTheOthersKeepTheirPlace() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H2", "2") + household("H1", "1"));
    bureau.receive("2017-04-30");

    assertThat(bureau.row("nb_household", "H2", 2).source()).hasToString("nb_household:2@2");
    assertThat(bureau.row("nb_household", "H1", 2).source()).hasToString("nb_household:2@1");
    assertThat(bureau.versions()).hasSize(5);
  }

  @Test
  void aFileThatIsWrittenIntoMeanwhileStopsTheDelivery() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "2"));
    DeliveredBytes looked = new DeliveredBytes();
    for (DeliveredFile file :
        Delivery.scan(folder.resolve("delivery"), Tables.standard()).files()) {
      looked.fingerprint(file);
    }
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "3"));

    assertThatThrownBy(() -> bureau.receive("2017-04-30", looked))
        .isInstanceOfSatisfying(
            FileChangedException.class,
            changed -> assertThat(changed.fileName()).isEqualTo("nb_household.csv"));
    assertThat(bureau.register.newestDelivery()).isEqualTo(1);
    bureau.receive("2017-04-30");
    assertThat(bureau.row("nb_household", "H2", 2).value("帮扶类别")).isEqualTo("3");
  }

  @Test
  void anEarlierDeliveryIsKnownAsItWas() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "2"));
    bureau.receive("2017-04-30");

    assertThat(bureau.row("nb_household", "H2", 1).value("帮扶类别")).isEqualTo("1");
    assertThat(bureau.row("nb_household", "H2", 2).value("帮扶类别")).isEqualTo("2");
    assertThat(bureau.rows("nb_household", "H2", 0)).isEmpty();
  }

  @Test
  void anUndatedColumnCountsFromTheAsOfDayOfItsDelivery() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "2"));
    bureau.receive("2017-04-30");

    Timeline<String> group = bureau.row("nb_household", "H2", 2).undated(row -> row.value("帮扶类别"));

    assertThat(group.at(DaySet.day(LocalDate.of(2000, 1, 1)))).isEqualTo("1");
    assertThat(group.at(DaySet.day(LocalDate.of(2017, 4, 29)))).isEqualTo("1");
    assertThat(group.at(DaySet.day(LocalDate.of(2017, 4, 30)))).isEqualTo("2");
  }

  @Test
  void aVanishedRowKeepsCountingAndIsReported() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1"));
    bureau.receive("2017-04-30");

    assertThat(bureau.row("nb_household", "H2", 2).source()).hasToString("nb_household:3@1");
    assertThat(bureau.absentKeys("nb_household")).containsExactly("H2");
  }

  @Test
  void aRowWhoseNewVersionIsRejectedKeepsCountingAndIsReported() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "9"));
    DeliveryReport report = bureau.receive("2017-04-30");

    assertThat(report.hasDefects()).isTrue();
    assertThat(bureau.row("nb_household", "H2", 2).value("帮扶类别")).isEqualTo("1");
    assertThat(bureau.absentKeys("nb_household")).containsExactly("H2");
    assertThat(rejects("nb_household"))
        .hasToString("[[3: 帮扶类别: 应为1、2、3 之一，与原值不符；整行退回，请更正后重报 [CODE]]]");
  }

  @Test
  void rowsThatContradictEachOtherLeaveTheVersionInForce() throws Exception {
    bureau.deliver(
        "nb_household",
        HOUSEHOLDS + household("H1", "2") + household("H2", "1") + household("H1", "3"));
    bureau.receive("2017-04-30");

    assertThat(bureau.row("nb_household", "H1", 2).value("帮扶类别")).isEqualTo("1");
    assertThat(bureau.absentKeys("nb_household")).containsExactly("H1");
    assertThat(bureau.versions()).hasSize(4);
  }

  @Test
  void aRowThatComesBackUnchangedIsTheOldOne() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1"));
    bureau.receive("2017-04-30");
    bureau.deliver("nb_household", HOUSEHOLDS + household("H2", "1") + household("H1", "1"));
    bureau.receive("2017-05-31");

    assertThat(bureau.row("nb_household", "H2", 3).delivery()).isEqualTo(1);
    assertThat(bureau.absentKeys("nb_household")).isEmpty();
  }

  @Test
  void aRowMayMoveToAnotherSubject() throws Exception {
    String claims = "凭证号,户编号,支出日期,类别,票据金额,核定金额\n";
    bureau.deliver("ny_claim", claims + "V1,H1,2017-03-10,种子种苗,100.00,100.00\n");
    bureau.receive("2017-04-30");
    bureau.deliver("ny_claim", claims + "V1,H2,2017-03-10,种子种苗,100.00,100.00\n");
    bureau.receive("2017-05-31");

    assertThat(bureau.rows("ny_claim", "H1", 3)).isEmpty();
    assertThat(bureau.rows("ny_claim", "H2", 3)).hasSize(1);
    assertThat(bureau.rows("ny_claim", "H1", 2)).hasSize(1);
    assertThat(bureau.absentKeys("ny_claim")).isEmpty();
  }

  @Test
  void rowsOnLinesThatCameAgainAreNotLookedAt() throws Exception {
    String claims = "凭证号,户编号,支出日期,类别,票据金额,核定金额\n";
    String claim = "V1,H1,2017-03-10,种子种苗,100.00,100.00\n";
    bureau.deliver("ny_claim", claims + claim + "V2,H2,2017-03-10,种子种苗,100.00,100.00\n");
    bureau.receive("2017-04-30");
    JdbcClient sql = JdbcClient.create(bureau.database.dataSource());
    sql.sql("delete from fact_page where table_name = 'ny_claim'").update();
    bureau.deliver("ny_claim", claims + claim + "V2,H2,2017-03-10,种子种苗,100.00,90.00\n");
    bureau.receive("2017-05-31");

    assertThat(bureau.register.lastAccepted(3).get("ny_claim").changes())
        .isEqualTo(new Changes(0, 1, 0));
  }

  @Test
  void aMissingFileLeavesTheLastOneInForce() throws Exception {
    bureau.withhold("nb_member");
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "2"));
    DeliveryReport report = bureau.receive("2017-04-30");

    assertThat(report.missing()).extracting(Object::toString).contains("nb_member");
    assertThat(bureau.rows("nb_member", "H2", 2)).hasSize(1);
    assertThat(bureau.register.lastAccepted(2).get("nb_member").delivery()).isEqualTo(1);
  }

  @Test
  void aRefusedFileLeavesTheLastOneInForce() throws Exception {
    bureau.deliver("nb_household", "户编号\nH1\n");
    DeliveryReport report = bureau.receive("2017-04-30");

    assertThat(report.files().get(0).status()).isEqualTo(FileStatus.REFUSED);
    assertThat(bureau.register.lastAccepted(2).get("nb_household").delivery()).isEqualTo(1);
    assertThat(bureau.register.lastReceived(2).get("nb_household").report().refused()).isTrue();
    assertThat(bureau.row("nb_household", "H1", 2).delivery()).isEqualTo(1);
  }

  @Test
  void theSameRefusedFileAgainIsNoNewDelivery() throws Exception {
    bureau.deliver("nb_household", "户编号\nH1\n");
    bureau.receive("2017-04-30");

    DeliveryReport again = bureau.receive("2017-04-30");

    assertThat(again.isNew()).isFalse();
    assertThat(again.hasDefects()).isTrue();
  }

  @Test
  void newBytesWithAnOlderAsOfDayAreRefused() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "2"));

    assertThatThrownBy(() -> bureau.receive("2017-03-30"))
        .isInstanceOf(StaleDeliveryException.class)
        .hasMessageContaining("2017-03-31");
    assertThat(bureau.register.newestDelivery()).isEqualTo(1);
  }

  @Test
  void withoutHouseholdsTheRegisterStaysAsItWas() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    Files.createDirectories(elsewhere);
    try (Bureau empty = new Bureau(server, elsewhere)) {
      empty.deliver("nb_household", "户编号\nH1\n");
      empty.deliver("nb_member", MEMBERS + member("H1", ANNA, "安"));

      assertThatThrownBy(() -> empty.receive("2017-03-31"))
          .isInstanceOf(NeverDeliveredException.class)
          .hasMessageContaining("nb_household");
      assertThat(empty.register.newestDelivery()).isZero();
      assertThat(count(empty, "fact_page") + count(empty, "archived_part")).isZero();
    }
  }

  @Test
  void whatAKilledImportLeftIsDiscarded() throws Exception {
    JdbcClient sql = JdbcClient.create(bureau.database.dataSource());
    sql.sql("insert into delivery values (2, date '2017-04-30', 'x', 'RECEIVING', now(), '')")
        .update();
    sql.sql("insert into fact_page select bucket, table_name, 2, page_no, content from fact_page")
        .update();

    assertThat(bureau.register.newestDelivery()).isEqualTo(1);
    assertThat(bureau.receive("2017-03-31").isNew()).isFalse();
    assertThat(bureau.versions()).hasSize(4);
    assertThat(bureau.row("nb_household", "H1", 5).delivery()).isEqualTo(1);
  }

  @Test
  void deliveredBytesAreKept() throws Exception {
    ReceivedFile file = bureau.register.lastAccepted(1).get("nb_member");
    try (InputStream bytes = bureau.register.archived(file.report().sha256())) {
      assertThat(new String(bytes.readAllBytes(), UTF_8))
          .isEqualTo(MEMBERS + member("H1", ANNA, "安") + member("H2", BO, "博"));
    }
  }

  private List<RejectedRow> rejects(String table) {
    List<RejectedRow> rejects = new ArrayList<>();
    int newest = bureau.register.newestDelivery();
    bureau.register.forEachReject(bureau.register.lastAccepted(newest).get(table), rejects::add);
    return rejects;
  }

  private static int count(Bureau bureau, String table) {
    return JdbcClient.create(bureau.database.dataSource())
        .sql("select count(*) from " + table)
        .query(Integer.class)
        .single();
  }
}
