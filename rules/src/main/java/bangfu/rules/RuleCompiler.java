package bangfu.rules;

import bangfu.rules.PackException.Expected;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/**
 * Compiles rules at run time, into the same kind of model as the build makes of the program's own.
 */
final class RuleCompiler {
  private static final String GROUP = "bangfu";
  private static final String VERSION = "1";

  /** A name in what the compiler says, and the words between names. */
  private static final Pattern WORD = Pattern.compile("[$\\w]+(\\.[$\\w]+)*");

  private static final Set<String> COMMON =
      Set.of(
          "a", "an", "and", "as", "be", "by", "can", "class", "for", "from", "in", "is", "it",
          "name", "not", "of", "on", "or", "rule", "the", "this", "to", "type", "with");

  private RuleCompiler() {}

  /**
   * The models of whole measures: all rules of a package have to be among the files.
   *
   * @throws PackException when they do not compile; says what the compiler said first
   */
  static List<Model> compile(List<PolicyFile> files) {
    KieServices services = KieServices.Factory.get();
    String artifact = "pack-" + Integer.toUnsignedString(files.hashCode());
    ReleaseId release = services.newReleaseId(GROUP, artifact, VERSION);
    KieFileSystem sources = services.newKieFileSystem();
    sources.generateAndWritePomXML(release);
    Map<String, PolicyFile> byPath = new TreeMap<>();
    for (PolicyFile file : files) {
      requirePackage(file);
      String path = "policy/" + file.measure() + (file.builtIn() ? "/built-in.drl" : "/pack.drl");
      byPath.put(path, file);
      sources.write("src/main/resources/" + path, file.text());
    }
    KieBuilder builder = services.newKieBuilder(sources);
    builder.buildAll(ExecutableModelProject.class);
    for (Message message : builder.getResults().getMessages(Message.Level.ERROR)) {
      throw refused(message, byPath);
    }
    KieContainer container = services.newKieContainer(release);
    try {
      return RuleBase.models(
          container.getClassLoader(), "META-INF/kie/" + GROUP + '/' + artifact + "/drools-model");
    } finally {
      services.getRepository().removeKieModule(release);
    }
  }

  private static void requirePackage(PolicyFile file) {
    String wanted = "policy." + file.measure();
    String found = RuleText.parsed(file).getName();
    if (!wanted.equals(found)) {
      throw new PackException(file.place(), 1, "package", Expected.PACKAGE, wanted, found);
    }
  }

  /** The compiler names a place in the rules, or in the Java code that it made of them. */
  private static PackException refused(Message message, Map<String, PolicyFile> byPath) {
    String said = message.getText().lines().findFirst().orElse("");
    String path = String.valueOf(message.getPath());
    for (Map.Entry<String, PolicyFile> entry : byPath.entrySet()) {
      if (path.endsWith(entry.getKey()) && message.getLine() > 0) {
        return refused(entry.getValue(), message.getLine(), said);
      }
    }
    for (PolicyFile file : byPath.values()) {
      int line = path.contains("policy/" + file.measure() + '/') ? lineNaming(said, file) : 0;
      if (line > 0) {
        return refused(file, line, said);
      }
    }
    List<PolicyFile> all = List.copyOf(byPath.values());
    PolicyFile any = all.stream().filter(file -> !file.builtIn()).findFirst().orElse(all.get(0));
    return refused(any, 0, said);
  }

  private static PackException refused(PolicyFile file, int line, String said) {
    return new PackException(file.place(), line, "", Expected.DRL, said, "");
  }

  /** The first line with a word that the compiler named; 0 = none. */
  private static int lineNaming(String said, PolicyFile file) {
    List<String> lines = file.text().lines().toList();
    Matcher word = WORD.matcher(said);
    while (word.find()) {
      Pattern whole = Pattern.compile("(?<![\\w.])" + Pattern.quote(word.group()) + "(?![\\w.])");
      for (int i = 0; i < lines.size() && !COMMON.contains(word.group()); i++) {
        if (whole.matcher(lines.get(i)).find()) {
          return i + 1;
        }
      }
    }
    return 0;
  }
}
