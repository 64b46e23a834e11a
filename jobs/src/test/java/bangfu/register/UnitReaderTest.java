package bangfu.register;

import static bangfu.register.Bureau.ANNA;
import static bangfu.register.Bureau.BO;
import static bangfu.register.Bureau.CAI;
import static bangfu.register.Bureau.HOUSEHOLDS;
import static bangfu.register.Bureau.MEMBERS;
import static bangfu.register.Bureau.household;
import static bangfu.register.Bureau.member;
import static org.assertj.core.api.Assertions.assertThat;

import bangfu.database.OnEachDatabase;
import bangfu.database.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class UnitReaderTest {
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
  void householdsWithoutLinksAreUnits() {
    assertThat(bureau.units()).containsExactly("H1: H1", "H2: H2");
  }

  @Test
  void aSplitLinks() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "1", "H1"));
    bureau.receive("2017-04-30");

    assertThat(bureau.units()).containsExactly("H1: H1 H2");
  }

  @Test
  void oneUnknownOriginLinks() throws Exception {
    bureau.deliver(
        "nb_household", HOUSEHOLDS + household("H1", "1", "A0") + household("H2", "1", "A0"));
    bureau.receive("2017-04-30");

    assertThat(bureau.units()).containsExactly("H1: H1 H2");
  }

  @Test
  void aSharedPersonLinksAndUnitsNeverShrink() throws Exception {
    bureau.deliver(
        "nb_member",
        MEMBERS + member("H1", ANNA, "安") + member("H2", BO, "博") + member("H2", ANNA, "安"));
    bureau.receive("2017-04-30");
    assertThat(bureau.units()).containsExactly("H1: H1 H2");

    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "2") + household("H2", "2"));
    bureau.deliver("nb_member", MEMBERS + member("H1", ANNA, "安") + member("H2", BO, "博"));
    bureau.receive("2017-05-31");
    assertThat(bureau.units()).containsExactly("H1: H1 H2");
  }

  @Test
  void aUnitHasAllRowsAboutItsHouseholdsAndPersons() throws Exception {
    bureau.deliver("zx_death", "身份证号,死亡日期\n" + BO + ",2017-03-20\n" + CAI + ",2017-03-20\n");
    bureau.deliver("ny_household", "户编号,核实日期\nH2,2017-03-15\nH9,2017-03-15\n");
    bureau.receive("2017-04-30");

    List<String> places = new ArrayList<>();
    bureau
        .register
        .units(2)
        .forEachOf(
            List.of("H2", "H9"),
            unit -> unit.rows().forEach(row -> places.add(row.source().toString())));

    assertThat(places)
        .containsExactlyInAnyOrder(
            "nb_household:3@1", "nb_member:3@1", "zx_death:2@2", "ny_household:2@2");
  }

  @Test
  void eachUnitIsInOnePartition() throws Exception {
    StringBuilder households = new StringBuilder(HOUSEHOLDS);
    for (int i = 5_000; i > 0; i--) {
      households.append(household("H" + i, "1", i % 2 == 0 ? "H" + (i - 1) : ""));
    }
    bureau.deliver("nb_household", households.toString());
    bureau.receive("2017-04-30");

    List<String> whole = names(0, 1);
    List<String> parts = new ArrayList<>(names(0, 3));
    parts.addAll(names(1, 3));
    parts.addAll(names(2, 3));

    assertThat(whole).hasSize(2_500).doesNotHaveDuplicates();
    assertThat(names(1, 3)).hasSizeGreaterThan(500);
    assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
  }

  @Test
  void aLargeUnitIsWhole() throws Exception {
    StringBuilder households = new StringBuilder(HOUSEHOLDS);
    for (int i = 1; i <= 5_000; i++) {
      households.append(household("H" + i, "1", "H0"));
    }
    bureau.deliver("nb_household", households.toString());
    bureau.receive("2017-04-30");

    assertThat(names(0, 1)).containsExactly("H1");
  }

  private List<String> names(int partition, int partitions) {
    List<String> names = new ArrayList<>();
    bureau
        .register
        .units(bureau.register.newestDelivery())
        .forEach(partition, partitions, unit -> names.add(unit.unit()));
    return names;
  }
}
