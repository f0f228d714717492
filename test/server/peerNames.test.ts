import assert from "node:assert/strict";
import { test } from "node:test";
import { lintFile } from "../../server/src/lint/lintFile";
import { nothingOutside } from "../../server/src/lint/outside";
import { defaultLintSettings } from "../../server/src/lint/settings";
import { parseDockerfile } from "../../server/src/model/parseDockerfile";
import { rules } from "../../server/src/rules";

/**
 * Which peers' names one finding carries: those of the peers that mean just this, and no others of the rule's. `error` or
 * `warning` where it differs from the rule's own severity.
 */
const rows: readonly (readonly [text: string, rule: string, names: string])[] = [
  ["EXPOSE", "missing-argument", "ARGUMENT_MISSING"],
  ["COPY a", "missing-argument", "ARGUMENT_REQUIRES_AT_LEAST_TWO"],
  ["HEALTHCHECK", "missing-argument", "ARGUMENT_REQUIRES_AT_LEAST_ONE"],
  ["HEALTHCHECK CMD", "missing-argument", "HEALTHCHECK_CMD_ARGUMENT_MISSING"],
  ["HEALTHCHECK wget x", "unknown-healthcheck-type", "UNKNOWN_TYPE"],
  ["HEALTHCHECK NONE x", "extra-argument", "ARGUMENT_UNNECESSARY"],
  ["STOPSIGNAL SIGINT x", "extra-argument", "ARGUMENT_EXTRA"],
  ["FROM a:1 b", "argument-count", "ARGUMENT_REQUIRES_ONE_OR_THREE"],
  ["COPY --x a /b", "unknown-flag", "UNKNOWN_COPY_FLAG"],
  ["WORKDIR --x /b", "unknown-flag", ""],
  ["COPY --from a /b", "flag-value-missing", "FLAG_MISSING_VALUE"],
  ["COPY --from= a /b", "flag-value-missing", "FLAG_INVALID_FROM_VALUE warning"],
  ["COPY --link= a /b", "flag-value-missing", "FLAG_MISSING_VALUE"],
  ["HEALTHCHECK --interval=5 CMD x", "flag-value-invalid", "FLAG_MISSING_DURATION"],
  ["HEALTHCHECK --interval=5d CMD x", "flag-value-invalid", "FLAG_UNKNOWN_UNIT"],
  ["HEALTHCHECK --interval=x CMD x", "flag-value-invalid", "FLAG_INVALID_DURATION"],
  ["HEALTHCHECK --interval=1us CMD x", "flag-value-invalid", "FLAG_LESS_THAN_1MS"],
  ["HEALTHCHECK --retries=-1 CMD x", "flag-value-invalid", "FLAG_AT_LEAST_ONE"],
  ["HEALTHCHECK --retries=x CMD x", "flag-value-invalid", "INVALID_SYNTAX"],
  ["COPY --link=1 a /b", "flag-value-invalid", "FLAG_EXPECTED_BOOLEAN_VALUE"],
  ["COPY --chmod=9 a /b", "flag-value-invalid", ""],
  ["RUN --mount=type=x make", "invalid-mount", ""],
  ["CMD ['a']", "invalid-exec-form", "JSON_IN_SINGLE_QUOTES"],
  ['CMD ["a",]', "invalid-exec-form", ""],
  ['CMD ["a", 1]', "invalid-exec-form", "error"],
  ["EXPOSE 70000", "invalid-port", "INVALID_PORT DL3011"],
  ["EXPOSE http", "invalid-port", "INVALID_PORT"],
  ["EXPOSE 8080:80", "expose-invalid-format", "ExposeInvalidFormat"],
  ["EXPOSE 127.0.0.1:80", "expose-invalid-format", "INVALID_PORT error"],
  ["EXPOSE 80/TCP", "expose-proto-casing", "ExposeProtoCasing"],
  ["EXPOSE 80/x", "expose-proto-casing", "INVALID_PROTO error"],
  ["ENV A", "invalid-pair", "ARGUMENT_REQUIRES_TWO"],
  ["ENV A=1 B", "invalid-pair", "SYNTAX_MISSING_EQUALS"],
  ["ENV =1", "invalid-pair", "SYNTAX_MISSING_NAMES"],
  ['ENV A="', "unclosed-quote", "SYNTAX_MISSING_DOUBLE_QUOTE"],
  ["ENV A=${B", "unsupported-modifier", ""],
  ["ONBUILD ONBUILD RUN a", "onbuild-trigger-disallowed", "DL3043 ONBUILD_CHAINING_DISALLOWED"],
  ["ONBUILD FROM a:1", "onbuild-trigger-disallowed", "DL3043 ONBUILD_TRIGGER_DISALLOWED"],
  ["FROM $A", "undefined-arg-in-from", "UndefinedArgInFrom BASE_NAME_EMPTY error"],
  ["FROM a:$A", "undefined-arg-in-from", "UndefinedArgInFrom"],
  ["FROM a:1 AS b\nCOPY --from=b a /b", "copy-from-own-stage", "DL3023"],
  ["COPY --from=c a /b\nFROM a:1 AS c", "copy-from-own-stage", "DL3022"],
  ["COPY --from=0 a /b", "copy-from-own-stage", ""],
  ["RUN --mount=from=nobody,target=/a make", "copy-from-unknown-stage", ""],
  ["FROM --platform=${TARGETPLATFORM:-x} a:1", "redundant-target-platform", "RedundantTargetPlatform"],
];
for (const [text, id, names] of rows) {
  test(`${text.replaceAll("\n", " ⏎ ")}: ${id} is ${names || "nobody's"}`, () => {
    const found = findings(`FROM scratch\n${text}\n`).filter(({ rule }) => rule.id === id);
    const words = found.map(({ rule, severity, problem }) =>
      [...(problem.aliases ?? rule.aliases), ...(severity === rule.severity ? [] : [severity])].join(" "),
    );
    assert.deepEqual(words, [names]);
  });
}

function findings(text: string) {
  return lintFile(parseDockerfile(text), {
    rules,
    settings: defaultLintSettings,
    outside: nothingOutside(),
    onCrash: (_, error) => {
      throw error;
    },
  });
}
