package bangfu.rules;

/**
 * What a pending code means.
 *
 * @param fact 所缺事实
 * @param department 责任单位
 */
record CodeWording(String fact, String department) {}
