package bangfu.kill;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import java.lang.instrument.Instrumentation;
import java.util.stream.Stream;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Makes moments of a child JVM known to {@link KillPoint}: each statement and commit of both JDBC
 * drivers, each write, force, rename and deletion of a file (the database file of H2 included), the
 * two halves of the publishing transaction, and the steps of the product.
 */
public final class KillAgent {
  private static final String[] STATEMENTS = {
    "org.h2.jdbc.JdbcStatement",
    "org.h2.jdbc.JdbcPreparedStatement",
    "org.postgresql.jdbc.PgStatement",
    "org.postgresql.jdbc.PgPreparedStatement",
    "org.postgresql.copy.CopyManager"
  };
  private static final String[] CONNECTIONS = {
    "org.h2.jdbc.JdbcConnection", "org.postgresql.jdbc.PgConnection"
  };
  private static final String CHANNEL = "sun.nio.ch.FileChannelImpl";
  private static final String FILES = "java.nio.file.Files";
  private static final String[] PUBLISHING = {
    "bangfu.ledger.Publication", "bangfu.payment.PaymentRun"
  };
  private static final String STEPS = "bangfu.batch.StepClock";
  private static final String[] CLASSES =
      Stream.of(STATEMENTS, CONNECTIONS, PUBLISHING, new String[] {CHANNEL, FILES, STEPS})
          .flatMap(Stream::of)
          .toArray(String[]::new);

  private KillAgent() {}

  /**
   * Called by the JVM before the program's main method. All classes are loaded first and changed
   * then: in one child of some hundreds those that were loaded later were not (Java 17), and its
   * moments went by unseen.
   */
  public static void premain(String arguments, Instrumentation instrumentation)
      throws ClassNotFoundException {
    for (String name : CLASSES) {
      Class.forName(name, false, ClassLoader.getSystemClassLoader());
    }
    AgentBuilder agent =
        new AgentBuilder.Default()
            .disableClassFormatChanges()
            .ignore(not(namedOneOf(CLASSES)))
            .with(AgentBuilder.Listener.StreamWriting.toSystemError().withErrorsOnly())
            .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION);
    agent =
        on(agent, nameStartsWith("execute").or(nameStartsWith("copyIn")), Named.class, STATEMENTS);
    agent = on(agent, named("commit"), Named.class, CONNECTIONS);
    agent = on(agent, namedOneOf("write", "force"), Named.class, CHANNEL);
    agent = on(agent, namedOneOf("move", "delete", "createDirectory"), Named.class, FILES);
    agent = on(agent, namedOneOf("publish", "prepare"), Named.class, PUBLISHING);
    agent = on(agent, named("begin"), Step.class, STEPS);
    agent.installOn(instrumentation);
  }

  private static AgentBuilder on(
      AgentBuilder agent,
      ElementMatcher.Junction<MethodDescription> methods,
      Class<?> advice,
      String... types) {
    boolean packagePrivate = advice == Step.class;
    return agent
        .type(namedOneOf(types))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(
                    Advice.to(advice).on(packagePrivate ? methods : methods.and(isPublic()))));
  }

  /** A moment before and one after the call. */
  static final class Named {
    private Named() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Origin("#m") String method) {
      KillPoint.pass(method);
    }

    @Advice.OnMethodExit
    static void after(@Advice.Origin("#m") String method) {
      KillPoint.pass(method + " done");
    }
  }

  /** The product says which step it begins. */
  static final class Step {
    private Step() {}

    @Advice.OnMethodEnter
    static void before(@Advice.Argument(0) String step) {
      KillPoint.step(step);
    }
  }
}
