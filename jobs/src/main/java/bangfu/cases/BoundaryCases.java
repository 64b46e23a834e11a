package bangfu.cases;

import bangfu.cases.BoundaryCase.Place;
import bangfu.cases.BoundaryCase.Side;
import bangfu.cases.BoundaryCase.Step;
import bangfu.cases.BoundaryDays.Standing;
import bangfu.rules.Names;
import bangfu.rules.Parameter;
import bangfu.rules.ParameterValue;
import bangfu.rules.PolicyFile;
import bangfu.rules.PolicyPack;
import bangfu.rules.TextYaml;
import bangfu.rules.check.PolicyFinding;
import bangfu.rules.check.PolicyFinding.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The boundary cases of a policy, made from the templates in {@code boundaries.yaml} and the values
 * of the parameters: another value or another day makes other cases. What is right stands in the
 * templates; nothing of it is asked of the engine.
 */
public final class BoundaryCases {
  private static final Set<String> FILE_FIELDS =
      Set.of("schema_version", "shared", "boundaries", "no_cases");

  private final PolicyPack pack;
  private final Map<String, BoundaryTemplate> templates = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final Map<String, String> placesOfReasons = new HashMap<>();
  private final List<BoundaryCase> cases = new ArrayList<>();
  private final Set<PolicyFinding> withoutResult = new LinkedHashSet<>();

  private BoundaryCases(PolicyPack pack) {
    this.pack = pack;
    for (String measure : pack.measures()) {
      pack.boundaries(measure).forEach(this::read);
    }
    templates.values().forEach(this::expand);
  }

  /**
   * All of a policy; a template of a pack stands in place of the program's own with its name.
   *
   * @throws CaseSyntaxException when a template is not well formed
   */
  public static BoundaryCases of(PolicyPack pack) {
    return new BoundaryCases(pack);
  }

  /** In the order of the files. */
  public List<BoundaryCase> all() {
    return cases;
  }

  /** As {@link #all}, as cases to run. */
  public List<PolicyCase> policyCases() {
    return cases.stream().map(BoundaryCase::policyCase).toList();
  }

  /** Days on which a template does not say what is right. */
  Set<PolicyFinding> withoutResult() {
    return withoutResult;
  }

  Collection<BoundaryTemplate> templates() {
    return templates.values();
  }

  /** Why a parameter cannot have cases, by its name. */
  Map<String, String> reasons() {
    return reasons;
  }

  /** Where the reason for a parameter stands. */
  String placeOfReason(String parameter) {
    return placesOfReasons.get(parameter);
  }

  private void read(PolicyFile file) {
    try {
      Node root = new Node(file.place(), TextYaml.load(file.text())).only(FILE_FIELDS);
      for (Node body : root.nodes("boundaries")) {
        String line = place(file, "name", body.text("name", ""));
        String where = line + ' ' + body.text("name", "");
        BoundaryTemplate template = BoundaryTemplate.of(body, line, name -> step(name, where));
        template.parameters().forEach(name -> parameter(name, where));
        template.within().forEach(name -> parameter(name, where));
        templates.put(template.name(), template);
      }
      if (root.has("no_cases")) {
        root.node("no_cases").values().keySet().forEach(name -> reason(root, name, file));
      }
    } catch (YAMLException e) {
      throw new CaseSyntaxException(file.place() + ": " + e.getMessage(), e);
    }
  }

  private void reason(Node root, Object name, PolicyFile file) {
    String parameter = name.toString();
    reasons.put(parameter, root.node("no_cases").required(parameter));
    placesOfReasons.put(parameter, place(file, parameter, ""));
  }

  private static String place(PolicyFile file, String field, String value) {
    return file.place() + ':' + CaseFiles.lineOf(field, value, file.text());
  }

  private Step step(String name, String place) {
    Parameter parameter = parameter(name, place);
    return switch (parameter.unit()) {
      case "yuan" -> Step.FEN;
      case "years" -> Step.YEAR;
      case "grade" -> Step.GRADE;
      default -> Step.PER_MILLE;
    };
  }

  private Parameter parameter(String name, String place) {
    Parameter parameter = pack.parameters().get(name);
    if (parameter == null) {
      throw new CaseSyntaxException(
          place
              + ": expected the name of a parameter, but was '"
              + name
              + "'; perhaps one of "
              + Names.alike(name, pack.parameters().keySet()));
    }
    return parameter;
  }

  private Parameter parameter(String name) {
    return pack.parameters().get(name);
  }

  private void expand(BoundaryTemplate template) {
    for (Standing standing : BoundaryDays.of(template, pack)) {
      LocalDate asked = template.asked(standing.day());
      Place place = place(template, asked);
      if (place == Place.OUTSIDE && template.dayOfYear() != null) {
        continue;
      }
      if (template.hasSides()) {
        for (Side side : Side.values()) {
          add(template, standing, asked, place, side);
        }
      } else {
        add(template, standing, asked, place, null);
      }
    }
  }

  private Place place(BoundaryTemplate template, LocalDate asked) {
    Set<String> flags = new LinkedHashSet<>(template.within());
    template.parameters().stream().filter(name -> parameter(name).isFlag()).forEach(flags::add);
    if (!flags.stream().allMatch(flag -> isOn(flag, asked))) {
      return Place.OUTSIDE;
    }
    return template.parameters().stream().allMatch(name -> parameter(name).on(asked).isPresent())
        ? Place.IN_FORCE
        : Place.WITHOUT;
  }

  private boolean isOn(String flag, LocalDate day) {
    return parameter(flag).on(day).filter(value -> value.value().equals("1")).isPresent();
  }

  private void add(
      BoundaryTemplate template, Standing standing, LocalDate asked, Place place, Side side) {
    String field = place == Place.IN_FORCE && side != null ? side.field() : place.field();
    Object result = template.result(field);
    if (result == null) {
      withoutResult.add(
          PolicyFinding.of(
              Kind.BOUNDARY_WITHOUT_RESULT,
              template.place(),
              template.name(),
              standing.day().toString(),
              field));
      return;
    }
    String title = template.body().text("title", "");
    Map<String, String> values = values(template, standing, asked);
    PolicyCase made =
        template.policyCase(
            template.name()
                + ' '
                + standing.day()
                + words(standing, place)
                + words(side, template.step()),
            title(values, title),
            known(template, standing, asked, side),
            result);
    cases.add(
        new BoundaryCase(
            made,
            template.name(),
            title,
            values,
            standing.day(),
            standing.edge(),
            place,
            side,
            template.step()));
  }

  private static String words(Standing standing, Place place) {
    String edge = standing.edge() == null ? "" : ' ' + standing.edge().word();
    return edge
        + switch (place) {
          case IN_FORCE -> "";
          case OUTSIDE -> ", outside";
          case WITHOUT -> ", without a value";
        };
  }

  private static String words(Side side, Step step) {
    return side == null
        ? ""
        : switch (side) {
          case BELOW -> ", one " + step.word() + " below";
          case AT -> ", at";
          case ABOVE -> ", one " + step.word() + " above";
        };
  }

  /** The parameters that have a day there, with their values or an empty text. */
  private Map<String, String> values(
      BoundaryTemplate template, Standing standing, LocalDate asked) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : template.parameters()) {
      if (standing.values().containsKey(name)) {
        values.put(name, parameter(name).on(asked).map(ParameterValue::value).orElse(""));
      }
    }
    return values;
  }

  private static String title(Map<String, String> values, String title) {
    return values.isEmpty()
        ? title
        : values.entrySet().stream()
            .map(
                entry ->
                    entry.getKey() + ' ' + (entry.getValue().isEmpty() ? "none" : entry.getValue()))
            .collect(Collectors.joining(", ", "(", ") " + title));
  }

  /** What the places of a template may name. */
  private Map<String, Object> known(
      BoundaryTemplate template, Standing standing, LocalDate asked, Side side) {
    Map<String, Object> known = new HashMap<>();
    known.put("day", standing.day());
    known.put("asked", asked);
    known.put("step", template.step().times(side == null ? 0 : side.steps()));
    for (Parameter parameter : pack.parameters().values()) {
      ParameterValue near = standing.values().get(parameter.name());
      parameter
          .on(asked)
          .or(() -> near == null ? parameter.on(standing.nearestDay()) : Optional.of(near))
          .ifPresent(value -> known.put(parameter.name(), number(parameter, value)));
    }
    if (template.parameters().size() == 1) {
      known.put("value", known.get(template.parameters().get(0)));
    }
    return known;
  }

  private static BigDecimal number(Parameter parameter, ParameterValue value) {
    BigDecimal number = new BigDecimal(value.value());
    return parameter.isMoney() ? number.setScale(2) : number;
  }
}
