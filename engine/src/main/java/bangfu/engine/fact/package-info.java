/**
 * What the departments say about households and persons, as one {@link bangfu.engine.fact.Unit} of
 * assessment. Facts answer with day sets; they know no rule.
 */
package bangfu.engine.fact;
