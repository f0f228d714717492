/** The builder reads the booleans of flags in any case, and no other words. */
export function parseFlagBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}

const mountTrue = ["1", "t", "T", "TRUE", "true", "True"];
const mountFalse = ["0", "f", "F", "FALSE", "false", "False"];

/** The keys of a mount are read by other rules than flags: https://pkg.go.dev/strconv#ParseBool */
export function parseMountBoolean(text: string): boolean | undefined {
  return mountTrue.includes(text) ? true : mountFalse.includes(text) ? false : undefined;
}
