import type { Rule } from "../lint/rule";

/** Every rule, in the order that the documentation lists them. */
export const rules: readonly Rule[] = [];
