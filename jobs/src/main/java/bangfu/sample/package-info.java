/**
 * The synthetic delivery: an invented register that meets annex 1 to the person, and the department
 * tables that go with it. Knows the table schemas of the intake and nothing about rules, money due
 * or the database.
 */
package bangfu.sample;
