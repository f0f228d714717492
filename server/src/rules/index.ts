import type { Rule } from "../lint/rule";
import { argumentCount } from "./argumentCount";
import { duplicateExpose } from "./duplicateExpose";
import { emptyFile } from "./emptyFile";
import { exposeDoesNotPublish } from "./exposeDoesNotPublish";
import { exposeInvalidFormat } from "./exposeInvalidFormat";
import { exposeProtoCasing } from "./exposeProtoCasing";
import { extraArgument } from "./extraArgument";
import { inlineIgnore } from "./inlineIgnore";
import { invalidExecForm } from "./invalidExecForm";
import { invalidPort } from "./invalidPort";
import { missingArgument } from "./missingArgument";
import { multipleInstructionsDisallowed } from "./multipleInstructionsDisallowed";
import { noFrom } from "./noFrom";
import { noFromFirst } from "./noFromFirst";
import { unknownInstruction } from "./unknownInstruction";
import { unusedSuppression } from "./unusedSuppression";

/** Every rule, in the order that the documentation lists them. */
export const rules: readonly Rule[] = [
  noFromFirst,
  noFrom,
  emptyFile,
  unknownInstruction,
  missingArgument,
  extraArgument,
  argumentCount,
  inlineIgnore,
  unusedSuppression,
  multipleInstructionsDisallowed,
  invalidPort,
  exposeInvalidFormat,
  exposeProtoCasing,
  duplicateExpose,
  exposeDoesNotPublish,
  invalidExecForm,
];
