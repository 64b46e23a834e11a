package bangfu.payment.profile;

import bangfu.payment.profile.ProfileException.Expected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A map of a profile with its place, for errors that say where. Every scalar is a text. */
record Section(String profile, String place, Map<?, ?> values) {

  /** Refuses keys that have no meaning here. */
  Section only(String... known) {
    for (Object key : values.keySet()) {
      if (!Arrays.asList(known).contains(String.valueOf(key))) {
        throw new ProfileException(profile, place, Expected.ONE_OF, String.join(", ", known), key);
      }
    }
    return this;
  }

  ProfileException wrong(String key, Expected expected, String detail, Object found) {
    return new ProfileException(profile, at(key), expected, detail, found);
  }

  private String at(String key) {
    return place.isEmpty() || key.isEmpty() ? place + key : place + '.' + key;
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  /** Refuses a section without one of these keys. */
  Section require(String... keys) {
    for (String key : keys) {
      if (!has(key)) {
        throw wrong(key, Expected.VALUE, "", null);
      }
    }
    return this;
  }

  /** A text that must be there. */
  String text(String key) {
    return require(key).text(key, "");
  }

  String text(String key, String otherwise) {
    return has(key) ? single(key, values.get(key)) : otherwise;
  }

  private String single(String key, Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(key, Expected.TEXT, "", value);
  }

  /** A whole number within bounds, both included. */
  int number(String key, int least, int most, int otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    String text = text(key);
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw wrong(key, Expected.NUMBER, least + "–" + most, text);
    }
    return number;
  }

  /** One of a few words that each mean something. */
  <T> T word(String key, List<T> meanings, Function<T, String> words) {
    String text = text(key);
    return meanings.stream()
        .filter(meaning -> words.apply(meaning).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    key,
                    Expected.ONE_OF,
                    String.join(", ", meanings.stream().map(words).toList()),
                    text));
  }

  /** One of the constants, in lower case with hyphens. */
  <E extends Enum<E>> E word(String key, Class<E> constants, E otherwise) {
    return has(key) || otherwise == null
        ? word(key, List.of(constants.getEnumConstants()), Section::lowerCase)
        : otherwise;
  }

  static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A map that must be there. */
  Section section(String key) {
    return require(key).section(key, values.get(key));
  }

  private Section section(String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Section(profile, at(key), map);
    }
    throw wrong(key, Expected.MAP, "", value);
  }

  /** A list of maps; none when it is missing. */
  List<Section> sections(String key) {
    return sections(key, values.get(key));
  }

  private List<Section> sections(String key, Object value) {
    List<Section> sections = new ArrayList<>();
    for (Object entry : list(key, value)) {
      sections.add(section(key + '[' + (sections.size() + 1) + ']', entry));
    }
    return sections;
  }

  /** A list of lists of maps; none when it is missing. */
  List<List<Section>> rows(String key) {
    List<List<Section>> rows = new ArrayList<>();
    for (Object row : list(key, values.get(key))) {
      rows.add(sections(key + '[' + (rows.size() + 1) + ']', row));
    }
    return rows;
  }

  /** A list of texts, or one text; none when it is missing. */
  List<String> texts(String key) {
    Object value = values.get(key);
    return value instanceof String text
        ? List.of(text)
        : list(key, value).stream().map(entry -> single(key, entry)).toList();
  }

  private List<?> list(String key, Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw wrong(key, Expected.LIST, "", value);
  }
}
