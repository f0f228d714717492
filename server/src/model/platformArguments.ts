/**
 * Arguments that BuildKit sets by itself: known in every FROM, and in a stage after an ARG that names them. Their values
 * come from the build.
 */
export const platformArguments: ReadonlySet<string> = new Set(
  ["TARGET", "BUILD"].flatMap((side) => ["PLATFORM", "OS", "ARCH", "VARIANT"].map((what) => side + what)),
);

/** Arguments that need no ARG in a stage: what RUN does sees them when they are given. */
export const proxyArguments: ReadonlySet<string> = new Set(
  ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"].flatMap((name) => [
    name,
    name.toLowerCase(),
  ]),
);
