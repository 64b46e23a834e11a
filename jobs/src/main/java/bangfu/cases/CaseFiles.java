package bangfu.cases;

import bangfu.rules.PolicyFile;
import bangfu.rules.PolicyPack;
import bangfu.rules.TextYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads case files: each {@code .yaml} given, and each below a folder given. */
public final class CaseFiles {
  private static final Set<String> FILE_FIELDS =
      Set.of("schema_version", "policy", "default_params", "cases");
  private static final Set<String> CASE_FIELDS =
      Set.of(
          "id",
          "title",
          "clauses_tested",
          "readings",
          "accrual_window",
          "params",
          "households",
          "tables",
          "as_of",
          "already_posted",
          "other_readings",
          "expect");

  private CaseFiles() {}

  /**
   * All cases below the paths, in the order of file names.
   *
   * @throws CaseSyntaxException when a path holds no case or a case is not well formed
   */
  public static List<PolicyCase> read(List<Path> paths) {
    List<PolicyCase> cases = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : yamlFiles(path)) {
        cases.addAll(read(file));
      }
    }
    if (cases.isEmpty()) {
      throw new CaseSyntaxException("expected policy cases in " + paths + ", but found none");
    }
    return cases;
  }

  /**
   * All cases of a policy: a case of a pack stands in place of the program's own with its id.
   *
   * @throws CaseSyntaxException when a case is not well formed
   */
  public static List<PolicyCase> of(PolicyPack pack) {
    Map<String, PolicyCase> cases = new LinkedHashMap<>();
    for (String measure : pack.measures()) {
      for (PolicyFile file : pack.cases(measure)) {
        read(file.place(), file.text()).forEach(read -> cases.put(read.id(), read));
      }
    }
    return List.copyOf(cases.values());
  }

  private static List<Path> yamlFiles(Path path) {
    if (!Files.exists(path)) {
      throw new CaseSyntaxException("expected a file or folder, but there is no " + path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> file.equals(path) ? Files.isRegularFile(file) : isCases(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCases(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith("cases.yaml") && Files.isRegularFile(file);
  }

  private static List<PolicyCase> read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<PolicyCase> read(String file, String text) {
    try {
      Node root = new Node(file, TextYaml.load(text));
      return read(file, text, root.only(FILE_FIELDS));
    } catch (YAMLException e) {
      throw new CaseSyntaxException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<PolicyCase> read(String file, String text, Node root) {
    List<PolicyCase> cases = new ArrayList<>();
    for (Node body : root.nodes("cases")) {
      cases.add(policyCase(body, file + ':' + lineOf("id", body.text("id", ""), text)));
    }
    return cases;
  }

  /**
   * A case.
   *
   * @param place file and line where it stands
   */
  static PolicyCase policyCase(Node body, String place) {
    String name = place + ' ' + body.text("id", "");
    Node named = new Node(name.strip(), body.values()).only(CASE_FIELDS);
    Node window = named.node("accrual_window");
    if (window == null || named.node("expect") == null) {
      throw new CaseSyntaxException(named.place() + ": expected accrual_window and expect");
    }
    return new PolicyCase(
        place,
        named.required("id"),
        named.text("title", ""),
        new TreeSet<>(named.texts("clauses_tested")),
        date(window, "from"),
        date(window, "to"),
        named,
        named.node("expect"));
  }

  /** The line with the name of an entry; 1 when it is written in another way. */
  static long lineOf(String field, String name, String text) {
    Matcher written =
        Pattern.compile("(?m)^\\s*-?\\s*\\{?\\s*" + field + ":\\s*[\"']?" + Pattern.quote(name))
            .matcher(text);
    return written.find()
        ? 1 + text.substring(0, written.end()).chars().filter(c -> c == '\n').count()
        : 1;
  }

  static YearMonth month(Node node, String field) {
    return parsed(node, field, YearMonth::parse, "a month such as 2017-03");
  }

  static LocalDate date(Node node, String field) {
    return parsed(node, field, LocalDate::parse, "a date such as 2017-03-10");
  }

  private static <T> T parsed(
      Node node, String field, Function<String, T> parse, String expectation) {
    String text = node.required(field);
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      throw new CaseSyntaxException(
          node.place() + '.' + field + ": expected " + expectation + ", but was '" + text + "'", e);
    }
  }
}
