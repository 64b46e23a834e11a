package bangfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangfu.cli.SentMoney.Payment;
import bangfu.cli.SentMoney.State;
import bangfu.kill.Child;
import bangfu.kill.KillPoint;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A history of whole jobs at the command line. After each step {@code verify} must hold and nothing
 * may have left twice; at the end the ledger must say what a fresh register says that got the same
 * deliveries.
 */
final class RandomHistory {
  private static final Charset GBK = Charset.forName("GBK");
  private static final String NAMES = "明细流水号,收款账号,金额,状态,返回码,日期,说明\r\n";
  private static final YearMonth FIRST = YearMonth.of(2017, 8);
  private static final List<String> STEPS =
      List.of("start", "receive", "assess", "publish", "write");

  private final Path folder;
  private final Random random;
  private final Clerk clerk;
  private final RandomDistrict district;
  private final SentMoney money;
  private final List<String> story = new ArrayList<>();
  private final List<List<String>> deliveries = new ArrayList<>();
  private final List<List<String>> answers = new ArrayList<>();
  private boolean preparers;
  private boolean approval;
  private int kills;
  private YearMonth next = FIRST;
  private LocalDate known = FIRST.atDay(1);
  private LocalDate bankDay = FIRST.atDay(1);

  /**
   * A history to be.
   *
   * @param kills how many commands may be killed
   */
  RandomHistory(long seed, Path folder, String url, int kills) {
    this.folder = folder;
    this.random = new Random(seed);
    this.kills = kills;
    this.clerk = new Clerk(folder, url);
    this.district = new RandomDistrict(clerk, random);
    this.money = new SentMoney(clerk.out());
    this.preparers = random.nextInt(3) > 0;
  }

  /** What was done so far, a step a line. */
  String story() {
    return String.join("\n", story);
  }

  /**
   * Lives the history.
   *
   * @param fresh the URL of an empty database, for the comparison at the end
   */
  void live(int steps, String fresh) throws Exception {
    runNext(true);
    for (int step = 0; step < steps; step++) {
      step();
    }
    runNext(true);
    compare(fresh);
  }

  private void step() throws Exception {
    switch (random.nextInt(22)) {
      case 0, 1, 2, 3 -> receive();
      case 4, 5, 6 -> runNext(random.nextInt(3) > 0);
      case 7 -> run(last(), false);
      case 8, 9 -> recalculate();
      case 10, 11, 12 -> approveAndSend();
      case 13, 14 -> answer();
      case 15 -> oldAnswer();
      case 16 -> contradict();
      case 17 -> remedy();
      case 18, 19, 20 -> recover();
      default -> decide("close", "--month", last().toString());
    }
  }

  private YearMonth last() {
    return next.minusMonths(1);
  }

  private void change() {
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      story.add("   " + district.change(known));
    }
  }

  private void receive() throws Exception {
    List<String> options = new ArrayList<>();
    change();
    if (random.nextInt(4) == 0) {
      story.add("   " + district.correction());
      options.addAll(List.of("--correct", "nb_household"));
    } else if (random.nextInt(4) == 0) {
      story.add("   " + district.vanish());
    }
    LocalDate end = next.atEndOfMonth();
    known =
        known.plusDays(
            random.nextInt((int) Math.min(20, end.toEpochDay() - known.toEpochDay()) + 1));
    List<String> words = new ArrayList<>(List.of("import", "--as-of", known.toString()));
    words.addAll(delivery());
    words.addAll(options);
    deliveries.add(List.copyOf(words));
    words.addAll(List.of("--out", clerk.out().toString()));
    expect(0, does("wang", words));
  }

  private List<String> delivery() {
    Path delivered = folder.resolve("delivery-" + deliveries.size());
    return List.of("--extracts", clerk.deliverTo(delivered).toString());
  }

  private void runNext(boolean delivered) throws Exception {
    YearMonth month = next;
    next = next.plusMonths(1);
    if (delivered && !deliveries.isEmpty()) {
      change();
    }
    run(month, delivered);
  }

  private void run(YearMonth month, boolean delivered) throws Exception {
    List<String> words = new ArrayList<>(List.of("run", "--month", month.toString()));
    if (delivered) {
      known = month.atEndOfMonth();
      List<String> delivery = delivery();
      words.addAll(delivery);
      List<String> imported = new ArrayList<>(List.of("import", "--as-of", known.toString()));
      imported.addAll(delivery);
      deliveries.add(imported);
    }
    approval |= preparers && month.isAfter(FIRST.plusMonths(1));
    if (approval && preparers) {
      words.addAll(List.of("--as", "王办"));
    }
    words.addAll(List.of("--out", clerk.out().toString()));
    expect(0, does("wang", words));
  }

  private void recalculate() throws Exception {
    List<String> words =
        new ArrayList<>(List.of("recalculate", "--all", "--post", "--reason", "更正"));
    words.addAll(List.of("--out", clerk.out().toString()));
    approval |= preparers;
    if (preparers) {
      words.addAll(List.of("--as", "王办"));
    }
    does("wang", words);
  }

  private void approveAndSend() throws Exception {
    if (!approval) {
      runNext(true);
      return;
    }
    String month = random.nextInt(3) > 0 ? last().toString() : FIRST.plusMonths(1).toString();
    decide("approve", "--month", month);
    if (random.nextInt(4) > 0) {
      decide("send", "--month", month, "--out", clerk.out().toString());
    }
  }

  /** A step of another person under another account; it may be refused. */
  private int decide(String... words) throws Exception {
    List<String> decision = new ArrayList<>(Arrays.asList(words));
    decision.addAll(List.of("--as", "李审", "--reason", "核对无误"));
    return does("shen", decision);
  }

  private void answer() throws Exception {
    bankDay = bankDay.plusDays(1);
    StringBuilder rows = new StringBuilder(NAMES);
    List<Payment> asked = new ArrayList<>();
    List<State> told = new ArrayList<>();
    for (Payment payment : money.payments()) {
      boolean open = payment.state == State.UNANSWERED || payment.state == State.PENDING;
      boolean late = payment.state == State.PAID && random.nextInt(6) == 0;
      if (late || (open && random.nextInt(2) == 0)) {
        State state =
            late
                ? State.RETURNED
                : List.of(State.PENDING, State.PAID, State.RETURNED).get(random.nextInt(3));
        asked.add(payment);
        told.add(state);
        rows.append(row(payment, state));
      }
    }
    if (!asked.isEmpty()) {
      List<String> words = hand("answer-" + answers.size() + ".csv", rows.toString());
      answers.add(words);
      expect(0, does("zhao", words));
      for (int i = 0; i < asked.size(); i++) {
        asked.get(i).state = told.get(i);
      }
    }
  }

  private String row(Payment payment, State state) {
    String word =
        switch (state) {
          case PAID -> "成功";
          case RETURNED -> payment.state == State.PAID ? "退票" : "失败";
          default -> "处理中";
        };
    return String.join(
            ",", payment.detailNo, payment.account, payment.yuan, word, "", bankDay.toString(), "")
        + "\r\n";
  }

  private List<String> hand(String name, String rows) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, rows, GBK);
    return List.of(
        "bank",
        "return",
        file.toString(),
        "--as",
        "赵出纳",
        "--reason",
        "回盘",
        "--out",
        clerk.out().toString());
  }

  /** A file that came before. */
  private void oldAnswer() throws Exception {
    if (!answers.isEmpty()) {
      expect(0, does("zhao", answers.get(random.nextInt(answers.size()))));
    }
  }

  /** Success after the money came back. */
  private void contradict() throws Exception {
    List<Payment> returned = money.in(State.RETURNED);
    if (!returned.isEmpty()) {
      bankDay = bankDay.plusDays(1);
      String rows = NAMES + row(returned.get(random.nextInt(returned.size())), State.PAID);
      int killable = kills;
      int exit = does("zhao", hand("no-" + story.size() + ".csv", rows));
      assertThat(exit == 0 && kills < killable ? ExitCodes.DONE_WITH_DEFECTS : exit)
          .as("0: it was not killed in time and had said so before: %s", clerk.screen())
          .isEqualTo(ExitCodes.DONE_WITH_DEFECTS);
    }
  }

  private void remedy() throws Exception {
    List<Payment> returned = money.in(State.RETURNED);
    if (returned.isEmpty()) {
      return;
    }
    List<String> words = new ArrayList<>(List.of("bank"));
    if (random.nextInt(3) == 0) {
      String detail = returned.get(random.nextInt(returned.size())).detailNo;
      words.addAll(List.of("write-off", "--detail", detail));
    } else {
      words.add("reissue");
      approval = true;
    }
    words.addAll(List.of("--as", "王办", "--reason", "更正账号"));
    does("wang", words);
  }

  private void recover() throws Exception {
    List<String> open = clerk.reads(last().toString(), "recoveries.csv", "追回号");
    if (!open.isEmpty()) {
      String number = open.get(random.nextInt(open.size()));
      decide("recovery", "decide", number);
      switch (random.nextInt(6)) {
        case 0 -> decide("recovery", "waive", number);
        case 1 -> decide("recovery", "collect", number);
        case 2 -> setOff(number, "--withdraw");
        case 3 -> setOff(number, "--per-month", "30");
        default -> {
          for (String each : open) {
            decide("recovery", "decide", each);
            setOff(each);
          }
        }
      }
    }
  }

  private void setOff(String number, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("recovery", "set-off", number));
    words.addAll(Arrays.asList(options));
    words.addAll(List.of("--as", "赵科", "--reason", "从发放中抵扣"));
    does("zhao", words);
  }

  /** Does a command, perhaps killed once before, and looks at everything. */
  private int does(String user, List<String> words) throws Exception {
    String[] typed = words.toArray(String[]::new);
    String told = String.join(" ", words).replace(folder.toString(), "…");
    if (kills > 0 && random.nextInt(4) == 0) {
      kills--;
      kill(user, typed, told);
    }
    int exit = clerk.typesAs(user, typed);
    story.add(
        story.size()
            + ". "
            + told
            + " -> "
            + exit
            + (exit == 1 ? " " + clerk.screen().lines().findFirst().orElse("") : ""));
    assertThat(exit == ExitCodes.WRONG_USAGE && !clerk.screen().contains("已关闭"))
        .as(clerk.screen())
        .isFalse();
    assertThat(clerk.screen()).doesNotContain("请报告这一行");
    if (!approval) {
      money.readMonthFolders();
    }
    if (words.get(0).equals("send")) {
      money.readSentFolders();
    }
    String screen = clerk.screen();
    verify();
    if (exit != 0) {
      story.add("   " + screen.strip().replace("\n", "\n   "));
    }
    return exit;
  }

  private void kill(String user, String[] typed, String told) throws Exception {
    String moment = STEPS.get(typed[0].equals("run") ? random.nextInt(STEPS.size()) : 0);
    moment += "#" + (1 + random.nextInt(200));
    Path here = Files.createDirectories(folder.resolve("child-" + kills));
    Child child = new Child(here).with("-Duser.name=" + user).killedAt(Child.agent(here), moment);
    int exit = child.run(clerk.typed(typed));
    story.add(story.size() + ". killed at " + moment + ": " + told + " -> " + exit);
    if (exit == KillPoint.KILLED) {
      verify();
    }
  }

  private void verify() {
    int exit = clerk.types("verify", "--out", clerk.out().toString());
    assertThat(exit).as(clerk.screen()).isZero();
  }

  private void expect(int exit, int came) {
    assertThat(came == ExitCodes.DONE_WITH_DEFECTS && exit == 0 ? 0 : came)
        .as(clerk.screen())
        .isEqualTo(exit);
  }

  /** A register that got the same deliveries and posts only once. */
  private void compare(String url) {
    Clerk other = new Clerk(folder.resolve("fresh"), url);
    for (List<String> delivery : deliveries) {
      List<String> words = new ArrayList<>(delivery);
      words.addAll(List.of("--out", other.out().toString()));
      assertThat(other.types(words.toArray(String[]::new))).as(other.screen()).isIn(0, 3);
    }
    String month = last().toString();
    assertThat(other.types("run", "--month", month, "--out", other.out().toString()))
        .as(other.screen())
        .isIn(0, 3);
    assertThat(clerk.net()).isEqualTo(other.net());
  }
}
