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

/** Rows find their unit's bucket, however late the register learns whose they are. */
@OnEachDatabase
class RelocationTest {
  private static final String DEATHS = "身份证号,死亡日期\n";

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
  void theTwoHouseholdsLiveInDifferentBuckets() {
    assertThat(Homes.first("H1")).isNotEqualTo(Homes.first("H2"));
  }

  @Test
  void rowsOfUnitsThatBecomeOneLieInOneBucketWithTheirDeliveries() throws Exception {
    bureau.deliver("zx_death", DEATHS + BO + ",2017-03-20\n");
    bureau.receive("2017-04-30");
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "1", "H1"));
    bureau.receive("2017-05-31");

    assertThat(places(3))
        .containsExactlyInAnyOrder(
            "H1: nb_household:2@1",
            "H1: nb_household:3@3",
            "H1: nb_member:2@1",
            "H1: nb_member:3@1",
            "H1: zx_death:2@2");
    assertThat(unused(3)).isEmpty();
    assertThat(bureau.versions()).hasSize(6);
  }

  @Test
  void anEarlierDeliveryStillShowsTwoUnits() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "1", "H1"));
    bureau.receive("2017-04-30");

    assertThat(places(1))
        .containsExactlyInAnyOrder(
            "H1: nb_household:2@1",
            "H2: nb_household:3@1",
            "H1: nb_member:2@1",
            "H2: nb_member:3@1");
  }

  @Test
  void aStrayIsUnusedUntilItsPersonIsIntroduced() throws Exception {
    bureau.deliver("zx_death", DEATHS + CAI + ",2017-03-20\n");
    bureau.receive("2017-04-30");
    assertThat(unused(2)).containsExactly("zx_death:2@2");

    bureau.deliver(
        "nb_member",
        MEMBERS + member("H1", ANNA, "安") + member("H2", BO, "博") + member("H2", CAI, "彩"));
    bureau.receive("2017-05-31");

    assertThat(unused(3)).isEmpty();
    assertThat(places(3)).contains("H2: zx_death:2@2");
  }

  @Test
  void theBucketsOfHouseholdsThatMovedAreFound() throws Exception {
    bureau.deliver("nb_household", HOUSEHOLDS + household("H1", "1") + household("H2", "1", "H1"));
    bureau.receive("2017-04-30");

    List<String> units = new ArrayList<>();
    bureau.register.units(2).forEachOf(List.of("H2"), unit -> units.add(unit.unit()));

    assertThat(units).containsExactly("H1");
  }

  private List<String> places(int known) {
    List<String> places = new ArrayList<>();
    bureau
        .register
        .units(known)
        .forEach(
            0,
            1,
            unit -> unit.rows().forEach(row -> places.add(unit.unit() + ": " + row.source())));
    return places;
  }

  private List<String> unused(int known) {
    List<String> unused = new ArrayList<>();
    bureau
        .register
        .units(known)
        .forEach(0, 1, unit -> {}, row -> unused.add(row.source().toString()));
    return unused;
  }
}
