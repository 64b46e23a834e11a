package bangfu.cases;

import bangfu.engine.fact.IdentityNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The households of a template with what it leaves out: numbers A, B …, a town, a file of group 1
 * from the day on, 5,000 yuan of income; members a, b … of which the first of a household is its
 * head, women with local hukou, born in 1970.
 */
final class BoundaryHouseholds {
  private static final String AREA = "440499";

  private final List<Object> all = new ArrayList<>();
  private int members;

  BoundaryHouseholds(Node template) {
    List<Node> written = new ArrayList<>(template.nodes("households"));
    if (template.has("household")) {
      written.add(template.node("household"));
    }
    written.forEach(this::add);
  }

  List<Object> all() {
    return all;
  }

  private void add(Node written) {
    Map<String, Object> household = new LinkedHashMap<>();
    household.put("hh_id", String.valueOf((char) ('A' + all.size())));
    household.put("town_code", "440403107");
    household.put("file", Map.of("group", "1", "from", "<day>"));
    household.put("income", Map.of("total", "5000.00"));
    written.values().forEach((field, value) -> household.put(field.toString(), value));
    List<Object> persons = new ArrayList<>();
    for (Node member : written.nodes("members")) {
      persons.add(member(member, persons.isEmpty()));
    }
    household.put("members", persons);
    all.add(household);
  }

  private Map<String, Object> member(Node written, boolean head) {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("pid", String.valueOf((char) ('a' + members++)));
    member.put("sex", "F");
    member.put("birth", "1970-04-10");
    member.put("relation", head ? "户主" : "其他");
    member.put("hukou", "doumen");
    written.values().forEach((field, value) -> member.put(field.toString(), value));
    return member;
  }

  /** Gives each member without an identity number one of birth and sex. */
  @SuppressWarnings("unchecked") // made by this class, and filled as maps of texts
  static void identify(List<?> households) {
    int serial = 0;
    for (Object household : households) {
      for (Object member : (List<?>) ((Map<?, ?>) household).get("members")) {
        Map<String, Object> fields = (Map<String, Object>) member;
        serial++;
        String sex = "M".equals(fields.get("sex")) ? "1" : "2";
        String digits =
            AREA + fields.get("birth").toString().replace("-", "") + "%02d".formatted(serial) + sex;
        fields.putIfAbsent("id_no", digits + IdentityNumber.checkCharacter(digits));
      }
    }
  }
}
