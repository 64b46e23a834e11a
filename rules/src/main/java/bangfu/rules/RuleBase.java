package bangfu.rules;

import bangfu.engine.claim.Claim;
import bangfu.engine.claim.Limit;
import bangfu.engine.fact.Fact;
import bangfu.engine.fact.Household;
import bangfu.engine.fact.Person;
import bangfu.engine.fact.Unit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/**
 * The compiled rules. The build turns the DRL into an executable model; its classes are listed in
 * an index beside the module descriptor, which is read here directly: faster than a class path
 * container, and it works in any packaging.
 */
final class RuleBase {
  private static final String INDEX = "META-INF/kie/bangfu/bangfu-rules/drools-model";

  private final KieBase kieBase;

  /** Sessions that are used again: making one takes as long as asking it about a unit. */
  private final KieSessionsPool sessions;

  /**
   * The rules of a pack: those that the program was compiled with, and where the pack changes the
   * rules of a measure, all of that measure compiled now.
   */
  RuleBase(PolicyPack pack) {
    List<Model> models = new ArrayList<>(models(RuleBase.class.getClassLoader(), INDEX));
    Set<String> changed = pack.changedRules();
    if (!changed.isEmpty()) {
      models.removeIf(model -> changed.contains(measure(model)));
      List<PolicyFile> files = new ArrayList<>();
      changed.forEach(measure -> files.addAll(pack.rules(measure)));
      models.addAll(RuleCompiler.compile(files));
    }
    kieBase = KieBaseBuilder.createKieBaseFromModel(models);
    sessions = kieBase.newKieSessionsPool(1);
  }

  private static String measure(Model model) {
    return model.getPackageName().substring(model.getPackageName().indexOf('.') + 1);
  }

  /** What the rules say about a unit. */
  record Findings(List<Claim> claims, List<Limit> limits) {}

  Findings findings(Unit unit, AgendaEventListener listener) {
    KieSession session = listener == null ? sessions.newKieSession() : kieBase.newKieSession();
    try {
      if (listener != null) {
        session.addEventListener(listener);
      }
      insert(session, unit);
      session.fireAllRules();
      return collect(session);
    } finally {
      session.dispose();
    }
  }

  Set<String> ruleNames() {
    Set<String> names = new TreeSet<>();
    for (KiePackage kiePackage : kieBase.getKiePackages()) {
      for (Rule rule : kiePackage.getRules()) {
        names.add(rule.getName());
      }
    }
    return names;
  }

  private static void insert(KieSession session, Unit unit) {
    for (Household household : unit.households()) {
      session.insert(household);
      household.farmClaims().forEach(session::insert);
      household.housingRows().forEach(session::insert);
      household.shocks().forEach(session::insert);
    }
    for (Person person : unit.persons()) {
      session.insert(person);
      person.enrolments().forEach(session::insert);
      person.rehabilitationItems().forEach(session::insert);
      person.dibaoApplications().forEach(session::insert);
      person.illnesses().forEach(session::insert);
      if (person.labour() != null) {
        session.insert(person.labour());
      }
      if (person.pension() != null) {
        session.insert(person.pension());
      }
    }
  }

  private static Findings collect(KieSession session) {
    List<Claim> claims = new ArrayList<>();
    List<Limit> limits = new ArrayList<>();
    for (Object object : session.getObjects()) {
      if (object instanceof Claim claim) {
        claims.add(claim);
      } else if (object instanceof Limit limit) {
        limits.add(limit);
      } else if (!(object instanceof Fact || object instanceof Person)) {
        throw new IllegalStateException(
            "expected rules to insert claims and limits only, but was " + object.getClass());
      }
    }
    return new Findings(claims, limits);
  }

  /** The models that an index of a class path names. */
  static List<Model> models(ClassLoader classes, String index) {
    List<Model> models = new ArrayList<>();
    try (InputStream in = classes.getResourceAsStream(index);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.contains(":") && !line.isBlank()) {
          models.add(model(line.trim(), classes));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return models;
  }

  private static Model model(String className, ClassLoader classes) {
    try {
      return Class.forName(className, true, classes)
          .asSubclass(Model.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("expected the compiled rules " + className, e);
    }
  }
}
