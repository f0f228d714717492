import fc from "fast-check";

/**
 * Where the random texts of property tests begin. The same for every run, so that a test does not fail one day for a
 * text that has been wrong for long; set PROPERTY_SEED, for example to $RANDOM, to search among others.
 */
export function propertySeed(): number {
  return Number(process.env["PROPERTY_SEED"] ?? 20_261_123);
}

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: propertySeed() });
