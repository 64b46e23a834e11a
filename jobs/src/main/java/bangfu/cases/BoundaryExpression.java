package bangfu.cases;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Works out what stands between {@code <} and {@code >} in a template: numbers with {@code + - * /}
 * and parentheses, days with {@code + 2 days}, {@code - 1 months}, {@code - value years}, and the
 * functions below. Exact: a number with more than two decimals has to be rounded by {@code floor}
 * or {@code round} (half-up), both to the fen.
 */
final class BoundaryExpression {
  private static final Pattern PLACE = Pattern.compile("<([^<>]+)>");
  private static final Pattern TOKEN =
      Pattern.compile("\\d+(?:\\.\\d+)?|[a-z][a-z0-9_]*(?:-[a-z0-9]+)*|[-+*/()]");
  private static final int FEN_DECIMALS = 2;
  private static final int SEPTEMBER = 9;
  private static final int CENSUS_DAY = 30;

  private static final Map<String, Function<LocalDate, Object>> OF_DAY =
      Map.of(
          "year", day -> BigDecimal.valueOf(day.getYear()),
          "month", YearMonth::from,
          "month_end", day -> YearMonth.from(day).atEndOfMonth(),
          "school_day", BoundaryExpression::schoolDay,
          "school_year", day -> BigDecimal.valueOf(schoolYear(day)));

  private static final Map<String, RoundingMode> ROUNDING =
      Map.of("floor", RoundingMode.FLOOR, "round", RoundingMode.HALF_UP);

  private final String text;
  private final Map<String, Object> known;
  private final List<String> tokens = new ArrayList<>();
  private int next;

  private BoundaryExpression(String text, Map<String, Object> known) {
    this.text = text;
    this.known = known;
  }

  /**
   * A value of a template with everything worked out in it.
   *
   * @param value a text, or maps and lists of texts; null stays null
   * @param known numbers ({@link BigDecimal}) and days by name
   * @throws CaseSyntaxException when something is no expression, or names what is not known
   */
  static Object filled(Object value, Map<String, Object> known) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach((key, entry) -> filled.put(text(key, known), filled(entry, known)));
      return filled;
    }
    if (value instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      list.forEach(entry -> filled.add(filled(entry, known)));
      return filled;
    }
    return value == null ? null : text(value, known);
  }

  private static String text(Object value, Map<String, Object> known) {
    return PLACE
        .matcher(value.toString())
        .replaceAll(found -> Matcher.quoteReplacement(result(found.group(1), known)));
  }

  private static String result(String expression, Map<String, Object> known) {
    BoundaryExpression read = new BoundaryExpression(expression, known);
    Object result = read.whole();
    if (!(result instanceof BigDecimal number)) {
      return result.toString();
    }
    if (number.scale() > FEN_DECIMALS && number.stripTrailingZeros().scale() > FEN_DECIMALS) {
      throw read.expected("at most two decimals: write floor( ) or round( )", number);
    }
    return number.setScale(Math.min(number.scale(), FEN_DECIMALS)).toPlainString();
  }

  private Object whole() {
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    while (token.find()) {
      blank(text.substring(end, token.start()));
      tokens.add(token.group());
      end = token.end();
    }
    blank(text.substring(end));
    Object result = sum();
    if (next < tokens.size()) {
      throw expected("an operator", tokens.get(next));
    }
    return result;
  }

  private void blank(String between) {
    if (!between.isBlank()) {
      throw expected("numbers, days, names and + - * / ( )", between);
    }
  }

  private Object sum() {
    Object left = product();
    while (isNext("+") || isNext("-")) {
      boolean plus = take().equals("+");
      BigDecimal right = number(product());
      if (left instanceof LocalDate day) {
        left = moved(day, plus ? right : right.negate());
      } else {
        left = plus ? number(left).add(right) : number(left).subtract(right);
      }
    }
    return left;
  }

  private LocalDate moved(LocalDate day, BigDecimal by) {
    String unit = take();
    try {
      long count = by.longValueExact();
      return switch (unit) {
        case "days" -> day.plusDays(count);
        case "months" -> day.plusMonths(count);
        case "years" -> day.plusYears(count);
        default -> throw expected("days, months or years", unit);
      };
    } catch (ArithmeticException | DateTimeException e) {
      throw new CaseSyntaxException("<" + text + ">: expected whole " + unit, e);
    }
  }

  private Object product() {
    Object left = factor();
    while (isNext("*") || isNext("/")) {
      boolean times = take().equals("*");
      BigDecimal one = number(left);
      BigDecimal other = number(factor());
      if (!times && other.signum() == 0) {
        throw expected("a number other than 0", other);
      }
      left = times ? one.multiply(other) : one.divide(other, MathContext.DECIMAL128);
    }
    return left;
  }

  private Object factor() {
    String token = take();
    if (token.equals("(")) {
      return closed(sum());
    }
    if (token.equals("-")) {
      return number(factor()).negate();
    }
    if (Character.isDigit(token.charAt(0))) {
      return new BigDecimal(token);
    }
    if (isNext("(")) {
      take();
      return called(token, closed(sum()));
    }
    Object value = known.get(token);
    if (value == null) {
      throw expected("one of " + known.keySet().stream().sorted().toList(), token);
    }
    return value;
  }

  private Object closed(Object inside) {
    String token = take();
    if (!token.equals(")")) {
      throw expected(")", token);
    }
    return inside;
  }

  private Object called(String function, Object argument) {
    if (ROUNDING.containsKey(function)) {
      return number(argument).setScale(FEN_DECIMALS, ROUNDING.get(function));
    }
    if (!OF_DAY.containsKey(function)) {
      throw expected(
          "floor, round or one of " + OF_DAY.keySet().stream().sorted().toList(), function);
    }
    if (argument instanceof LocalDate day) {
      return OF_DAY.get(function).apply(day);
    }
    throw expected("a day", argument);
  }

  /** The day itself, or the census day when it lies before it in September: in no school year. */
  private static LocalDate schoolDay(LocalDate day) {
    return day.getMonthValue() == SEPTEMBER ? day.withDayOfMonth(CENSUS_DAY) : day;
  }

  private static int schoolYear(LocalDate day) {
    return day.getMonthValue() < SEPTEMBER ? day.getYear() - 1 : day.getYear();
  }

  private BigDecimal number(Object value) {
    if (value instanceof BigDecimal number) {
      return number;
    }
    throw expected("a number", value);
  }

  private boolean isNext(String token) {
    return next < tokens.size() && tokens.get(next).equals(token);
  }

  private String take() {
    if (next == tokens.size()) {
      throw expected("more", "the end");
    }
    return tokens.get(next++);
  }

  private CaseSyntaxException expected(String what, Object found) {
    return new CaseSyntaxException(
        "<" + text + ">: expected " + what + ", but was '" + found + "'");
  }
}
