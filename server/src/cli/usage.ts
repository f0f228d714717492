import { formatNames } from "./formats/formatName";

export const usage = `Usage: drydock COMMAND

  lint     Check Dockerfiles: drydock lint --help
  format   Lay Dockerfiles out: drydock format --help

  -v, --version   Print Drydock's version
  -h, --help      Print this
`;

export const lintUsage = `Usage: drydock lint [OPTIONS] [FILES, FOLDERS, GLOBS, -]

Checks Dockerfiles. Without a target, those of this folder and all below it that git does not ignore; "-" is
standard input.

What to check
      --rule RULE=SEVERITY    How serious a rule is: off, hint, information, warning or error
      --select RULE,…         Run these rules only; "all" for every rule, "default" for those on by default
      --ignore RULE,…         Leave these rules out
      --error, --warning, --info, --style RULE
                              The same as --rule RULE=…, in hadolint's words
      --trusted-registry REGISTRY
                              A registry that base images may come from; may be given several times
      --require-label LABEL:FORM
                              A label that every image must carry; may be given several times
      --strict-labels         Report labels that are not required
      --disable-ignore-pragma Give comments that silence findings no effect
      --shellcheck            Let ShellCheck, found on PATH, read what RUN executes
      --shellcheck-path FILE  The same, with the program found here
  -c, --config FILE           Configuration in place of the nearest .hadolint.yaml

What to do
      --fix                   Make every safe fix in the files
      --fix-dry-run           Show what --fix would change, and change nothing

What to print
  -f, --format FORMAT         ${formatNames.slice(0, 7).join(", ")},
                              ${formatNames.slice(7).join(", ")}
      --stdin-filename FILE   What standard input is called
      --file-path-in-report FILE
                              What the file is called in checkstyle, codeclimate, junit and sonarqube reports
      --no-color              No colors (also: NO_COLOR=1)
  -V, --verbose               Say which configuration is in force

When to fail
  -t, --failure-threshold SEVERITY
                              Exit with 1 only for findings at least as serious (default: information)
      --no-fail               Never exit with 1

About the rules
      --list-rules            Print every rule
      --explain RULE          Print what a rule finds and why

  -v, --version               Print Drydock's version
  -h, --help                  Print this

Exit codes: 0 nothing found, 1 findings, 2 wrong use or a fault on the way.
A rule answers to its id and to its names in hadolint, BuildKit and ShellCheck.
`;

export const formatUsage = `Usage: drydock format [OPTIONS] [FILES, FOLDERS, GLOBS, -]

Lays Dockerfiles out without changing what they build, and names the files that it changed. Without a target, those of
this folder and all below it that git does not ignore; "-" reads standard input and prints the result.

      --check                 Change nothing; exit with 1 where a file would change
      --keyword-case CASE     preserve (default), upper or lower
      --indent COLUMNS        Of continuation lines (default: as most of the file has it, else 4)
      --tabs                  Indent with tabs
  -h, --help                  Print this
`;
