package bangfu.sample.defect;

import bangfu.intake.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The households that plants may use, each once, in an order that the seed alone decides. The
 * makings below are the kinds of households for which it is plain what a missing or wrong row does.
 */
final class Homes {
  private static final String SIXTY_BEFORE_THE_PLAN = "1956-12-31";
  private static final String UNDER_SIXTY_THROUGH_THE_PLAN = "1961-01-01";

  private final List<Home> unused = new ArrayList<>();

  Homes(Collection<DirtyTable> tables, long seed) {
    Map<String, Map<String, List<DirtyLine>>> about = new HashMap<>();
    for (DirtyTable table : tables) {
      about.put(table.table().name(), bySubject(table));
    }
    new TreeMap<>(about.get("nb_household"))
        .forEach(
            (number, rows) ->
                unused.add(
                    new Home(number, rows.get(0), about.get("nb_member").get(number), about)));
    Collections.shuffle(unused, new Random(seed));
  }

  private static Map<String, List<DirtyLine>> bySubject(DirtyTable table) {
    Table schema = table.table();
    return schema.subject() == null
        ? Map.of()
        : table.lines().stream().collect(Collectors.groupingBy(row -> row.get(schema.subject())));
  }

  /**
   * Takes the next household of a make.
   *
   * @throws IllegalStateException when the sample has no more of them
   */
  Home take(Predicate<Home> make) {
    for (int i = 0; i < unused.size(); i++) {
      if (unused.get(i).isSteady() && make.test(unused.get(i))) {
        return unused.remove(i);
      }
    }
    throw new IllegalStateException("expected a larger sample: too few households of a make");
  }

  /** Somebody in it is paid nothing by this plant's table. */
  static boolean plain(Home home) {
    return home.hasNoRolls();
  }

  /** A pupil of the compulsory years who has no other claim and is not the head. */
  static DirtyLine pupil(Home home) {
    return home.hasNoRolls()
        ? home.dependant(
            member ->
                !home.has("cl_certificate", member)
                    && !home.has("cl_rehab", member)
                    && isAtSchool(home.only("jy_enrolment", member)))
        : null;
  }

  private static boolean isAtSchool(DirtyLine enrolment) {
    return enrolment != null
        && List.of("小学", "初中").contains(enrolment.get("学段"))
        && enrolment.get("入学日期").compareTo("2017-09-01") <= 0
        && (enrolment.get("离校日期").isEmpty() || enrolment.get("离校日期").compareTo("2018") > 0);
  }

  /** An elder on dibao who lives alone: the roll's row is all that 2.2.5-e and -g rest on. */
  static DirtyLine elderOnDibao(Home home) {
    return home.members().size() == 1 && home.rows("zj_housing").isEmpty()
        ? home.member(
            member ->
                isElder(member)
                    && home.only("mz_dibao", member) != null
                    && home.only("mz_dibao", member).get("终止日期").isEmpty()
                    && home.only("mz_dibao", member).get("起始日期").compareTo("2017") < 0
                    && !home.has("mz_wubao", member)
                    && !home.has("cl_certificate", member))
        : null;
  }

  /** An elder whose premium is paid (2.2.5-f) and who gets nothing else. */
  static DirtyLine insuredElder(Home home) {
    return home.hasNoRolls()
        ? home.member(
            member ->
                isElder(member)
                    && home.only("rs_medical", member) != null
                    && home.only("rs_medical", member).get("险种").equals("居民")
                    && !home.has("cl_certificate", member))
        : null;
  }

  private static boolean isElder(DirtyLine member) {
    return member.get("出生日期").compareTo(SIXTY_BEFORE_THE_PLAN) <= 0;
  }

  /** A certificate holder whose premium is paid as such (2.2.3-a), and never as an elder. */
  static DirtyLine certified(Home home) {
    return home.member(
        member ->
            member.get("出生日期").compareTo(UNDER_SIXTY_THROUGH_THE_PLAN) >= 0
                && home.only("cl_certificate", member) != null
                && home.only("cl_certificate", member).get("符合方案条件").equals("是")
                && home.only("rs_medical", member) != null
                && !home.has("cl_rehab", member));
  }

  /** A household with one claim, before the end of November 2017, far below the yearly cap. */
  static boolean claimant(Home home) {
    return home.rows("ny_claim").size() == 1
        && home.rows("ny_claim").get(0).get("支出日期").compareTo("2017-11-30") <= 0;
  }

  /** A household whose house was accepted in 2017. */
  static boolean housed(Home home) {
    return home.rows("zj_housing").size() == 1
        && home.rows("zj_housing").get(0).get("验收日期").startsWith("2017");
  }

  /** A person with one rehabilitation item, in 2017. */
  static DirtyLine rehabilitated(Home home) {
    return home.member(
        member ->
            home.only("cl_rehab", member) != null
                && home.only("cl_rehab", member).get("服务日期").startsWith("2017")
                && home.only("cl_rehab", member).get("收款方").equals("本人"));
  }
}
