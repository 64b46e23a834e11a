/** Benchmarks that anyone can run again: {@code mvn -Pbench verify}. They generate their data. */
package bangfu.bench;
