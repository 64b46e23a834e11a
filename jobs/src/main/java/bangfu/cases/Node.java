package bangfu.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A map of a case file with the place it stands at, for errors that say where. */
record Node(String place, Map<?, ?> values) {

  /** Refuses fields that the format does not know. */
  Node only(Set<String> known) {
    for (Object field : values.keySet()) {
      if (!known.contains(String.valueOf(field))) {
        throw new CaseSyntaxException(
            place
                + ": expected one of "
                + known.stream().sorted().toList()
                + ", but was '"
                + field
                + "'");
      }
    }
    return this;
  }

  String text(String field) {
    Object value = values.get(field);
    if (value instanceof Map || value instanceof List) {
      throw new CaseSyntaxException(place + '.' + field + ": expected a single value");
    }
    return value == null ? null : value.toString();
  }

  String text(String field, String otherwise) {
    String text = text(field);
    return text == null ? otherwise : text;
  }

  String required(String field) {
    String text = text(field);
    if (text == null) {
      throw new CaseSyntaxException(place + ": expected the field '" + field + "'");
    }
    return text;
  }

  boolean has(String field) {
    return values.get(field) != null;
  }

  boolean isTrue(String field) {
    return "true".equals(text(field));
  }

  /** The map below a field; null when there is none. */
  Node node(String field) {
    Object value = values.get(field);
    if (value == null) {
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return new Node(place + '.' + field, map);
    }
    throw new CaseSyntaxException(
        place + '.' + field + ": expected a map, but was '" + value + "'");
  }

  /** The maps below a field; none when it is missing. */
  List<Node> nodes(String field) {
    Object value = values.get(field);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
      return list.stream()
          .map(
              entry ->
                  new Node(
                      place + '.' + field + '[' + list.indexOf(entry) + ']', (Map<?, ?>) entry))
          .toList();
    }
    throw new CaseSyntaxException(place + '.' + field + ": expected a list of maps");
  }

  List<String> texts(String field) {
    Object value = values.get(field);
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }
}
