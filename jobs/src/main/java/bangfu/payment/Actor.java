package bangfu.payment;

/**
 * Who does something to money.
 *
 * @param name the person, as given by {@code --as}; empty when not given
 * @param systemUser account of the operating system
 */
public record Actor(String name, String systemUser) {}
