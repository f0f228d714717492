import type { Rule } from "../lint/rule";
import { inlineIgnore } from "./inlineIgnore";
import { unusedSuppression } from "./unusedSuppression";

/** Every rule, in the order that the documentation lists them. */
export const rules: readonly Rule[] = [inlineIgnore, unusedSuppression];
