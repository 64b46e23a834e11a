/**
 * Fuzzes the readers of {@code bangfu.intake} with Jazzer: what must hold for every file, the
 * sample as seeds, and a bug of our own that must be found.
 */
package bangfu.fuzz;
